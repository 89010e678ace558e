import { serve } from '../../fixtures/reference-target/serve.ts';

/** What `serve` was told on the command line. */
export interface ServeFlags {
  readonly port: string;
  readonly customers: string;
  readonly smtp?: string;
  readonly deviation: string[];
  readonly variant: string[];
}

/** Runs the reference target alone until it is interrupted; prints the variables that point the suite at it. */
export async function serveCommand({ port, customers, smtp, deviation, variant }: ServeFlags): Promise<number> {
  const mail = smtp === undefined ? undefined : new URL(smtp);
  await serve({
    port: Number(port),
    customers: Number(customers),
    deviations: deviation,
    variants: variant,
    ...(mail && { mail: { host: mail.hostname, port: Number(mail.port) } }),
  });
  return 0;
}
