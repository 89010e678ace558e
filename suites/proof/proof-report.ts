import type { Deviation } from '../../fixtures/reference-target/deviations/index.ts';
import { attribute, type Alarms, type Luck, type Outcome } from './outcome.ts';

/** Everything that a proof tried. */
export interface Proof {
  /** Of what was proven. */
  readonly digest: string;
  /** Requirements of the catalogue that a target of ours can break. */
  readonly judged: number;
  readonly wrong: readonly Tried[];
  readonly right: readonly Alarms[];
  readonly empty: readonly Luck[];
  /** From the first trial to the end of the last. */
  readonly seconds: number;
}

/** A deviation, and what its trial showed. */
export interface Tried {
  readonly deviation: Deviation;
  readonly outcome: Outcome;
}

/** Whether a deviation was noticed, by a requirement that it breaks. */
function isNoticed({ deviation, outcome }: Tried): boolean {
  return attribute(deviation, outcome).noticedBy.length > 0;
}

/** Whether a deviation was noticed, and nothing was blamed on it that it does not explain. */
function isAttributed(tried: Tried): boolean {
  return isNoticed(tried) && attribute(tried.deviation, tried.outcome).alsoBlamed.length === 0;
}

/** PROOF.md: the figures, what was missed or alarmed about wrongly, the kill matrix, and the targets that are right. */
export function proofReport(proof: Proof): string {
  const { wrong, right, empty } = proof;
  return [
    '# Proof',
    '',
    'Written by `npm run prove`: the reference target is judged as it is, with each conforming variant and with each deviation,',
    'and so are servers that implement nothing.',
    '',
    ...figures(proof),
    '',
    '## Deviations',
    '',
    'A deviation breaks some requirements and entails that others do not hold either; what is blamed beside those is a fault of',
    'the suite.',
    '',
    '| deviation | breaks | noticed by | entailed | also blamed | untestable | exit |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...wrong.map((tried) => deviationRow(tried)),
    '',
    '## Conforming variants',
    '',
    '| target | exit | warnings |',
    '| --- | --- | --- |',
    ...right.map(({ name, code, broken }) => row(name, code, broken.map((each) => each.split(' ', 1)[0]).join(' '))),
    '',
    '## Servers that implement nothing',
    '',
    '| server | exit | MUST passed |',
    '| --- | --- | --- |',
    ...empty.map(({ name, code, passed }) => row(name, code, passed.join(' '))),
    '',
  ].join('\n');
}

/** The figures of a proof, a line each. */
export function figures({ digest, judged, wrong, right, empty, seconds }: Proof): string[] {
  const trials = [...wrong.map(({ outcome }) => outcome), ...right, ...empty];
  const requests = trials.reduce((sum, trial) => sum + trial.requests, 0);
  const alarms = right.filter(({ code }) => code !== 0).length;
  const lucky = empty.reduce((sum, { passed }) => sum + passed.length, 0);
  return [
    `- proven: ${digest}`,
    `- requirements judged: ${judged}`,
    `- deviations: ${wrong.length}, noticed ${share(wrong.filter((each) => isNoticed(each)).length, wrong.length)}`,
    `- attribution: ${share(wrong.filter((each) => isAttributed(each)).length, wrong.length)} of them blamed on nothing that they do not explain`,
    `- conforming targets: ${right.length}, false alarms ${alarms}`,
    `- servers that implement nothing: ${empty.length}, lucky passes ${lucky}`,
    `- effort: ${requests} requests, ${seconds} s`,
  ];
}

/** Why anything was blamed that a deviation does not explain, a line each. */
export function unexplained({ wrong }: Pick<Proof, 'wrong'>): string[] {
  return wrong.flatMap(({ deviation, outcome }) =>
    attribute(deviation, outcome).alsoBlamed.map((id) => `  ${deviation.name}: ${outcome.reasons[id]}`),
  );
}

function deviationRow({ deviation, outcome }: Tried): string {
  const { noticedBy, entailed, alsoBlamed } = attribute(deviation, outcome);
  const ids = [deviation.breaks, noticedBy, entailed, alsoBlamed].map((each) => each.join(' '));
  return row(deviation.name, ...ids, outcome.untestable, outcome.code);
}

function row(...cells: readonly (string | number | null)[]): string {
  return `| ${cells.map((cell) => String(cell)).join(' | ')} |`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}
