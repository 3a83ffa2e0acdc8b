import { expect } from '@jest/globals';
import type { GraphStore, Neighbourhood, NeighbourhoodLevel, NeighbourhoodOf } from '../../../src/store/port.js';
import { entity, relation } from '../../fixtures/small-graph.js';
import { inPart } from '../in-part.js';
import { idsOf, type Cases } from './cases.js';

const level = { direction: 'BOTH', types: null, days: null, limit: 100 } as const;

/** The levels asked for, with nothing of a record but ids. */
async function ask(store: GraphStore, ids: string[], ...levels: Partial<NeighbourhoodLevel>[]): Promise<Neighbourhood> {
  const question: NeighbourhoodOf = {
    ids,
    levels: levels.map((more) => ({ ...level, ...more })),
    entityParts: [],
    relationParts: ['id'],
  };
  return inPart(await store.neighbourhood(question), question);
}

const relationsOf = (found: Neighbourhood, at: number): unknown[] =>
  [...found.levels[at]!].map(([entityId, relations]) => [entityId, relations.map(({ id }) => id)]);

export const neighbourhood: Cases = {
  'no level: the entities alone, each once, unknown ones left out': async (store) => {
    const found = await ask(store, ['iso', 'nobody', 'icoca', 'iso']);
    expect([...found.entities.keys()]).toEqual(['icoca', 'iso']);
    expect(found.levels).toEqual([]);
  },
  'one level: relations by sort key, with the entities at the other ends': async (store) => {
    const found = await ask(store, ['iso', 'lonely-forum'], {});
    expect(relationsOf(found, 0)).toEqual([
      ['iso', ['iso.authored.iso-18788']],
      ['lonely-forum', []],
    ]);
    expect([...found.entities.keys()]).toEqual(['iso', 'iso-18788', 'lonely-forum']);
  },
  'a level goes on from the ends of the one before, back also to where it came from': async (store) => {
    const found = await ask(store, ['iso'], { direction: 'OUT' }, { direction: 'IN' });
    expect(relationsOf(found, 1)).toEqual([['iso-18788', ['iso.authored.iso-18788']]]);
  },
  'each level has its own direction, types and limit; a self-loop stands once in BOTH': async (store) => {
    const found = await ask(
      store,
      ['company-a'],
      { types: ['MEMBER_OF'] },
      { limit: 2 },
      { direction: 'OUT', types: ['NO_SUCH_TYPE'] },
    );
    expect(relationsOf(found, 0)).toEqual([['company-a', ['company-a.member-of.icoca']]]);
    expect(relationsOf(found, 1)).toEqual([['icoca', ['company-c.member-of.icoca', 'icoca.engaged-with.icoca']]]);
    expect(relationsOf(found, 2)).toEqual([
      ['company-c', []],
      ['icoca', []],
    ]);
    const loops = await ask(store, ['icoca'], { types: ['ENGAGED_WITH'] }, {});
    expect(relationsOf(loops, 0)).toEqual([['icoca', ['icoca.engaged-with.icoca']]]);
  },
  'days keep what possibly held between them, like those of `relationsOf`': async (store) => {
    const days = { from: '2016-06-15', to: '2016-06-15' };
    const asked = { entityIds: ['icoca'], direction: 'BOTH', types: null, limit: null, after: null } as const;
    const [expected] = await store.relationsOf({ ...asked, during: { ...days, certainty: 'POSSIBLY' } });
    expect(relationsOf(await ask(store, ['icoca'], { days }), 0)).toEqual([['icoca', idsOf(expected!.relations)]]);
    expect(expected!.relations.length).toBeLessThan(10);
  },
  'the parts asked for, as the whole records have them': async (store) => {
    const question: NeighbourhoodOf = {
      ids: ['icoca'],
      levels: [{ ...level, types: ['PARTNERED_WITH'] }],
      entityParts: ['kind', 'name', 'status', 'degree', 'sortKey', 'within', 'claimIds', 'time'],
      relationParts: ['id', 'sortKey', 'claimIds', 'evidence', 'time'],
    };
    const found = inPart(await store.neighbourhood(question), question);
    const whole = {
      entities: new Map(['icoca', 'iepades'].map((id) => [id, entity(id)])),
      levels: [new Map([['icoca', [relation('icoca.partnered-with.iepades')]]])],
    };
    expect(found).toStrictEqual(inPart(whole, question));
  },
};
