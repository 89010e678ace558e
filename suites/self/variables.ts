/** Every variable that names a token, with tokens that only the server of a test has to know. */
export function tokensFor(baseUrl: string): Readonly<Record<string, string>> {
  return {
    TARGET_BASE_URL: baseUrl,
    TARGET_TENANT: 'acmeshop',
    TARGET_TOKEN_READ: 'token-of-read',
    TARGET_TOKEN_MANAGE: 'token-of-manage',
    TARGET_TOKEN_READ_OWN: 'token-of-read-own',
    TARGET_TOKEN_MANAGE_OWN: 'token-of-manage-own',
    TARGET_TOKEN_OTHER_READ_OWN: 'token-of-other-read-own',
    TARGET_TOKEN_OTHER_MANAGE_OWN: 'token-of-other-manage-own',
    TARGET_TOKEN_UNRELATED: 'token-of-unrelated',
    TARGET_TOKEN_EXPIRED: 'token-of-expired',
    TARGET_OTHER_TENANT: 'othershop',
    TARGET_TOKEN_OTHER_TENANT: 'token-of-other-tenant',
    CONFORMANCE_TIMEOUT_MS: '500',
    CONFORMANCE_CONVERGENCE_MS: '300',
  };
}
