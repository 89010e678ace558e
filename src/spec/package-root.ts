import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this package, in a checkout and compiled alike: the nearest one above that holds `package.json`. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** A file that describes a service, such as `openapi.yaml`. */
export function serviceFile(service: string, name: string): string {
  return join(packageRoot, 'specs', service, name);
}
