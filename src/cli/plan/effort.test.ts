import { expect, test } from 'vitest';
import { loadCatalogue } from '../../conformance/catalogue.ts';
import { readEffort } from '../../conformance/effort.ts';
import { forecast } from './effort.ts';

const EFFORT = { 'LST-01': { LIST: 2, CREATE: 3 }, 'DEL-01': { DELETE: 1, UPSERT: 1 }, 'GET-01': { GET: 5 } };

test('adds up what the wanted requirements send', () => {
  expect(forecast(EFFORT, ['LST-01', 'DEL-01'], true)).toEqual({
    byOperation: { LIST: 2, CREATE: 3, DELETE: 1, UPSERT: 1 },
    requests: 7,
    writes: 5,
    customers: 4,
  });
});

test('counts reads alone where nothing is written', () => {
  expect(forecast(EFFORT, ['LST-01', 'GET-01'], false)).toMatchObject({ requests: 7, writes: 0, customers: 0 });
});

test('knows every requirement that sends anything', () => {
  const ids = new Set(loadCatalogue('customer-tenant').map(({ id }) => id));
  const measured = Object.keys(readEffort('customer-tenant')).filter((id) => id !== 'clean-up');
  expect(measured.filter((id) => !ids.has(id))).toEqual([]);
  expect(measured.length).toBeGreaterThan(200);
});
