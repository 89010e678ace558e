import type { Operation } from './operation.ts';

/** Finds the operation that a request addresses: method and path below the base path, query ignored. */
export function matchOperation(operations: readonly Operation[], method: string, path: string): Operation | undefined {
  return operations.find((operation) => operation.method === method && operation.pattern.test(path));
}
