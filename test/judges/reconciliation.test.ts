import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { custodesServe, type Serving } from '../cli/custodes.js';
import { askJudge, judgesInstalled } from './python.js';

/** A list as somebody may have it: what is meant by each line, and where it is. */
const LIST = [
  { name: 'DIGESSP', country: 'Guatemala', id: 'digessp' },
  { name: 'Swiss embassy, Guatemala', country: 'GT', id: 'swiss-embassy-guatemala' },
  { name: 'DCAF - Geneva Centre for Security Sector Governance', country: 'Suisse', id: 'dcaf' },
  { name: 'INTERNATIONAL CODE OF CONDUCT ASSOCIATION (ICoCA)', country: 'Switzerland', id: 'icoca' },
];

(judgesInstalled ? describe : describe.skip)('a list of names, matched by a client that is not ours', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await custodesServe();
  });
  afterAll(() => server.stop());

  test('comes back with who is meant', () => {
    const { plain, located } = askJudge<Record<'plain' | 'located', [string, string, boolean][]>>(
      'test/judges/reconciliation.py',
      {
        url: `${server.url}/reconcile`,
        names: LIST.map(({ name }) => name),
        countries: LIST.map(({ country }) => country),
        type: 'Actor',
      },
    );
    const expected = LIST.map(({ name, id }) => [name, id, true]).sort();
    expect([plain.sort(), located.sort()]).toEqual([expected, expected]);
  });
});
