import { expect } from '@jest/globals';
import type { Cases } from './cases.js';

export const relationCounts: Cases = {
  'each way by type, parallel ones each, a self-loop both ways': async (store) => {
    expect(await store.relationCounts(['icoca'])).toStrictEqual([
      {
        entityId: 'icoca',
        outgoing: [
          { type: 'CONDUCTED', count: 1 },
          { type: 'ENGAGED_WITH', count: 1 },
          { type: 'FUNDED', count: 1 },
          { type: 'MAINTAINS', count: 1 },
          { type: 'PARTNERED_WITH', count: 1 },
        ],
        incoming: [
          { type: 'ENGAGED_WITH', count: 1 },
          { type: 'MEMBER_OF', count: 5 },
        ],
      },
    ]);
  },
  'one answer for each known entity, by id, also for one without relations': async (store) => {
    expect(await store.relationCounts(['lonely-forum', 'iso', 'nobody', 'iso'])).toStrictEqual([
      { entityId: 'iso', outgoing: [{ type: 'AUTHORED', count: 1 }], incoming: [] },
      { entityId: 'lonely-forum', outgoing: [], incoming: [] },
    ]);
    expect(await store.relationCounts([])).toEqual([]);
  },
};
