/** What a run was told cannot be used; the message is one line for the person who configured it. Exit code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
