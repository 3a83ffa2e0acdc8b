import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphStore } from '../../src/store/port.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

/** Questions put to the store, by method, since the last test; each answer asks once which data it names (`dataset`). */
let asked: Record<string, number> = {};

/** The store itself, with its questions counted. */
function counted(store: GraphStore): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name === 'snapshot') return () => counted(target.snapshot());
      return (...args: unknown[]): unknown => {
        asked[String(name)] = (asked[String(name)] ?? 0) + 1;
        return Reflect.apply(value, target, args);
      };
    },
  });
}

describe('a level of a query costs one question, however many rows it has', () => {
  const graph = serveGraph(smallGraph, { wrap: counted });
  beforeEach(() => {
    asked = {};
  });

  test('entities, their relations, the ends of these, their claims and their sources', async () => {
    const { data, errors } = await graph.ask(`{ actors(first: 50) { nodes { name relations(first: 50) { totalCount nodes {
      type source { id name } target { id name } claims { statement source { title publisherEntity { name } } } } } } } }`);
    expect(errors).toBeUndefined();
    expect(data.actors.nodes.length).toBeGreaterThan(5);
    // The publishers are entities that were read a level above or are read together.
    expect(asked).toEqual({ dataset: 1, entityPage: 1, relationsOf: 1, entities: expect.any(Number), claims: 1, sources: 1 });
    expect(asked['entities']).toBeLessThanOrEqual(2);
  });

  test('the claims of every source of a page', async () => {
    const { data } = await graph.ask(
      '{ sources(first: 50) { nodes { id claims(first: 3) { totalCount nodes { statement } } } } }',
    );
    expect(data.sources.nodes.length).toBeGreaterThan(3);
    expect(asked).toEqual({ dataset: 1, sourcePage: 1, claimsOf: 1 });
  });

  test('how many relations each of them has, by type and direction', async () => {
    const { data, errors } = await graph.ask(`{ actors(first: 50) { nodes { id relationCounts { type direction count } } } }`);
    expect(errors).toBeUndefined();
    const [iso] = data.actors.nodes.filter(({ id }: { id: string }) => id === 'iso');
    expect(iso.relationCounts).toEqual([{ type: 'AUTHORED', direction: 'OUT', count: 1 }]);
    const [icoca] = data.actors.nodes.filter(({ id }: { id: string }) => id === 'icoca');
    expect(icoca.relationCounts).toContainEqual({ type: 'MEMBER_OF', direction: 'IN', count: 5 });
    expect(asked).toEqual({ dataset: 1, entityPage: 1, relationCounts: 1 });
  });

  test('relations asked for in two ways are two questions', async () => {
    await graph.ask(
      `{ actors(first: 50) { nodes { out: relations(direction: OUT) { totalCount } in: relations(direction: IN) { totalCount } } } }`,
    );
    expect(asked).toEqual({ dataset: 1, entityPage: 1, relationsOf: 2 });
  });

  test('what was read once is not read again in the same query', async () => {
    await graph.ask(
      `{ actors(first: 50) { nodes { within { id } claims { id subject { id } } } } places { nodes { within { id name } } } }`,
    );
    expect(asked).toEqual({ dataset: 1, entityPage: 2, claims: 1, entities: expect.any(Number) });
    expect(asked['entities']).toBeLessThanOrEqual(2);
  });

  test('the data version is read once for all the answers that name it', async () => {
    await graph.ask('{ dataVersion search(text: "icoca") { dataVersion } network(centers: ["icoca"]) { dataVersion } }');
    expect(asked['dataset']).toBe(1);
  });

  test('the hops of every path of every influencer', async () => {
    await graph.ask('{ influence(region: "GT") { region { id } } }');
    const forTheAnswer = asked['entities'] ?? 0;
    asked = {};
    await graph.ask(
      `{ influence(region: "GT") { influencers { nodes { paths { hops { from { name } to { name } relation { claims { source { title } } } } } } } } }`,
    );
    expect(asked).toMatchObject({ claims: 1, sources: 1, entities: forTheAnswer + 1 });
  });
});
