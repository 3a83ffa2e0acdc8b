import { setImmediate as turn } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Graph } from '../../../src/domain/model.js';
import { graphOf } from '../../fixtures/graph-of.js';
import { otherGraph, smallGraph } from '../../fixtures/small-graph.js';
import { idsOf, type Cases } from './cases.js';

const datasetOf = ({ version, entities, relations, claims, sources }: Graph): unknown => ({
  version,
  entities: entities.length,
  relations: relations.length,
  claims: claims.length,
  sources: sources.length,
  loads: expect.any(Number),
});

const everything = {
  entities: { label: null, kinds: null, within: null, words: [], during: null, relationTypes: null, after: null, limit: 100 },
  relations: {
    types: null,
    from: null,
    to: null,
    began: null,
    within: null,
    source: null,
    words: [],
    during: null,
    disputed: null,
    minSupporting: null,
    after: null,
    limit: 100,
  },
} as const;

export const snapshot: Cases = {
  'answers like the store, and keeps its graph through a load, or says that it is gone': async (store) => {
    const view = store.snapshot();
    expect(await view.dataset()).toStrictEqual(datasetOf(smallGraph));
    const ids = idsOf(smallGraph.entities);
    expect(await view.entities(ids)).toStrictEqual(smallGraph.entities);
    await store.load(otherGraph);
    expect(await store.dataset()).toStrictEqual(datasetOf(otherGraph));
    const old = await Promise.all([view.dataset(), view.entities(ids)]).catch((error: unknown) => error);
    if (store.engine === 'memory') expect(old).toStrictEqual([datasetOf(smallGraph), smallGraph.entities]);
    else expect(old).toMatchObject({ code: 'DATA_CHANGED' });
    expect(await store.snapshot().dataset()).toStrictEqual(datasetOf(otherGraph));
  },
  'names the data that its answers came from': async (store) => {
    const view = store.snapshot();
    expect(await view.entities(idsOf(smallGraph.entities))).toStrictEqual(smallGraph.entities);
    expect(await view.dataset()).toStrictEqual(datasetOf(smallGraph));
  },
};

export const load: Cases = {
  'replaces the whole graph: nothing of the old one is left': async (store) => {
    await store.load(otherGraph);
    expect(await store.dataset()).toStrictEqual(datasetOf(otherGraph));
    expect(await store.entities(idsOf(smallGraph.entities))).toStrictEqual(otherGraph.entities);
    expect(await store.relations(idsOf(smallGraph.relations))).toEqual([]);
    expect(await store.claims(idsOf(smallGraph.claims))).toEqual([]);
    expect(await store.sources(idsOf(smallGraph.sources))).toStrictEqual(otherGraph.sources);
    expect(await store.entitiesByIdentifier(['GT', 'Q1'])).toEqual([]);
    expect(await store.nameCandidates({ words: [{ text: 'digessp', edits: 0 }], labels: null, kinds: null, limit: 9 })).toEqual(
      [],
    );
    const entities = await store.entityPage({ ...everything.entities, order: { by: 'NAME', direction: 'ASC' } });
    expect(entities).toStrictEqual({ rows: [...otherGraph.entities].reverse(), total: 2, more: false });
    const relations = await store.relationPage({ ...everything.relations, order: { by: 'START', direction: 'ASC' } });
    expect(relations).toStrictEqual({ rows: otherGraph.relations, total: 1, more: false });
    expect(await store.counts()).toStrictEqual({
      entitiesByKind: [
        { label: 'Actor', kind: 'forum', count: 1 },
        { label: 'Place', kind: 'country', count: 1 },
      ],
      relationsByType: [{ type: 'OPERATES_IN', count: 1 }],
      entitiesByPlace: [{ place: 'gt', count: 2 }],
      claimsBySource: [{ source: 'prensa', count: 3 }],
      relationsOfOneSource: [{ source: 'prensa', count: 1 }],
      disputedRelations: 0,
      corroboratedRelations: 0,
    });
  },
  'of the same graph again changes nothing but the count of loads': async (store) => {
    const before = [await store.counts(), await store.entities(idsOf(smallGraph.entities))];
    const { loads } = (await store.dataset())!;
    await store.load(smallGraph);
    expect((await store.dataset())?.loads).toBeGreaterThan(loads);
    expect([await store.counts(), await store.entities(idsOf(smallGraph.entities))]).toStrictEqual(before);
    expect(await store.dataset()).toStrictEqual(datasetOf(smallGraph));
  },
  'of a graph without records leaves one without records, which is not none': async (store) => {
    const nothing = graphOf({ sources: [], entities: [], relations: [] });
    await store.load(nothing);
    expect(await store.dataset()).toStrictEqual(datasetOf(nothing));
    expect((await store.counts()).entitiesByKind).toEqual([]);
  },
  'tells how far it is': async (store) => {
    const told: [number, number][] = [];
    await store.load(otherGraph, (written, total) => told.push([written, total]));
    const written = told.map(([count]) => count);
    expect(told.length).toBeGreaterThan(0);
    expect(written).toEqual([...written].sort((a, b) => a - b));
    expect(new Set(told.map(([, total]) => total)).size).toBe(1);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  },
  'shows the old graph or the new one to whoever asks meanwhile, nothing in between': async (store) => {
    const small = { dataset: datasetOf(smallGraph), counts: await store.counts() };
    let loaded = false;
    const loading = store.load(otherGraph).finally(() => (loaded = true));
    const seen: unknown[] = [];
    do {
      const [dataset, counts, relations] = await Promise.all([
        store.dataset(),
        store.counts(),
        store.relationPage({ ...everything.relations, order: { by: 'START', direction: 'ASC' } }),
      ]);
      expect([small.dataset, datasetOf(otherGraph)]).toContainEqual(dataset);
      expect([24, 1]).toContain(relations.total);
      expect([24, 1]).toContain(relations.rows.length);
      seen.push(counts);
      // Lets the load go on where every answer is at hand.
      await turn();
    } while (!loaded);
    await loading;
    const other = await store.counts();
    for (const counts of seen) expect([small.counts, other]).toContainEqual(counts);
    expect(seen).toContainEqual(small.counts);
  },
  'that breaks off leaves the old graph': async (store) => {
    const broken = store.load(otherGraph, () => {
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await store.dataset()).toStrictEqual(datasetOf(smallGraph));
    expect(await store.entities(idsOf(smallGraph.entities))).toStrictEqual(smallGraph.entities);
    await store.load(otherGraph);
    expect(await store.dataset()).toStrictEqual(datasetOf(otherGraph));
  },
  'of a relation without one of its ends is refused, and the old graph stays': async (store) => {
    const torn = { ...otherGraph, entities: otherGraph.entities.filter(({ id }) => id !== 'gt') };
    await expect(store.load(torn)).rejects.toMatchObject({ code: 'INCOMPLETE_GRAPH' });
    expect(await store.dataset()).toStrictEqual(datasetOf(smallGraph));
    expect(await store.entities(idsOf(smallGraph.entities))).toStrictEqual(smallGraph.entities);
  },
};

export const close: Cases = {
  'ends, and may be asked for again': async (store) => {
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
  },
};
