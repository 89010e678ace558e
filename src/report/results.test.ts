import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { htmlReport } from './html/page.ts';
import { junitReport } from './junit-report.ts';
import { findResultsFault } from './results-schema.ts';
import { toResults } from './results.ts';
import { ALL, FACTS, judged, NOTHING } from './samples.ts';
import { summaryReport } from './summary-report.ts';
import { textReport } from './text-report.ts';

const everything = toResults(FACTS, ALL, NOTHING);

describe('results.json', () => {
  test('fits its own schema and counts every verdict', () => {
    expect(findResultsFault(everything)).toBeUndefined();
    expect(everything.summary).toEqual({
      passed: 1,
      failed: 1,
      warning: 1,
      notApplicable: 1,
      untestable: 1,
      error: 1,
      waived: 0,
    });
  });

  test('a broken document is found', () => {
    expect(findResultsFault({ ...everything, verdict: 'fine' })).toContain('verdict');
  });
});

describe('reports', () => {
  test('JUnit is what the common CI servers read', async () => {
    const xsd = readFileSync(join(import.meta.dirname, 'junit.xsd'), 'utf8');
    const xml = { fileName: 'junit.xml', contents: junitReport(everything) };
    const { errors } = await validateXML({ xml, schema: { fileName: 'junit.xsd', contents: xsd } });
    expect(errors).toEqual([]);
  });

  test('JUnit has a case for each requirement, and no character that XML forbids', () => {
    const xml = junitReport(everything);
    expect(xml.match(/<testcase /g)).toHaveLength(6);
    expect(xml).toContain('tests="6" failures="1" errors="1" skipped="3"');
    expect(xml).not.toMatch(/<script|\]\]>/);
    expect(xml).not.toContain('\u0001');
    expect(xml).toContain('\u{1F600}');
    expect(xml).toMatch(
      /<failure type="MUST" message="[^"]+"> {2}case {6}pageSize=0\n {2}expected {2}status 400 {2}\(#\/paths\)/,
    );
    expect(xml).toContain('again     npm test -- --only AUTH-01 --seed 42');
  });

  test('HTML shows what a target sent as text, and asks nobody for anything', () => {
    const html = htmlReport(everything);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  });

  test('Markdown keeps its table whatever a statement holds', () => {
    const [entry] = everything.requirements;
    if (entry === undefined) throw new Error('no entry');
    const markdown = summaryReport({
      ...everything,
      requirements: [{ ...entry, verdict: 'failed', statement: 'a | b' }],
    });
    expect(markdown).toContain(String.raw`a \| b`);
    expect(markdown).toContain('not claimed: mail');
  });

  test('text tells what was expected and received, and how to repeat it', () => {
    const text = textReport(everything);
    for (const line of [
      'case      pageSize=0',
      'expected  status 400  (#/paths)',
      'received  <script>',
      'request   GET http://127.0.0.1:1/x  as read',
      `-H "authorization: Bearer $TARGET_TOKEN_READ"`,
      'again     npm test -- --only AUTH-01 --seed 42',
      'not deleted: 17 (ada@example.com, created)',
      'mail                TARGET_MAIL_SINK is not set',
    ]) {
      expect(text).toContain(line);
    }
  });

  test('text tells one cause once', () => {
    const text = textReport(toResults(FACTS, [judged('untestable'), judged('untestable'), judged('passed')], NOTHING));
    expect(text.match(/control failed/g)).toHaveLength(1);
    expect(text).toContain('AUTH-01, AUTH-01');
    expect(text).toContain('npm run doctor');
  });
});
