import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { graphOfFiles } from '../../src/dossier/index.js';
import { BASE, CLAIM, file } from './dossiers.js';

/** A dossier in which something anywhere is replaced by anything is a graph or a list of mistakes, never an exception. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const DOSSIER = parse(`${BASE}relations:
  - { type: MEMBER_OF, from: dcaf, to: icoca, category: Centre, role: founder, start: 2014, end: "..", claims: [${CLAIM}] }
  - { type: PART_OF, from: dcaf, to: icoca, at: [2015, 2016], claims: [${CLAIM}] }
`) as Json;

/** Every place in the dossier, as a path. */
function pathsIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const parts: [string | number, Json][] = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [path, ...parts.flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function replaced(value: Json, [key, ...rest]: (string | number)[], by: Json): Json {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, Json>;
  copy[key] = replaced(copy[key]!, rest, by);
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    '..',
    '/',
    '2021/',
    '{2019,2020}',
    '[]',
    '__proto__',
    'constructor',
    '🛡',
    '-',
    ' ',
    { __proto__: null },
    [[]],
    [null],
  ),
);

test('no content makes the loader fail', () => {
  const change = fc.tuple(fc.constantFrom(...pathsIn(DOSSIER)), anything);
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const content = changes.reduce((dossier, [path, by]) => {
        try {
          return replaced(dossier, path, by);
        } catch {
          return dossier; // the first change took the place of the second away
        }
      }, DOSSIER);
      const loaded = graphOfFiles([file('any.yaml', JSON.stringify(content, null, 1))]);
      if ('graph' in loaded) expect(loaded.graph.version).toMatch(/^[0-9a-f]{64}$/);
      else {
        expect(loaded.problems.length).toBeGreaterThan(0);
        for (const problem of loaded.problems) {
          expect(problem).toMatchObject({ file: 'any.yaml', line: expect.any(Number), column: expect.any(Number) });
          expect(`${problem.found}${problem.expected}${problem.remedy}`).not.toMatch(/undefined|\[object|NaN/);
        }
      }
    }),
    { numRuns: 300 },
  );
});
