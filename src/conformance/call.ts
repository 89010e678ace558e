import type { PrincipalName } from '../auth/principal.ts';

/** A request as a suite words it; what is left out is filled in from the contract and the run. */
export interface Call {
  readonly as: PrincipalName;
  readonly operation: string;
  readonly number?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A value that is sent as JSON. */
  readonly json?: unknown;
  /** A body sent exactly so, instead of `json`. */
  readonly body?: string;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tenant?: string;
  /** Replaces the method of the operation. */
  readonly method?: string;
  /** Follows the path of the operation, for what belongs to another section of the API. */
  readonly below?: string;
  /** Wrong on purpose: the request may break the contract. */
  readonly invalid?: boolean;
}
