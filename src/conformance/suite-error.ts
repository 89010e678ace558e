/** The suite's own fault: the verdict is `error`, never a failure of the target. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
}
