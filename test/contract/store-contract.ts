import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import type { GraphStore } from '../../src/store/port.js';
import { smallGraph } from '../fixtures/small-graph.js';
import type { Cases } from './cases/cases.js';
import { counts } from './cases/counts.js';
import { entitiesAfter } from './cases/entities-after.js';
import { entityPage } from './cases/entity-page.js';
import { close, load, snapshot } from './cases/load.js';
import { measureTies } from './cases/measure-ties.js';
import { neighbourhood } from './cases/neighbourhood.js';
import { nameCandidates } from './cases/name-candidates.js';
import { claims, dataset, engine, entities, entitiesByIdentifier, relations, sources } from './cases/records.js';
import { neighbours, relationsAmong } from './cases/network-view.js';
import { relationPage } from './cases/relation-page.js';
import { relationCounts } from './cases/relation-counts.js';
import { relationsOf } from './cases/relations-of.js';
import { claimsOf, sourcePage } from './cases/source-pages.js';

/** What every store is held to. A member of the port without cases is a type error here, and fails a test below. */
const CONTRACT: { readonly [Member in keyof GraphStore]: Cases } = {
  engine,
  snapshot,
  dataset,
  entities,
  relations,
  claims,
  sources,
  relationsOf,
  neighbours,
  relationsAmong,
  relationCounts,
  neighbourhood,
  entitiesByIdentifier,
  nameCandidates,
  entitiesAfter,
  entityPage,
  relationPage,
  sourcePage,
  claimsOf,
  counts,
  measureTies,
  load,
  close,
};
/** Their cases change what the store holds. */
const CHANGING: readonly string[] = ['load', 'close', 'snapshot'];

/** @param openStore opens a store in which nothing was ever loaded, at every call; what an earlier one held may be gone */
export function storeContract(name: string, openStore: () => Promise<GraphStore>): void {
  describe(`the contract of a store, held by ${name}`, () => {
    test('every member of the port has a case', () => {
      expect(Object.keys(CONTRACT).sort()).toEqual(membersOfThePort().sort());
      for (const cases of Object.values(CONTRACT)) expect(Object.keys(cases)).not.toEqual([]);
    });

    test('before anything is loaded there is no data set, and every answer is empty', async () => {
      const store = await openStore();
      await expectEmpty(store);
      await store.close();
    });

    describe('with a graph loaded', () => {
      let store: GraphStore;
      beforeAll(async () => {
        store = await openStore();
        await store.load(smallGraph);
      });
      afterAll(() => store.close());

      for (const [member, cases] of Object.entries(CONTRACT).filter(([member]) => !CHANGING.includes(member))) {
        describe(member, () => {
          test.each(Object.entries(cases))('%s', (_, check) => checkAsks(member, check, store));
        });
      }
    });

    for (const member of CHANGING) {
      describe(member, () => {
        test.each(Object.entries(CONTRACT[member as keyof GraphStore]))('%s', async (_, check) => {
          const store = await openStore();
          try {
            await store.load(smallGraph);
            await checkAsks(member, check, store);
          } finally {
            await store.close();
          }
        });
      });
    }
  });
}

/** Runs a case and sees to it that it puts the question under whose name it stands. */
async function checkAsks(member: string, check: (store: GraphStore) => Promise<void>, store: GraphStore): Promise<void> {
  const asked = new Set<string | symbol>();
  const listening: GraphStore = new Proxy(store, {
    get(target, key) {
      asked.add(key);
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, given);
        return answer === target ? listening : answer;
      };
    },
  });
  await check(listening);
  expect(asked).toContain(member);
}

/** The members of `GraphStore`, read from its source: a type is gone when tests run. */
function membersOfThePort(): string[] {
  const port = ts.createSourceFile('port.ts', readFileSync('src/store/port.ts', 'utf8'), ts.ScriptTarget.Latest);
  const isPort = (node: ts.Statement): node is ts.InterfaceDeclaration =>
    ts.isInterfaceDeclaration(node) && node.name.text === 'GraphStore';
  return port.statements.filter(isPort).flatMap(({ members }) => members.map(({ name }) => (name as ts.Identifier).text));
}

async function expectEmpty(store: GraphStore): Promise<void> {
  expect(await store.entitiesAfter({ after: null, kinds: null, within: null, limit: 10 })).toEqual([]);
  const page = { words: [], during: null, within: null, after: null, limit: 10 };
  const noRows = { rows: [], total: 0, more: false };
  const order = { direction: 'ASC' } as const;
  expect(await store.dataset()).toBeNull();
  expect(await store.entities(['icoca'])).toEqual([]);
  expect(await store.relations(['icoca.engaged-with.icoca'])).toEqual([]);
  expect(await store.claims(['prensa.b752bc3b44'])).toEqual([]);
  expect(await store.sources(['prensa'])).toEqual([]);
  const relationsOfIcoca = {
    entityIds: ['icoca'],
    direction: 'BOTH',
    types: null,
    during: null,
    limit: null,
    after: null,
  } as const;
  expect(await store.relationsOf(relationsOfIcoca)).toEqual([]);
  const among = { entityIds: ['icoca'], types: null, during: null };
  expect(await store.relationsAmong(among)).toEqual({ relations: [], totals: [] });
  expect(await store.neighbours({ ...among, direction: 'BOTH', kinds: null, except: [], limit: 10 })).toEqual({
    entities: [],
    total: 0,
  });
  expect(await store.relationCounts(['icoca'])).toEqual([]);
  const alone = { ids: ['icoca'], levels: [], entityParts: [], relationParts: [] };
  expect(await store.neighbourhood(alone)).toEqual({ entities: new Map(), levels: [] });
  expect(await store.entitiesByIdentifier(['GT'])).toEqual([]);
  expect(await store.nameCandidates({ words: [{ text: 'icoca', edits: 1 }], labels: null, kinds: null, limit: 10 })).toEqual([]);
  expect(
    await store.entityPage({ ...page, label: null, kinds: null, relationTypes: null, order: { ...order, by: 'NAME' } }),
  ).toEqual(noRows);
  const noFilter = { types: null, from: null, to: null, began: null, source: null, disputed: null, minSupporting: null };
  expect(await store.relationPage({ ...page, ...noFilter, order: { ...order, by: 'START' } })).toEqual(noRows);
  expect(await store.sourcePage({ ...page, publisherId: null, order: { ...order, by: 'TITLE' } })).toEqual(noRows);
  expect(await store.claimsOf({ sources: ['prensa'], after: null, limit: 10 })).toEqual([]);
  expect(await store.counts()).toEqual({
    entitiesByKind: [],
    relationsByType: [],
    entitiesByPlace: [],
    claimsBySource: [],
    relationsOfOneSource: [],
    disputedRelations: 0,
    corroboratedRelations: 0,
  });
}
