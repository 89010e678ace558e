/** One request and what came back, as plain data. Bodies are text; `json` is the parsed body where it parses. */
export interface Exchange {
  readonly sequence: number;
  readonly principal: string;
  readonly request: SentRequest;
  readonly response: ReceivedResponse;
  /** Milliseconds since the epoch at which the request left, and until the answer was complete. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Why the request was sent more than once, empty as a rule. */
  readonly repeats: readonly string[];
}

/** A request as it was sent, its credentials replaced by the name of the variable that holds them. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** An answer; header names are lower case, a repeated header is joined by a comma. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly json: unknown;
  /** Set where the body could not be read as sent: cut at the limit, or not decodable. */
  readonly defect?: string;
}
