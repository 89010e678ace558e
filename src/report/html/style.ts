/** The look of `report.html`: light and dark, on a screen and on paper. */
export const style = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; --line: light-dark(#767676, #8a8a8a);
  --good: light-dark(#e3f4e6, #12351b); --good-text: light-dark(#0f4d1d, #a8e6b5);
  --bad: light-dark(#fde4e4, #4a1418); --bad-text: light-dark(#8a0f18, #ffb8b8);
  --warn: light-dark(#fdf0d5, #43320c); --warn-text: light-dark(#664400, #ffdf9e);
  --open: light-dark(#ebe7f7, #2f2a47); --open-text: light-dark(#41337a, #d5ccff); --link: light-dark(#0b4fb3, #9cc4ff); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 78rem; padding: 1rem; }
header { border-left: .5rem solid var(--bad-text); padding-left: 1rem; }
header.conformant { border-color: var(--good-text); } header.incomplete { border-color: var(--warn-text); }
h1 { overflow-wrap: anywhere; } section { margin-top: 2rem; } a { color: var(--link); }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
.facts, .counts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; padding: 0; list-style: none; }
.facts dt { font-size: .85rem; } dd { margin: 0; overflow-wrap: anywhere; }
.passed { background: var(--good); color: var(--good-text); }
.failed, .error { background: var(--bad); color: var(--bad-text); }
.warning { background: var(--warn); color: var(--warn-text); }
.untestable, .waived { background: var(--open); color: var(--open-text); }
td a { color: inherit; }
table { border-collapse: collapse; } caption { text-align: left; padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
ul.broken { list-style: none; padding: 0; } .broken span { padding: 0 .5rem; font-weight: 600; }
.broken small { display: block; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } .compact { columns: 20rem; }
svg { font: 13px system-ui, sans-serif; } svg text { fill: currentColor; }
svg .high { fill: light-dark(#9dc0ef, #2d4d80); } svg .typical { fill: light-dark(#2b6cc4, #7fb0f5); }
svg line { stroke: currentColor; stroke-width: 2; }
.gaps { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; position: sticky; top: 0; background: Canvas; padding: .5rem 0; }
.tools label { display: grid; } input, select { font: inherit; padding: .25rem; }
details { border-top: 1px solid var(--line); padding: .25rem 0; content-visibility: auto; contain-intrinsic-size: auto 2.25rem; }
details[hidden] { display: none; } summary { cursor: pointer; overflow-wrap: anywhere; }
summary span { display: inline-block; min-width: 7.5rem; padding: 0 .5rem; font-weight: 600; }
.sides { display: grid; grid-template-columns: minmax(15rem, 1fr) minmax(0, 3fr); gap: 1rem; padding: .5rem; }
.sides p { margin: 0 0 .5rem; overflow-wrap: anywhere; } dt { font-weight: 600; } .finding { margin: .5rem 0; }
.exchanges { font-size: .85rem; } .exchanges td { overflow-wrap: anywhere; }
pre { border: 1px solid var(--line); padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
@media print { :root { color-scheme: light; } .tools, .skip { display: none; } details { break-inside: avoid; content-visibility: visible; } body { max-width: none; } }
`;
