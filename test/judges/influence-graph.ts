import fc from 'fast-check';
import type { StatedTime } from '../../src/domain/edtf.js';
import type { Graph } from '../../src/domain/model.js';
import { vocabulary } from '../../src/domain/vocabulary.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

const dates: fc.Arbitrary<StatedTime> = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 2008, max: 2022 }).map((year) => ({ start: String(year) })),
  fc.integer({ min: 2008, max: 2018 }).map((year) => ({ start: String(year), end: `${year + 3}-06` })),
  fc.integer({ min: 2012, max: 2020 }).map((year) => ({ at: [`${year}-05`] })),
  fc.integer({ min: 2012, max: 2020 }).map((year) => ({ on: `${year}-06-24` })),
);

/** Actors, instruments, events and places with any relations between them: parallel ones, self-loops, several components. */
export function influenceGraph(): fc.Arbitrary<Graph> {
  const types = [...vocabulary.relationTypes.keys()];
  return fc
    .record({
      actors: fc.integer({ min: 3, max: 12 }),
      others: fc.integer({ min: 1, max: 6 }),
      bodies: fc.integer({ min: 1, max: 3 }),
      seeds: fc.array(
        fc.record({
          type: fc.constantFrom(...types),
          from: fc.integer({ min: 0, max: 9999 }),
          to: fc.integer({ min: 0, max: 9999 }),
          dates,
          strength: fc.constantFrom(0, 0.3, 0.6, 0.8, 0.96),
        }),
        { minLength: 40, maxLength: 160 },
      ),
    })
    .map(({ actors, others, bodies, seeds }) => {
      const entities = [
        plainEntity('zz', 'Place', 'country'),
        plainEntity('yy', 'Place', 'country'),
        ...Array.from({ length: actors }, (_, i) => plainEntity(`actor-${i}`, 'Actor', 'centre')),
        ...Array.from({ length: others }, (_, i) => plainEntity(`event-${i}`, 'Event', 'meeting')),
        ...Array.from({ length: others }, (_, i) => plainEntity(`instrument-${i}`, 'Instrument', 'statute')),
      ];
      const at = (n: number): string => entities[n % entities.length]!.id;
      const relations = seeds
        // Only the bodies stand over the region: the rest of the graph must not make others.
        .filter(({ type }) => !(vocabulary.relationTypes.get(type)?.oversight || type === 'PART_OF'))
        .map(({ type, from, to, dates: stated, strength }, n) => plainRelation(type, at(from), at(to), stated, strength, n + 1));
      // States of places are rare among random pairs.
      for (let i = 0; i < 3; i++)
        relations.push(plainRelation('STATE_OF', `actor-${actors - 1 - i}`, i === 2 ? 'yy' : 'zz', {}, 0.6, 1000 + i));
      for (let i = 0; i < bodies; i++) relations.push(plainRelation('REGULATES', `actor-${i}`, 'zz', { start: '2010' }));
      return plainGraph(entities, relations);
    });
}
