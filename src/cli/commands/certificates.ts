import type { Command } from 'commander';
import type { Finish } from './finish.ts';

/** Adds what certificates need: `certify`, `verify` and `badge`. */
export function addCertificates(program: Command, finish: Finish): void {
  program
    .command('certify')
    .description('judge the target by the full profile, on a challenge, and write a signed bundle')
    .option('--challenge <text>', 'what the certifier gave, at least 16 characters')
    .option('--key <file>', 'private key for Ed25519 in PEM; without it CONFORMANCE_SIGNING_KEY holds the key')
    .option('--out <file>', 'the bundle', 'certificate.zip')
    .option('--new-key <file>', 'write a new key pair instead: the private key, and the public one beside it')
    .action(async ({ challenge = '', key, out, newKey }: CertifyFlags) => {
      const { certifyCommand, newKeyCommand } = await load();
      finish(newKey === undefined ? await certifyCommand({ challenge, keyFile: key, out }) : newKeyCommand(newKey));
    });
  claiming(program.command('verify <bundle>'))
    .description('verify a certificate without a network; exit code 1 where anything is wrong')
    .option('--json', 'tell it as JSON')
    .action(async (bundle: string, { key, challenge, json = false }: ClaimFlags) => {
      const { verifyCommand } = await import('../verify-command.ts');
      finish(await verifyCommand({ bundle, keyFile: key, challenge }, json));
    });
  claiming(program.command('badge <bundle>'))
    .description('write an SVG badge for a certificate that holds')
    .option('--out <file>', 'the badge', 'badge.svg')
    .action(async (bundle: string, { key, challenge, out }: ClaimFlags & { out: string }) => {
      const { badgeCommand } = await import('../badge-command.ts');
      finish(await badgeCommand({ bundle, keyFile: key, challenge }, out));
    });
}

async function load() {
  const [{ certifyCommand }, { newKeyCommand }] = await Promise.all([
    import('../certify-command.ts'),
    import('../new-key-command.ts'),
  ]);
  return { certifyCommand, newKeyCommand };
}

function claiming(command: Command): Command {
  return command
    .requiredOption('--key <file>', 'public key of who signed it, in PEM')
    .requiredOption('--challenge <text>', 'the challenge that it has to answer');
}

interface CertifyFlags {
  readonly challenge?: string;
  readonly key?: string;
  readonly out: string;
  readonly newKey?: string;
}

interface ClaimFlags {
  readonly key: string;
  readonly challenge: string;
  readonly json?: boolean;
}
