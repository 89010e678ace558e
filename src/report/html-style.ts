/** The look of `report.html`: light and dark, readable on paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --line: light-dark(#ccc, #555); --good: light-dark(#176b2c, #7ddb93);
  --bad: light-dark(#a3151f, #ff9a9a); --warn: light-dark(#7a5200, #ffd27a); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
header { border-left: .5rem solid var(--bad); padding-left: 1rem; }
header.conformant { border-color: var(--good); } header.incomplete { border-color: var(--warn); }
header ul { display: flex; flex-wrap: wrap; gap: 1.5rem; list-style: none; padding: 0; }
details { border-top: 1px solid var(--line); padding: .25rem 0; }
summary { cursor: pointer; } summary span { display: inline-block; min-width: 7.5rem; font-weight: 600; }
.passed { color: var(--good); } .failed, .error { color: var(--bad); } .warning, .untestable { color: var(--warn); }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
dt { font-weight: 600; } .source { font-size: .85rem; }
@media print { details { break-inside: avoid; } }
`;
