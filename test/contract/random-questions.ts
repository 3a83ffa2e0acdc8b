import fc from 'fast-check';
import { ENTITY_LABELS, type Graph } from '../../src/domain/model.js';
import { foldedWords } from '../../src/domain/folding.js';
import { vocabulary } from '../../src/domain/vocabulary.js';
import * as Port from '../../src/store/port.js';
import { IDENTIFIERS, NAME_WORDS } from './random-graph.js';

type Store = Port.GraphStore;
/** The questions of the port that rows of the graph answer; what is left over is not asked at random. */
type Asked = Exclude<keyof Store, 'engine' | 'snapshot' | 'measureTies' | 'load' | 'close'>;

export type Question = { [Q in Asked]: { question: Q; arguments: Parameters<Store[Q]> } }[Asked];

/** Any question of the port about this graph: with ids that it has and that it has not, from any row on, with any filter. */
export function randomQuestion(graph: Graph): fc.Arbitrary<Question> {
  const ids = (records: readonly { id: string }[]): fc.Arbitrary<string> =>
    fc.constantFrom('no-such', ...records.map(({ id }) => id));
  const several = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(values, { maxLength: 8 });
  /** Mostly null, so that several filters at once leave something. */
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary, weight: 1 });

  const entityIds = ids(graph.entities);
  const sourceIds = ids(graph.sources);
  const relationTypes = fc.constantFrom(
    'NO_SUCH',
    ...new Set(graph.relations.map(({ type }) => type)),
    ...vocabulary.relationTypes.keys(),
  );
  const kinds = fc.constantFrom(...new Set(graph.entities.map(({ kind }) => kind)), 'no-such');
  const label = fc.constantFrom(...ENTITY_LABELS);
  const days = graph.relations.flatMap(({ time }) => [time.earliestStart, time.latestStart, time.earliestEnd, time.latestEnd]);
  const day = fc.constantFrom('2015-03-01', '2016-06-15', '2020-01-01', ...days);
  const during = maybe(
    fc
      .record({ a: day, b: day, certainty: fc.constantFrom('CERTAINLY' as const, 'POSSIBLY' as const) })
      .map(({ a, b, certainty }): Port.During => ({ from: a < b ? a : b, to: a < b ? b : a, certainty })),
  );
  const folded = NAME_WORDS.flatMap(foldedWords);
  const parts = fc
    .tuple(fc.constantFrom(...folded), fc.nat(3), fc.nat(6))
    .map(([word, from, length]) => word.slice(from, from + length + 1));
  const words = maybe(
    fc.array(
      parts.filter((part) => part !== ''),
      { maxLength: 2 },
    ),
  ).map((given) => given ?? []);
  const direction = fc.constantFrom('ASC' as const, 'DESC' as const);
  const limit = fc.nat(12);
  const after = <T extends { id: string }>(
    records: readonly T[],
    keyOf: (record: T) => string | number,
  ): fc.Arbitrary<Port.Keyset | null> =>
    maybe(fc.constantFrom(...(records.length > 0 ? records.map((record) => ({ key: keyOf(record), id: record.id })) : [null])));

  const entityOrder = fc.oneof(
    fc.record({ by: fc.constant('NAME' as const), after: after(graph.entities, ({ sortKey }) => sortKey) }),
    fc.record({ by: fc.constant('START' as const), after: after(graph.entities, ({ time }) => time.earliestStart) }),
    fc.record({ by: fc.constant('DEGREE' as const), after: after(graph.entities, ({ degree }) => degree) }),
  );
  const relationOrder = fc.oneof(
    fc.record({ by: fc.constant('START' as const), after: after(graph.relations, ({ sortKey }) => sortKey) }),
    fc.record({ by: fc.constant('SUPPORTING' as const), after: after(graph.relations, ({ evidence }) => evidence.supporting) }),
  );
  const sourceOrder = fc.oneof(
    fc.record({ by: fc.constant('TITLE' as const), after: after(graph.sources, ({ sortKey }) => sortKey) }),
    fc.record({ by: fc.constant('PUBLISHED' as const), after: after(graph.sources, ({ published }) => published ?? '') }),
  );
  /** A filter with an order, a direction and the row to go on from. */
  const paged = <F, By>(filter: fc.Arbitrary<F>, order: fc.Arbitrary<{ by: By; after: Port.Keyset | null }>) =>
    fc.tuple(filter, order, direction, limit).map(([given, { by, after }, to, most]) => ({
      ...given,
      order: { by, direction: to },
      after,
      limit: most,
    }));

  const arbitraries: { [Q in Asked]: fc.Arbitrary<Parameters<Store[Q]>> } = {
    dataset: fc.constant([]),
    counts: fc.constant([]),
    entities: fc.tuple(several(entityIds)),
    relations: fc.tuple(several(ids(graph.relations))),
    claims: fc.tuple(several(ids(graph.claims))),
    sources: fc.tuple(several(sourceIds)),
    entitiesByIdentifier: fc.tuple(several(fc.constantFrom('no-such', ...IDENTIFIERS))),
    relationCounts: fc.tuple(several(entityIds)),
    relationsOf: fc.tuple(
      fc.record({
        entityIds: several(entityIds),
        direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
        types: maybe(several(relationTypes)),
        during,
        limit: maybe(limit),
        after: maybe(fc.oneof(day, fc.constantFrom('', ...graph.relations.map(({ sortKey }) => sortKey)))),
      }),
    ),
    neighbours: fc.tuple(
      fc.record({
        entityIds: several(entityIds),
        direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
        types: maybe(several(relationTypes)),
        during,
        kinds: maybe(several(kinds)),
        except: several(entityIds),
        limit,
      }),
    ),
    relationsAmong: fc.tuple(
      fc.record({
        entityIds: fc.array(entityIds, { maxLength: 20 }),
        types: maybe(several(relationTypes)),
        during,
      }),
    ),
    neighbourhood: fc.tuple(
      fc.record({
        ids: several(entityIds),
        levels: fc.array(
          fc.record({
            direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
            types: maybe(several(relationTypes)),
            days: during.map((given) => given && { from: given.from, to: given.to }),
            limit,
          }),
          { maxLength: Port.MOST_LEVELS_OF_NEIGHBOURHOOD },
        ),
        entityParts: fc.subarray([...Port.ENTITY_PARTS]),
        relationParts: fc.subarray([...Port.RELATION_PARTS]),
      }),
    ),
    nameCandidates: fc.tuple(
      fc.record({
        words: fc.array(fc.record({ text: misspelt(folded), edits: fc.constantFrom(0 as const, 1 as const, 2 as const) }), {
          maxLength: 3,
        }),
        labels: maybe(several(label)),
        kinds: maybe(several(kinds)),
        // Beyond the limit each engine keeps what it finds most relevant.
        limit: fc.constant(graph.entities.length),
      }),
    ),
    entitiesAfter: fc.tuple(
      fc.record({ after: maybe(entityIds), kinds: maybe(several(kinds)), within: maybe(entityIds), limit }),
    ),
    entityPage: fc.tuple(
      paged(
        fc.record({
          label: maybe(label),
          kinds: maybe(several(kinds)),
          within: maybe(entityIds),
          words,
          during,
          relationTypes: maybe(several(relationTypes)),
        }),
        entityOrder,
      ),
    ),
    relationPage: fc.tuple(
      paged(
        fc.record({
          types: maybe(several(relationTypes)),
          from: maybe(entityIds),
          to: maybe(entityIds),
          began: maybe(
            fc
              .record({ a: day, b: day, certain: fc.boolean() })
              .map(({ a, b, certain }): Port.Began => ({ from: a < b ? a : b, to: a < b ? b : a, certain })),
          ),
          within: maybe(entityIds),
          source: maybe(sourceIds),
          words,
          during,
          disputed: maybe(fc.boolean()),
          minSupporting: maybe(fc.nat(3)),
        }),
        relationOrder,
      ),
    ),
    sourcePage: fc.tuple(paged(fc.record({ words, publisherId: maybe(entityIds) }), sourceOrder)),
    claimsOf: fc.tuple(fc.record({ sources: several(sourceIds), after: maybe(ids(graph.claims)), limit })),
  };
  const weightOf = (question: string): number => (/Of$|Page$|Candidates$|neighbourhood/.test(question) ? 3 : 1);
  const questions = Object.entries(arbitraries).map(([question, args]) => ({
    arbitrary: (args as fc.Arbitrary<unknown>).map((given) => ({ question, arguments: given }) as Question),
    weight: weightOf(question),
  }));
  return fc.oneof(...questions);
}

/** A word, or one with letters dropped, doubled, changed or at its end left off. */
function misspelt(words: readonly string[]): fc.Arbitrary<string> {
  const mistake = fc.record({ at: fc.nat(8), how: fc.constantFrom('drop', 'double', 'change', 'cut') });
  return fc.tuple(fc.constantFrom(...words), fc.array(mistake, { maxLength: 3 })).map(([word, mistakes]) =>
    mistakes.reduce((text, { at, how }) => {
      if (at >= text.length || text.length < 2) return text;
      if (how === 'cut') return text.slice(0, at + 1);
      const letter = { drop: '', double: `${text[at] ?? ''}${text[at] ?? ''}`, change: 'x' }[how];
      return text.slice(0, at) + letter + text.slice(at + 1);
    }, word),
  );
}
