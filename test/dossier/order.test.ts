import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { graphOfFiles, type DossierFile } from '../../src/dossier/index.js';
import { BASE, file, HEAD } from './dossiers.js';

/** Random relations and additions between the entities of `BASE`, as YAML lines of one record each. */
const date = fc.constantFrom(
  '',
  'at: 2019,',
  'at: [2018, 2020-05],',
  'start: 2015,',
  'start: 2014-03, end: "..",',
  'end: 2021,',
  'on: 2016-02/2016-03,',
);
const claim = fc
  .record({
    passage: fc.constantFrom('p', 'q', 'r'),
    date,
    statement: fc.constantFrom('So it is.', 'It is so.', 'It was so.'),
    certainty: fc.constantFrom('explicit', 'implied', 'hedged'),
  })
  .map((parts) => `{ passage: ${parts.passage}, ${parts.date} certainty: ${parts.certainty}, statement: ${parts.statement} }`);
const relation = fc
  .record({
    ends: fc.constantFrom('from: icoca, to: dcaf', 'from: dcaf, to: icoca', 'from: dcaf, to: digessp'),
    type: fc.constantFrom('PARTNERED_WITH', 'MEMBER_OF', 'ADVISED'),
    role: fc.constantFrom('', 'role: host,', 'role: guest,'),
    date,
    claims: fc.array(claim, { minLength: 1, maxLength: 3 }),
  })
  .map(({ ends, type, role, date: dates, claims }) => ({
    relations: [`  - { type: ${type}, ${ends}, ${role} ${dates} claims: [${claims.join(', ')}] }`],
    entities: [],
  }));
const addition = fc
  .record({
    id: fc.constantFrom('icoca', 'dcaf', 'gt'),
    name: fc.constantFrom(
      '{ text: Centro, language: es }',
      'DCAF',
      '{ text: Geneva Centre, language: en }',
      '{ text: Centro, language: es, use: former, period: 2001/2005 }',
    ),
    date,
    claim,
  })
  .map(({ id, name, date: dates, claim: of }) => ({
    relations: [],
    entities: [`  - { id: ${id}, adds: true, names: [${name}], ${dates} claims: [${of}] }`],
  }));

interface Records {
  relations: string[];
  entities: string[];
}

function dossier(name: string, records: readonly Records[]): DossierFile {
  const list = (key: keyof Records): string => {
    const lines = records.flatMap((of) => of[key]);
    return lines.length === 0 ? '' : `${key}:\n${lines.join('\n')}\n`;
  };
  return file(name, HEAD + list('relations') + list('entities'));
}

function graph(files: readonly DossierFile[]) {
  const loaded = graphOfFiles(files);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.graph;
}

describe('the graph', () => {
  const records = fc.array(fc.oneof(relation, addition), { minLength: 1, maxLength: 12 });
  const shuffled = records.chain((all) =>
    fc.record({
      all: fc.constant(all),
      order: fc.shuffledSubarray(all, { minLength: all.length }),
      cut: fc.nat({ max: all.length }),
      baseName: fc.constantFrom('0.yaml', 'middle.yaml', 'z.yaml'),
    }),
  );

  test('is the same in whatever order, and however cut into dossiers, its records come', () => {
    fc.assert(
      fc.property(shuffled, ({ all, order, cut, baseName }) => {
        const straight = graph([file('0.yaml', BASE), dossier('a.yaml', all)]);
        const mixed = graph([dossier('b.yaml', order.slice(0, cut)), file(baseName, BASE), dossier('m.yaml', order.slice(cut))]);
        expect(mixed.version).toBe(straight.version);
        expect(mixed).toEqual(straight);
      }),
      { numRuns: 25 },
    );
  });

  test('is another one when a word of a claim is', () => {
    const one = (statement: string) =>
      graph([
        file('0.yaml', BASE),
        file(
          'a.yaml',
          `${HEAD}relations:\n  - { type: ADVISED, from: dcaf, to: icoca, claims: [{ passage: p, statement: ${statement} }] }\n`,
        ),
      ]);
    expect(one('DCAF advised ICoCA.').version).not.toBe(one('DCAF advises ICoCA.').version);
  });

  test('refers only to records it holds, and counts every relation at its ends', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { entities, relations, claims, sources } = graph([file('0.yaml', BASE), dossier('a.yaml', all)]);
        const ids = new Set([...entities, ...relations].map(({ id }) => id));
        const claimIds = new Set(claims.map(({ id }) => id));
        expect(claims.every(({ subject, source }) => ids.has(subject) && sources.some(({ id }) => id === source))).toBe(true);
        expect(
          [...entities, ...relations].every(
            (record) => record.claimIds.length > 0 && record.claimIds.every((id) => claimIds.has(id)),
          ),
        ).toBe(true);
        const ends = relations.flatMap(({ source, target }) => [...new Set([source, target])]);
        expect(entities.reduce((sum, { degree }) => sum + degree, 0)).toBe(ends.length);
        for (const list of [entities, relations, claims, sources]) {
          const order = list.map(({ id }) => id);
          expect(order).toEqual([...new Set(order)].sort());
        }
      }),
      { numRuns: 10 },
    );
  });
});
