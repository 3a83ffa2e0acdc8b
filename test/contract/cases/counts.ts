import { expect } from '@jest/globals';
import type { Cases } from './cases.js';

export const counts: Cases = {
  'over the whole graph, each list by its keys': async (store) => {
    expect(await store.counts()).toStrictEqual({
      entitiesByKind: [
        { label: 'Actor', kind: 'civil-society-organisation', count: 1 },
        { label: 'Actor', kind: 'diplomatic-mission', count: 1 },
        { label: 'Actor', kind: 'forum', count: 1 },
        { label: 'Actor', kind: 'multi-stakeholder-initiative', count: 1 },
        { label: 'Actor', kind: 'private-security-company', count: 3 },
        { label: 'Actor', kind: 'regulator', count: 1 },
        { label: 'Actor', kind: 'standards-body', count: 1 },
        { label: 'Event', kind: 'information-session', count: 1 },
        { label: 'Event', kind: 'meeting', count: 1 },
        { label: 'Instrument', kind: 'code-of-conduct', count: 1 },
        { label: 'Instrument', kind: 'technical-standard', count: 1 },
        { label: 'Place', kind: 'city', count: 1 },
        { label: 'Place', kind: 'country', count: 1 },
        { label: 'Place', kind: 'sub-region', count: 1 },
        { label: 'Place', kind: 'world', count: 1 },
      ],
      relationsByType: [
        { type: 'ACCREDITED_TO', count: 1 },
        { type: 'ADDRESSED', count: 1 },
        { type: 'AUTHORED', count: 1 },
        { type: 'CONCERNS', count: 1 },
        { type: 'CONDUCTED', count: 1 },
        { type: 'ENGAGED_WITH', count: 1 },
        { type: 'FACILITATED', count: 1 },
        { type: 'FOLLOWED_UP', count: 1 },
        { type: 'FUNDED', count: 1 },
        { type: 'LICENSES', count: 1 },
        { type: 'LOCATED_IN', count: 1 },
        { type: 'MAINTAINS', count: 1 },
        { type: 'MEMBER_OF', count: 5 },
        { type: 'PARTNERED_WITH', count: 1 },
        { type: 'PART_OF', count: 3 },
        { type: 'PRESENTED', count: 1 },
        { type: 'REGULATES', count: 1 },
        { type: 'REQUESTED', count: 1 },
      ],
      // A city is no region; places count themselves and what lies in them.
      entitiesByPlace: [
        { place: 'gt', count: 6 },
        { place: 'm49-001', count: 8 },
        { place: 'm49-013', count: 7 },
      ],
      // Not the source that nothing rests on.
      claimsBySource: [
        { source: 'icoca-news', count: 36 },
        { source: 'icoca-news-fr', count: 2 },
        { source: 'ministry-report', count: 5 },
        { source: 'prensa', count: 6 },
      ],
      // The four others are claimed by two sources each; a page and its translation are two here, though not independent.
      relationsOfOneSource: [
        { source: 'icoca-news', count: 18 },
        { source: 'ministry-report', count: 1 },
        { source: 'prensa', count: 1 },
      ],
      disputedRelations: 2,
      corroboratedRelations: 3,
    });
  },
};
