import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { NameIndex } from '../../src/store/memory/name-index.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
const names = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 });
const words = fc.uniqueArray(fc.record({ text: word, edits: fc.constantFrom(0 as const, 1 as const, 2 as const) }), {
  selector: ({ text }) => text,
  maxLength: 3,
});

test('the candidates kept beyond the limit are those that minisearch finds most relevant', () => {
  fc.assert(
    fc.property(names, words, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 3 }), (named, asked, limit, every) => {
      const entities = named.map((of, i) => ({ id: `e${String(i).padStart(3, '0')}`, names: of.join(' ') }));
      const wanted = (id: string): boolean => Number(id.slice(1)) % every === 0;
      const index = new NameIndex();
      for (const { id, names } of entities) index.add(id, names);
      const relevant = relevance(entities, asked, wanted);
      const kept = index.candidates(asked, limit, wanted);
      expect(kept).toHaveLength(Math.min(limit, relevant.size));
      expect(kept).toEqual([...kept].sort());
      // Scores are added up in another order, so that equal ones may differ in their last digit.
      const least = [...relevant.values()].sort((a, b) => b - a)[kept.length - 1] ?? 0;
      for (const id of kept) expect(relevant.get(id)).toBeGreaterThan(least - 1e-9);
      expect(index.candidates(asked, limit, wanted)).toEqual(kept);
    }),
  );
});

function relevance(
  entities: { id: string; names: string }[],
  asked: readonly { text: string; edits: 0 | 1 | 2 }[],
  wanted: (id: string) => boolean,
): Map<string, number> {
  const reference = new MiniSearch({ fields: ['names'], tokenize: (of) => of.split(' '), processTerm: (of) => of });
  reference.addAll(entities);
  const queries = asked.map(({ text, edits }) => ({ queries: [text], prefix: true, fuzzy: edits === 0 ? false : edits }));
  const found = reference.search({ combineWith: 'OR', queries }, { filter: ({ id }) => wanted(id as string) });
  return new Map(found.map(({ id, score }) => [id as string, score]));
}
