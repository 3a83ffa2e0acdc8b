import { expect, test } from '@jest/globals';
import { differenceOf, fingerprint } from '../../../src/store/neo4j/difference.js';

const row = (record: { id: string; name: string }): object => ({ properties: record });
const kept = { id: 'dcaf', name: 'DCAF' };
const stored = new Map([
  ['dcaf', fingerprint(row(kept))],
  ['icoca', fingerprint(row({ id: 'icoca', name: 'ICoCA' }))],
  ['un', 'of another version'],
  ['somebody', null],
]);

test('only what differs is written: what is new, what changed, what was written in another way', () => {
  const renamed = { id: 'icoca', name: 'ICoCA Association' };
  const added = { id: 'iepades', name: 'IEPADES' };
  const un = { id: 'un', name: 'United Nations' };
  expect(differenceOf([kept, renamed, added, un], stored, row)).toEqual({
    added: [added],
    changed: [renamed, un],
    vanished: ['somebody'],
  });
});

test('the same records again are no difference', () => {
  expect(differenceOf([kept], new Map([['dcaf', fingerprint(row(kept))]]), row)).toEqual({
    added: [],
    changed: [],
    vanished: [],
  });
});
