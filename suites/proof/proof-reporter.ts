import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { NULL_SERVERS } from '../self/null-server.ts';
import { judgedIds } from './judged.ts';
import { figures, proofReport, unexplained, type Proof } from './proof-report.ts';
import { PLAIN } from './plain.ts';
import { proofDigest } from './proof-digest.ts';

const MS = 1_000;

/** vitest reporter that writes PROOF.md where every subject was tried, in one run or in merged shards. */
export class ProofReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const proof = proofOf(modules.flatMap((module) => [...module.children.allTests()]));
    process.stdout.write(`${[...figures(proof), ...unexplained(proof)].join('\n')}\n`);
    if (isWhole(proof)) writeFileSync(join(packageRoot, 'PROOF.md'), proofReport(proof));
    else process.stdout.write('not the whole proof, so PROOF.md stays as it is\n');
  }
}

function proofOf(tests: readonly TestCase[]): Proof {
  const left = tests.map((test) => test.meta());
  return {
    digest: proofDigest(),
    judged: judgedIds().length,
    wrong: deviations.flatMap((deviation) => {
      const outcome = left.find((each) => each.outcome?.name === deviation.name)?.outcome;
      return outcome === undefined ? [] : { deviation, outcome };
    }),
    right: inOrder(
      left.flatMap(({ alarms }) => alarms ?? []),
      [{ name: PLAIN }, ...variants],
    ),
    empty: inOrder(
      left.flatMap(({ luck }) => luck ?? []),
      Object.keys(NULL_SERVERS).map((name) => ({ name })),
    ),
    seconds: Math.round(spanOf(tests) / MS),
  };
}

/** Milliseconds from the start of the first test to the end of the last. */
function spanOf(tests: readonly TestCase[]): number {
  const ran = tests.map((test) => test.diagnostic()).filter((diagnostic) => diagnostic !== undefined);
  const [start, end] = [ran.map(({ startTime }) => startTime), ran.map((each) => each.startTime + each.duration)];
  return (
    end.reduce((one, other) => Math.max(one, other), 0) - start.reduce((one, other) => Math.min(one, other), Infinity)
  );
}

/** Trials in the order of their subjects, whichever shard they come from. */
function inOrder<T extends Named>(trials: readonly T[], subjects: readonly Named[]): T[] {
  return subjects.flatMap(({ name }) => trials.filter((trial) => trial.name === name));
}

function isWhole({ wrong, right, empty }: Proof): boolean {
  const subjects = deviations.length + variants.length + 1 + Object.keys(NULL_SERVERS).length;
  return wrong.length + right.length + empty.length === subjects;
}

interface Named {
  readonly name: string;
}
