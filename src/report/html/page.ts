import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Results } from '../results.ts';
import { authorisationTable } from './authorisation-table.ts';
import { brokenList } from './broken-list.ts';
import { changeList } from './change-list.ts';
import { convergenceChart } from './convergence-chart.ts';
import { gapList } from './gap-list.ts';
import { markup, type Markup } from './markup.ts';
import { overviewTable } from './overview-table.ts';
import { requirementList } from './requirement-list.ts';
import { responseTimeChart } from './response-time-chart.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** The run as one HTML file that opens offline and asks for nothing. */
export function htmlReport(results: Results): string {
  const title = `${results.verdict}${results.partial ? ' (partial)' : ''}: ${results.target.baseUrl}`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${header(results, title)}
<main>
${brokenList(results)}
${changeList(results)}
${overviewTable(results)}
${authorisationTable(results)}
${responseTimeChart(results)}
${convergenceChart(results)}
${gapList(results)}
${requirementList(results)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`;
  return String(page);
}

const SPOKEN: Readonly<Record<string, string>> = { notApplicable: 'not applicable' };

/** Allows our own style and script, and nothing from anywhere else. */
function policy(): string {
  return `default-src 'none'; style-src ${digestOf(style)}; script-src ${digestOf(script)}`;
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function header(results: Results, title: string): Markup {
  const { profile, revision, target, seed, requests, startedAt, durationMs, suite, runId } = results;
  const facts: Readonly<Record<string, string>> = {
    profile: `${profile}${results.strict ? ', strict' : ''}, revision ${revision}`,
    tenant: `${target.tenant}${target.embedded ? ' of the embedded target' : ''}`,
    run: `${runId}, seed ${seed}, ${startedAt}`,
    effort: `${requests} requests, ${(durationMs / 1000).toFixed(1)} s`,
    suite: `${suite.name} ${suite.version}`,
  };
  const rows = Object.entries(facts).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  const counts = Object.entries(results.summary).map(
    ([name, count]) => markup`<li><b>${count}</b> ${SPOKEN[name] ?? name}</li>`,
  );
  return markup`<header class="${results.verdict}">
<a class="skip" href="#requirements">Skip to the requirements</a>
<h1>${title}</h1>
<dl class="facts">${rows}</dl>
<ul class="counts">${counts}</ul>
</header>`;
}
