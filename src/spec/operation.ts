/** One operation of the contract, with what a check needs of it. Schemas stay in the document, named by pointer. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Matches the paths that fit, with a group for each path parameter. */
  readonly pattern: RegExp;
  readonly pointer: string;
  readonly parameters: readonly Parameter[];
  /** Media type to the pointer of its schema. */
  readonly requestBody: ReadonlyMap<string, string>;
  readonly responses: ReadonlyMap<number, DocumentedResponse>;
}

/** A declared parameter, resolved. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly pointer: string;
}

/** A documented answer: its media types and headers, each with the pointer of its schema. */
export interface DocumentedResponse {
  readonly pointer: string;
  readonly content: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
}
