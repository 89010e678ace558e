/** What `.env.example` holds: the variables that are secrets, and what each adds. */
export const exampleOfSecrets = `# Copy to .env, which belongs in .gitignore. A client alone is enough for the core profile.
TARGET_CLIENT_ID=
TARGET_CLIENT_SECRET=

# Tokens that no client can be granted. A customer of company A, and one of company B: isolation of companies.
TARGET_TOKEN_READ_OWN=
TARGET_TOKEN_MANAGE_OWN=
TARGET_TOKEN_OTHER_READ_OWN=
TARGET_TOKEN_OTHER_MANAGE_OWN=

# A second tenant and a token of it: isolation of tenants.
TARGET_OTHER_TENANT=
TARGET_TOKEN_OTHER_TENANT=

# A token that has expired, and one without any customer scope.
TARGET_TOKEN_EXPIRED=
TARGET_TOKEN_UNRELATED=
`;

// A secret that is not there is an empty text, which is no variable that is set.
function secretsOfJob(): string {
  const names = exampleOfSecrets.match(/^\w+(?==)/gm) ?? [];
  return names.map((name) => `          ${name}: \${{ secrets.${name} }}`).join('\n');
}

/** A job of GitHub Actions that runs a package such as `name@1.2.3`; the exit code of the run decides it. */
export const githubJob = (pinned: string) => `name: conformance
on:
  workflow_dispatch:
  push:
    branches: [main]
jobs:
  conformance:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes ${pinned}
        env:
${secretsOfJob()}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: conformance-report
          path: conformance-report
`;

/** A job of GitLab CI that runs a package such as `name@1.2.3`; what `.env.example` names are variables of the project. */
export const gitlabJob = (pinned: string) => `conformance:
  image: node:22
  timeout: 20 minutes
  script:
    - npx --yes ${pinned}
  artifacts:
    when: always
    paths: [conformance-report]
    reports:
      junit: conformance-report/junit.xml
`;
