import { writeFileSync } from 'node:fs';
import { serviceFile } from '../../src/spec/package-root.ts';
import { runAgainst } from './commanded-run.ts';
import { startSubject } from './subject.ts';

// `npm run measure`: writes down what each requirement sends, for `npm run plan`.
const subject = await startSubject();
const results = await runAgainst(subject.variables);
await subject.close();
if (results === undefined) throw new Error('the run left no results');
const sorted = Object.fromEntries(Object.entries(results.effort).toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(serviceFile('customer-tenant', 'effort.json'), `${JSON.stringify(sorted, null, 2)}\n`);
