import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { inParallel } from './in-parallel.ts';
import { alarmsOf, outcomeOf, type Alarms, type Outcome } from './outcome.ts';
import { proofReport } from './proof-report.ts';
import { judgeSubject } from './trial.ts';

// `prove [variants|deviations] [pattern]`; only the whole proof is written down.
const [part, pattern = '.'] = process.argv.slice(2);
const wanted = ({ name }: { readonly name: string }) => new RegExp(pattern).test(name);
const plain = { name: 'plain' };

const startedAt = Date.now();
const rightOnes = part === 'deviations' ? [] : [plain, ...variants].filter((variant) => wanted(variant));
const wrongOnes = part === 'variants' ? [] : deviations.filter((deviation) => wanted(deviation));
const right = await inParallel(rightOnes, availableParallelism(), async ({ name }): Promise<Alarms> => {
  const found = alarmsOf(name, await judgeSubject({ variants: name === plain.name ? [] : [name] }));
  tell(`exit ${found.code} ${name} ${found.ms} ms ${found.broken.join(', ')}`);
  return found;
});
const wrong = await inParallel(wrongOnes, availableParallelism(), async (deviation): Promise<Outcome> => {
  const found = outcomeOf(deviation, await judgeSubject({ deviations: [deviation.name] }));
  const noticed = found.noticedBy.length > 0 ? 'noticed' : 'MISSED ';
  const others = [...found.alsoBlamed, ...found.errors.map((id) => `${id} error`)];
  tell(`${noticed} ${found.name} breaks ${found.breaks.join()}: ${found.noticedBy.join()} also ${others.join()}`);
  return found;
});
const report = proofReport({ right, wrong, seconds: Math.round((Date.now() - startedAt) / 1000) });
if (part === undefined) writeFileSync(join(packageRoot, 'PROOF.md'), report);
process.stdout.write(report);

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
