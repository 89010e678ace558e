/** One way in which an exchange departs from the contract; facts only, `describeViolation` has the words. */
export type Violation =
  | {
      readonly kind: 'undocumented-status';
      readonly status: number;
      readonly documented: readonly number[];
      readonly pointer: string;
    }
  | {
      readonly kind: 'media-type';
      readonly received: string;
      readonly documented: readonly string[];
      readonly pointer: string;
    }
  | {
      readonly kind: 'header';
      readonly name: string;
      readonly problem: string;
      readonly received: string;
      readonly pointer: string;
    }
  | {
      readonly kind: 'body';
      readonly at: string;
      readonly problem: string;
      readonly received: string;
      readonly pointer: string;
    }
  | { readonly kind: 'unexpected-body'; readonly received: string; readonly pointer: string }
  | { readonly kind: 'unreadable-body'; readonly problem: string; readonly pointer: string };
