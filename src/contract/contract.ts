import type { Exchange, SentRequest } from '../http/exchange.ts';
import type { Spec } from '../spec/load-spec.ts';
import { matchOperation } from '../spec/match-operation.ts';
import type { Operation } from '../spec/operation.ts';
import { checkRequest } from './check-request.ts';
import { checkResponse } from './check-response.ts';
import { declaredMembers } from './declared-members.ts';
import { SchemaChecker, type Misfit } from './schema-checker.ts';
import type { Violation } from './violation.ts';

/** A contract that judges exchanges of a deployment whose API starts at `basePath`. */
export class Contract {
  readonly spec: Spec;
  readonly #schemas: SchemaChecker;
  readonly #basePath: string;
  /** The latest URL with its path: the same one is asked about several times in a row. */
  #latest = { url: '', path: '' };

  constructor(spec: Spec, baseUrl: string, schemas = new SchemaChecker(spec)) {
    this.spec = spec;
    this.#schemas = schemas;
    this.#basePath = new URL(baseUrl).pathname.replace(/\/+$/, '');
  }

  /** The same contract, compiled only once, for another deployment. */
  at(baseUrl: string): Contract {
    return new Contract(this.spec, baseUrl, this.#schemas);
  }

  /** The operation with this id. Throws where the contract has none. */
  operation(id: string): Operation {
    const found = this.spec.operations.find((operation) => operation.id === id);
    if (found === undefined) throw new Error(`the contract has no operation ${id}`);
    return found;
  }

  /** The operation that a request addresses, or undefined. */
  operationOf(request: SentRequest): Operation | undefined {
    return matchOperation(this.spec.operations, request.method, this.#path(request));
  }

  /** Departures of an answer; none for a request that addresses no documented operation. */
  checkExchange(exchange: Exchange): Violation[] {
    const operation = this.operationOf(exchange.request);
    return operation === undefined ? [] : checkResponse(exchange.response, operation, this.#schemas);
  }

  /** What is wrong with a request of our own, one line each. */
  checkRequest(request: SentRequest): string[] {
    const operation = this.operationOf(request);
    if (operation === undefined) return ['it addresses no operation of the contract'];
    return checkRequest(request, this.#path(request), operation, this.#schemas);
  }

  /** Misfits of a value under the schema at a pointer into the document. */
  checkValue(pointer: string, value: unknown): Misfit[] {
    return this.#schemas.check(pointer, value);
  }

  /** A value without the members that the schema at a pointer into the document does not name. */
  declaredMembers(pointer: string, value: unknown): unknown {
    return declaredMembers(this.spec.document, pointer, value);
  }

  #path(request: SentRequest): string {
    const { url } = request;
    if (url !== this.#latest.url) this.#latest = { url, path: new URL(url).pathname.slice(this.#basePath.length) };
    return this.#latest.path;
  }
}
