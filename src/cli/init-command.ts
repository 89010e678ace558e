import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ask } from './ask.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { explain } from './explain.ts';
import { suiteIdentity } from './suite-identity.ts';
import { exampleOfSecrets, githubJob, gitlabJob } from './templates.ts';
import { VARIABLES } from './variables.ts';

/** What `init` was told; what is undefined is asked for. */
export interface InitWish {
  readonly baseUrl: string | undefined;
  readonly tenant: string | undefined;
  readonly writes: string | undefined;
  readonly ci: readonly string[];
  /** Whether files that are there are replaced. */
  readonly force: boolean;
}

const CI_FILES: Readonly<Record<string, readonly [string, (pinned: string) => string]>> = {
  github: ['.github/workflows/conformance.yml', githubJob],
  gitlab: ['.gitlab-ci.yml', gitlabJob],
};

/**
 * Writes the configuration for a deployment into the working folder; returns the exit code 0. Throws ConfigurationError
 * where an answer breaks its rule, nobody is there to ask, or a file is there already.
 */
export async function initCommand(wish: InitWish): Promise<number> {
  const { baseUrl, tenant, writes, ci } = await complete(wish);
  const configuration = {
    TARGET_BASE_URL: checked('TARGET_BASE_URL', baseUrl),
    TARGET_TENANT: checked('TARGET_TENANT', tenant),
    TARGET_ALLOW_WRITES: String(oneOf('writes', writes, ['yes', 'no']) === 'yes'),
  };
  const wanted = ci.filter((name) => oneOf('ci', name, [...Object.keys(CI_FILES), 'none']) !== 'none');
  const files: readonly (readonly [string, string])[] = [
    ['conformance.config.json', `${JSON.stringify(configuration, null, 2)}\n`],
    ['.env.example', exampleOfSecrets],
    ...wanted.map((name) => jobFile(name)),
  ];
  writeAll(files, wish.force);
  process.stdout.write('next: copy .env.example to .env, fill it in, and run emporix-conformance doctor\n');
  return EXIT_CODES.conformant;
}

/** A job runs with secrets, so it names the version that was looked at. */
function jobFile(ci: string): readonly [string, string] {
  const [file, job] = CI_FILES[ci] ?? ['', () => ''];
  const { name, version } = suiteIdentity();
  return [file, job(`${name}@${version}`)];
}

async function complete(wish: InitWish) {
  const baseUrl = wish.baseUrl ?? (await ask('root of the deployment (--base-url)'));
  const tenant = wish.tenant ?? (await ask('tenant to work in (--tenant)'));
  const writes =
    wish.writes ?? (await ask('may customers be created, changed and deleted there? yes or no (--writes)'));
  const ci =
    wish.ci.length > 0
      ? wish.ci
      : (await ask('CI: github, gitlab or none (--ci)')).split(',').map((name) => name.trim());
  return { baseUrl, tenant, writes, ci };
}

function checked(name: 'TARGET_BASE_URL' | 'TARGET_TENANT', value: string): string {
  const wrong = VARIABLES[name](value);
  if (wrong !== undefined) throw new ConfigurationError(`${name} ${wrong}`);
  return value;
}

function oneOf(flag: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw new ConfigurationError(`--${flag} must be one of ${allowed.join(', ')}`);
}

function writeAll(files: readonly (readonly [string, string])[], force: boolean): void {
  const there = files.map(([name]) => name).filter((name) => existsSync(name));
  if (there.length > 0 && !force)
    throw new ConfigurationError(`${there.join(', ')} is there already; --force replaces it`);
  for (const [name, text] of files) {
    explain(`${name} cannot be written`, () => {
      mkdirSync(dirname(name), { recursive: true });
      writeFileSync(name, text);
    });
    process.stdout.write(`wrote ${name}\n`);
  }
}
