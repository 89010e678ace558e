import { serve } from '../../fixtures/reference-target/serve.ts';
import { ConfigurationError } from './configuration-error.ts';

/** What `serve` was told on the command line. */
export interface ServeFlags {
  readonly port: number;
  readonly customers: number;
  readonly smtp?: URL;
  readonly deviation: string[];
  readonly variant: string[];
}

/**
 * Runs the reference target alone until it is interrupted; prints the variables that point the suite at it. Throws
 * ConfigurationError where it cannot be what was asked for, or cannot listen.
 */
export async function serveCommand({ port, customers, smtp, deviation, variant }: ServeFlags): Promise<number> {
  const mail = smtp && { host: smtp.hostname, port: Number(smtp.port) };
  try {
    await serve({ port, customers, deviations: deviation, variants: variant, ...(mail && { mail }) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`the target cannot be served: ${reason}`, { cause });
  }
  return 0;
}
