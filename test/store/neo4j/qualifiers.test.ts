import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Relation } from '../../../src/domain/model.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { relationOf, relationRow } from '../../../src/store/neo4j/properties.js';
import { graphOfSize } from './graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

const graph = graphOfSize(10, 'qualified');
const [relation] = graph.relations as [Relation];
/** Keys that are names of something else in Neo4j, in JavaScript or in Cypher. */
const AWKWARD = [
  'id',
  'sortKey',
  'start',
  'qualifier:id',
  'qualifier:',
  '__proto__',
  'constructor',
  '',
  '10',
  'with space',
  '`',
  "'",
  'sécurité',
];

describe('qualifiers of a relation', () => {
  test('are properties by their own names, for who reads them in Cypher', () => {
    const { properties } = relationRow({ ...relation, qualifiers: { sector: 'private security', id: 'x' } });
    expect(properties).toMatchObject({ sector: 'private security', 'qualifier:id': 'x', id: relation.id });
  });

  test('come back as they were, whatever their keys', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom(...AWKWARD));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, fc.string()), { selector: ([name]) => name }), (entries) => {
        const qualified = { ...relation, qualifiers: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
        expect(JSON.stringify(relationOf(relationRow(qualified)).qualifiers)).toBe(JSON.stringify(qualified.qualifiers));
      }),
    );
  });
});

describeWithNeo4j('qualifiers of a relation in Neo4j', () => {
  test('come back with awkward keys, in the order of their keys', async () => {
    const qualifiers = Object.fromEntries([...AWKWARD].sort().map((key) => [key, `value of ${key}`]));
    const relations = [{ ...relation, qualifiers }, ...graph.relations.slice(1)];
    const store = await Neo4jStore.open(neo4jOfTests);
    try {
      await store.load({ ...graph, relations });
      const [read] = await store.relations([relation.id]);
      expect(JSON.stringify(read!.qualifiers)).toBe(JSON.stringify(qualifiers));
    } finally {
      await store.close();
    }
  }, 60_000);
});
