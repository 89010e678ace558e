import { inShort, type Finding } from './finding.ts';

/** The target broke the statement under examination. The only error that turns into `failed` or `warning`. */
export class ContractFailure extends Error {
  override readonly name = 'ContractFailure';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => inShort(finding)).join('; '));
    this.findings = findings;
  }
}
