import { sep } from 'node:path';
import { packageRoot } from '../spec/package-root.ts';

const isInstalled = packageRoot.includes(`${sep}node_modules${sep}`);

/** How a person calls one of our commands: by npm in a checkout, by npx where the package is installed. */
export function ownCommand(name: 'run' | 'sweep' | 'doctor', ...args: readonly string[]): string {
  if (isInstalled) return ['npx emporix-conformance', name, ...args].join(' ');
  return [name === 'run' ? 'npm test' : `npm run ${name}`, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}
