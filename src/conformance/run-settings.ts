import type { Principal } from '../auth/principal.ts';
import type { ClientCredentials } from '../auth/token-request.ts';
import type { ConnectionOptions } from '../http/connection.ts';
import type { Feature } from './feature.ts';

/** Milliseconds that a run may still take to delete what it created, once its time is up. */
export const AFTERWARDS_MS = 600_000;

/** Everything a run needs to know, plain data that crosses into vitest's worker. */
export interface RunSettings {
  readonly service: string;
  readonly baseUrl: string;
  readonly tenant: string;
  readonly otherTenant?: string | undefined;
  readonly revision: string;
  readonly seed: number;
  /** Short name of this run; it is part of every record that the run creates. */
  readonly runId: string;
  readonly userAgent: string;
  readonly principals: readonly Principal[];
  /** Where tokens are granted, and to which client; used by the OAuth requirements. */
  readonly tokenEndpoint?: ClientCredentials | undefined;
  readonly claims: readonly Feature[];
  /** Claimed features that cannot be used, with the reason. */
  readonly missing: Readonly<Partial<Record<Feature, string>>>;
  /** Ids to judge; undefined judges all. */
  readonly selection?: readonly string[] | undefined;
  /** Where what is answered is written down, or where a run is replayed from; undefined keeps no record. */
  readonly evidence?: { readonly file: string; readonly isReplayed: boolean } | undefined;
  readonly timeoutMs: number;
  readonly convergenceMs: number;
  /** Milliseconds after which the run ends whatever is left to judge. */
  readonly timeLimitMs: number;
  readonly rate?: number | undefined;
  /** A folder with requirements and suites of somebody's own, beside ours. */
  readonly ownSuites?: string | undefined;
  readonly connection: ConnectionOptions;
  readonly journalFile: string;
  /** Mailpit's HTTP interface, where the target's mail can be read. */
  readonly mailboxUrl?: string | undefined;
}
