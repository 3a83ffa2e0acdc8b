import { describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../src/store/errors.js';
import type { GraphStore } from '../../src/store/port.js';
import { MOST_CHARACTERS } from '../../src/graphql/limits.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

describe('a question that cannot be answered as put', () => {
  const graph = serveGraph(smallGraph);

  test.each([
    ['an unknown entity', '{ entity(id: "digesp") { id } }', 'UNKNOWN_ID'],
    ['an actor that is an instrument', '{ actor(id: "code") { id } }', 'UNKNOWN_ID'],
    ['an unknown source', '{ source(id: "nothing") { id } }', 'UNKNOWN_ID'],
    ['an unknown claim', '{ claim(id: "nothing") { id } }', 'UNKNOWN_ID'],
    ['an unknown relation', '{ relation(id: "nothing") { id } }', 'UNKNOWN_ID'],
    ['an unknown centre', '{ network(centers: ["nothing"]) { beyond } }', 'UNKNOWN_ID'],
    ['an unknown end of a path', '{ paths(from: "icoca", to: "nothing") { truncated } }', 'UNKNOWN_ID'],
    ['an unknown region', '{ influence(region: "Atlantis") { asOf } }', 'UNKNOWN_REGION'],
    ['an unknown place', '{ actors(within: "ZZ") { totalCount } }', 'UNKNOWN_REGION'],
    ['a date that is no EDTF', '{ relations(asOf: "24 June 2021") { totalCount } }', 'INVALID_DATE'],
    ['a date that is no EDTF, on an entity', '{ entity(id: "icoca") { holds(asOf: "soon") } }', 'INVALID_DATE'],
    ['an unknown kind', '{ actors(kinds: ["regulater"]) { totalCount } }', 'INVALID_ARGUMENT'],
    ['an unknown kind in a search', '{ search(text: "a", kinds: ["x"]) { hits { score } } }', 'INVALID_ARGUMENT'],
    ['a label instead of a kind', '{ actors(kinds: ["Actor"]) { totalCount } }', 'INVALID_ARGUMENT'],
    ['a search for nothing', '{ search(text: "") { hits { score } } }', 'INVALID_ARGUMENT'],
    ['a search for marks', '{ search(text: "?!") { hits { score } } }', 'INVALID_ARGUMENT'],
    ['a region of marks', '{ influence(region: "?!") { asOf } }', 'UNKNOWN_REGION'],
    ['an id of marks', '{ entity(id: "--") { id } }', 'UNKNOWN_ID'],
    ['a cursor of another list', '{ actors(after: "bm90IGEgY3Vyc29y") { totalCount } }', 'INVALID_CURSOR'],
    ['the longest cursor, which is none', `{ actors(after: "${'x'.repeat(MOST_CHARACTERS)}") { totalCount } }`, 'INVALID_CURSOR'],
    ['a longer one', `{ actors(after: "${'x'.repeat(MOST_CHARACTERS + 1)}") { totalCount } }`, 'INVALID_ARGUMENT'],
    ['no rows', '{ actors(first: 0) { totalCount } }', 'INVALID_ARGUMENT'],
    ['fewer than no rows', '{ actors(first: -1) { totalCount } }', 'INVALID_ARGUMENT'],
    ['too many rows', '{ sources(first: 101) { totalCount } }', 'INVALID_ARGUMENT'],
    ['too many relations of an entity', '{ entity(id: "icoca") { relations(first: 1000) { totalCount } } }', 'INVALID_ARGUMENT'],
    ['too wide a network', '{ network(centers: ["icoca"], limit: 2001) { beyond } }', 'INVALID_ARGUMENT'],
    ['too deep a network', '{ network(centers: ["icoca"], depth: 5) { beyond } }', 'INVALID_ARGUMENT'],
    ['a network around nothing', '{ network(centers: []) { beyond } }', 'INVALID_ARGUMENT'],
    ['too long paths', '{ paths(from: "icoca", to: "code", maxLength: 7) { truncated } }', 'INVALID_ARGUMENT'],
    ['too many steps', '{ influence(region: "GT", maxSteps: 7) { asOf } }', 'INVALID_ARGUMENT'],
    ['influence that does not fade but dies', '{ influence(region: "GT", decay: 0) { asOf } }', 'INVALID_ARGUMENT'],
    ['influence that grows', '{ influence(region: "GT", decay: 1.01) { asOf } }', 'INVALID_ARGUMENT'],
  ])('%s', async (_what, query, code) => {
    const { status, codes, errors } = await graph.ask(query);
    expect({ status, codes }).toEqual({ status: 200, codes: [code] });
    expect(Object.keys(errors?.[0]?.extensions ?? {})).not.toContain('stacktrace');
  });

  test('the nearest ids are suggested', async () => {
    const { errors } = await graph.ask('{ entity(id: "digesp") { id } }');
    expect(errors?.[0]?.extensions.suggestions).toContain('digessp');
    expect(errors?.[0]?.message).toContain('digessp');
  });

  test.each([
    ['a source', '{ source(id: "icoca-2021") { id } }', 'icoca-news'],
    ['a relation', '{ relation(id: "session.organised.digessp") { id } }', 'session.addressed.digessp'],
    ['a claim', '{ claim(id: "icoca-news.0000000000") { id } }', expect.stringMatching(/^icoca-news\./)],
  ])('the nearest ids are suggested for %s', async (_what, query, id) => {
    const { errors } = await graph.ask(query);
    expect(errors?.[0]?.extensions.suggestions?.[0]).toEqual(id);
  });

  test('a next page is advised only where there is one', async () => {
    const advice = async (query: string): Promise<string | undefined> => (await graph.ask(query)).errors?.[0]?.message;
    expect(await advice('{ sources(first: 5000) { totalCount } }')).toContain('`after`');
    expect(await advice('{ influence(region: "GT", first: 5000) { asOf } }')).toContain('`after`');
    expect(await advice('{ entity(id: "icoca") { relations(first: 5000) { totalCount } } }')).toContain('`after`');
    expect(await advice('{ search(text: "icoca", first: 5000) { hits { score } } }')).not.toContain('`after`');
    expect(await advice('{ paths(from: "icoca", to: "code", first: 5000) { truncated } }')).not.toContain('`after`');
  });

  test('the other fields of the query are answered', async () => {
    const { data, errors } = await graph.ask('{ unknown: entity(id: "x") { id } known: entity(id: "icoca") { id } }');
    expect(data).toEqual({ unknown: null, known: { id: 'icoca' } });
    expect(errors?.[0]?.path).toEqual(['unknown']);
  });

  test.each([
    ['what is not GraphQL', '{ actors(', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ actorz { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a relation type that is not there', '{ relations(relationTypes: [LIKES]) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a mutation', 'mutation { load }', 'READ_ONLY'],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is refused before it is run', async (_what, query, code) => {
    const { status, data, codes } = await graph.ask(query);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(codes).toContain(code);
  });

  test('a variable of the wrong type', async () => {
    const { status, codes } = await graph.ask('query($first: Int!) { actors(first: $first) { totalCount } }', { first: 'many' });
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });
});

describe('when something breaks inside', () => {
  const broken = (error: Error) => (store: GraphStore) => answering(store, { entityPage: () => Promise.reject(error) });

  describe('a mistake in the program', () => {
    const graph = serveGraph(smallGraph, { wrap: broken(new TypeError('secret of the inside')) });
    test('is logged, and the client hears only that it happened', async () => {
      const { data, errors, codes } = await graph.ask('{ actors { totalCount } entity(id: "icoca") { id } }');
      expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(JSON.stringify(errors)).not.toContain('secret');
      expect(data.entity).toEqual({ id: 'icoca' });
      expect(String((graph.logged[0] as unknown[])[1])).toContain('secret');
    });
  });

  describe('the database is away', () => {
    const graph = serveGraph(smallGraph, { wrap: broken(new StoreUnavailable('bolt://10.0.0.7 refused')) });
    test('the client is told to try again, and not where the database is', async () => {
      const { errors, codes } = await graph.ask('{ actors { totalCount } }');
      expect(codes).toEqual(['STORE_UNAVAILABLE']);
      expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
    });
  });

  describe('no data is loaded', () => {
    const graph = serveGraph(null);
    test('the data version is an error, the vocabulary is there', async () => {
      expect((await graph.ask('{ dataVersion }')).codes).toEqual(['NO_DATA']);
      expect((await graph.ask('{ entityKinds { name } }')).data.entityKinds.length).toBeGreaterThan(10);
    });
  });

  describe('the data is reloaded while a query runs', () => {
    const graph = serveGraph(smallGraph, { wrap: (store) => answering(store, { claims: () => Promise.resolve([]) }) });
    test('the client is told to send the query again', async () => {
      expect((await graph.ask('{ entity(id: "icoca") { claims { id } } }')).codes).toEqual(['DATA_CHANGED']);
    });
  });
});

/** The store, with other answers to some questions. */
function answering(store: GraphStore, answers: Partial<GraphStore>): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      if (name in answers) return Reflect.get(answers, name) as unknown;
      if (name === 'snapshot') return () => answering(target.snapshot(), answers);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (...args: unknown[]): unknown => Reflect.apply(value, target, args) : value;
    },
  });
}
