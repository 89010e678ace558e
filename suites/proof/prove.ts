import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { inParallel } from './in-parallel.ts';
import { outcomeOf } from './outcome.ts';
import { proofReport } from './proof-report.ts';
import { judgeSubject, type Trial } from './trial.ts';

const AT_ONCE = availableParallelism();
const wanted = new RegExp(process.argv[2] ?? '.');
const startedAt = Date.now();

const right = await inParallel(
  ['', ...variants.map(({ name }) => name)].filter((name) => wanted.test(name)),
  AT_ONCE,
  tryVariant,
);
const wrong = await inParallel(
  deviations.filter(({ name }) => wanted.test(name)),
  AT_ONCE,
  async (deviation) => {
    const outcome = outcomeOf(deviation, await judgeSubject({ deviations: [deviation.name] }));
    const noticed = outcome.noticedBy.length > 0 ? 'noticed' : 'MISSED ';
    tell(
      `${noticed} ${outcome.name} breaks ${outcome.breaks.join()}: ${outcome.noticedBy.join()}; also ${outcome.alsoBlamed.join()}`,
    );
    return outcome;
  },
);
const report = proofReport({ right, wrong, seconds: Math.round((Date.now() - startedAt) / 1000) });
if (process.argv[2] === undefined) writeFileSync(join(packageRoot, 'PROOF.md'), report);
process.stdout.write(report);

async function tryVariant(name: string): Promise<{ name: string } & Trial> {
  const trial = await judgeSubject({ variants: name === '' ? [] : [name] });
  const broken = (trial.results?.requirements ?? [])
    .filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict))
    .map(({ id, verdict }) => `${id} ${verdict}`);
  tell(`exit ${trial.code} ${name || 'the plain target'} ${trial.ms} ms ${broken.join(', ')}`);
  return { name: name || 'the plain target', ...trial };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
