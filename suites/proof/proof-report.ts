import type { Alarms, Outcome } from './outcome.ts';

/** Everything that a proof tried. */
export interface Proof {
  readonly right: readonly Alarms[];
  readonly wrong: readonly Outcome[];
  readonly seconds: number;
}

/** PROOF.md: what was missed, what was alarmed about wrongly, and the kill matrix. */
export function proofReport({ right, wrong, seconds }: Proof): string {
  const missed = wrong.filter(({ noticedBy }) => noticedBy.length === 0);
  const alarms = right.filter(({ code }) => code !== 0);
  const precise = wrong.filter(({ alsoBlamed, noticedBy }) => alsoBlamed.length === 0 && noticedBy.length > 0);
  const requests = wrong.reduce((sum, outcome) => sum + outcome.requests, 0);
  return [
    '# Proof',
    '',
    'Written by `npm run prove`: the compiled suite against the reference target, plain, with each conforming variant and',
    'with each deviation.',
    '',
    `- ${wrong.length} deviations, ${wrong.length - missed.length} noticed by a requirement that they break (${share(wrong.length - missed.length, wrong.length)})`,
    `- ${precise.length} of them blamed on nothing else (${share(precise.length, wrong.length)})`,
    `- ${right.length} right targets, ${alarms.length} false alarms`,
    `- ${requests} requests against deviations, ${seconds} s in all`,
    '',
    ...section(
      'Missed',
      missed.map(({ name, breaks }) => `- ${name} (${breaks.join(', ')})`),
    ),
    ...section(
      'False alarms',
      alarms.map(({ name, code }) => `- ${name}: exit ${code}`),
    ),
    '## Deviations',
    '',
    '| deviation | breaks | noticed by | also blamed | untestable | exit |',
    '| --- | --- | --- | --- | --- | --- |',
    ...wrong.map((outcome) => row(outcome)),
    '',
    '## Right targets',
    '',
    '| target | exit | warnings |',
    '| --- | --- | --- |',
    ...right.map(
      ({ name, code, broken }) => `| ${name} | ${code} | ${broken.map((each) => each.split(':', 1)[0]).join(', ')} |`,
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

function row({ name, breaks, noticedBy, alsoBlamed, untestable, code }: Outcome): string {
  return `| ${[name, breaks.join(' '), noticedBy.join(' '), alsoBlamed.join(' '), untestable, code].join(' | ')} |`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}
