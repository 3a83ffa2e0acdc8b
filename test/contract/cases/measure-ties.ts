import { expect } from '@jest/globals';
import type { TiesToMeasure } from '../../../src/store/port.js';
import type { Cases } from './cases.js';

/** 0 – 1 – 2, and 3 alone. */
const ROW: TiesToMeasure = {
  ...{ measure: 'BETWEENNESS', entities: 4, directed: false, damping: 0.85, restarts: [] },
  ...{ sources: [0, 1], targets: [1, 2], weights: [1, 1] },
};

/** What an engine with Graph Data Science answers is in test/store/neo4j/graph-data-science.test.ts. */
export const measureTies: Cases = {
  'none from an engine that calculates none; else a value for each entity, by its number': async (store) => {
    const answer = await store.measureTies(ROW);
    expect([null, [0, 1, 0, 0]]).toContainEqual(answer === null ? null : answer.values);
  },
};
