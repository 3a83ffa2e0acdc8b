import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { graphDifference } from '../../src/domain/graph-difference.js';
import type { Graph } from '../../src/domain/model.js';
import { randomGraph } from '../contract/random-graph.js';
import { smallGraph } from '../fixtures/small-graph.js';

const KINDS = ['sources', 'entities', 'relations', 'claims'] as const;
const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);
const withoutOrder = (record: object): object => ({ ...record, sortKey: null });

describe('what changed from one graph to another', () => {
  test('is nothing from a graph to itself', async () => {
    const difference = await graphDifference(smallGraph, smallGraph);
    for (const kind of KINDS) expect(difference[kind]).toEqual({ added: [], removed: [], changed: [] });
  });

  test('is said field by field, down to the part of a time or of the evidence', async () => {
    const [first, ...others] = smallGraph.relations;
    const changed = {
      ...first!,
      time: { ...first!.time, start: '1999' },
      qualifiers: { ...first!.qualifiers, sector: 'maritime' },
      evidence: { ...first!.evidence, supporting: 9 },
      claimIds: [...first!.claimIds, 'z'],
    };
    const { relations, entities } = await graphDifference(smallGraph, { ...smallGraph, relations: [changed, ...others] });
    expect(relations).toEqual({
      added: [],
      removed: [],
      changed: [
        {
          id: first!.id,
          changes: [
            { field: 'claimIds', before: first!.claimIds, after: changed.claimIds },
            { field: 'evidence.supporting', before: first!.evidence.supporting, after: 9 },
            { field: 'qualifiers.sector', before: first!.qualifiers['sector'] ?? null, after: 'maritime' },
            { field: 'time.start', before: first!.time.start, after: '1999' },
          ],
        },
      ],
    });
    expect(entities.changed).toEqual([]);
  });

  test('names every record that differs and no other, and is the mirror image backwards: random graphs', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph(), randomGraph(), async (before: Graph, after: Graph) => {
        const forth = await graphDifference(before, after);
        const back = await graphDifference(after, before);
        for (const kind of KINDS) {
          const old = new Map<string, object>(before[kind].map((record) => [record.id, record]));
          const differs = (record: { id: string }): boolean =>
            old.has(record.id) && JSON.stringify(withoutOrder(record)) !== JSON.stringify(withoutOrder(old.get(record.id)!));
          expect(ids(forth[kind].added)).toEqual(ids(after[kind].filter(({ id }) => !old.has(id))));
          expect(ids(forth[kind].changed)).toEqual(ids(after[kind].filter(differs)));
          expect(ids(forth[kind].removed)).toEqual(ids(back[kind].added));
          expect(forth[kind].changed).toEqual(
            back[kind].changed.map(({ id, changes }) => ({
              id,
              changes: changes.map(({ field, before: was, after: is }) => ({ field, before: is, after: was })),
            })),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});
