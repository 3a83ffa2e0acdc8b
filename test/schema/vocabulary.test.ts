import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ENTITY_LABELS } from '../../src/domain/model.js';
import { readVocabulary, vocabulary } from '../../src/domain/vocabulary.js';

/** Checks the model that `schema/` holds: what a person can get wrong when adding a kind, a relation type or an attribute. */
const kinds = [...vocabulary.entityKinds.values()];
const types = [...vocabulary.relationTypes.values()];
const attributes = [...vocabulary.attributes.values()];
const ends = new Set<string>([...ENTITY_LABELS, ...vocabulary.entityKinds.keys()]);
const SENTENCE = /^[A-Z].*\.$/s;
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

describe('entity kinds', () => {
  test('stand under the four labels, each with kinds', () => {
    expect([...new Set(kinds.map(({ label }) => label))].sort()).toEqual([...ENTITY_LABELS].sort());
  });

  test.each(kinds)('$name has a slug for a name, a title and a definition', (kind) => {
    expect(kind.name).toMatch(SLUG);
    expect(kind.title).toMatch(/^[A-Z]/);
    expect(kind.definition).toMatch(SENTENCE);
  });

  test('only actors act across borders, and some do always', () => {
    const international = kinds.filter((kind) => kind.international !== null);
    expect([...new Set(international.map(({ label }) => label))]).toEqual(['Actor']);
    expect([...new Set(international.map((kind) => kind.international))].sort()).toEqual(['always', 'possible']);
  });

  test('only actors stand on a side, and every side has a kind on it', () => {
    const sided = kinds.filter((kind) => kind.sector !== null);
    expect([...new Set(sided.map(({ label }) => label))]).toEqual(['Actor']);
    for (const { sector } of sided) expect(sector).toMatch(SLUG);
    expect(new Set(sided.map(({ sector }) => sector)).size).toBe(6);
  });

  test('no kind stands under two labels', () => {
    const file = parse(readFileSync('schema/entity-kinds.yaml', 'utf8')) as Record<string, { kinds: Record<string, unknown> }>;
    const names = Object.values(file).flatMap((label) => Object.keys(label.kinds));
    expect(names).toHaveLength(new Set(names).size);
    expect(vocabulary.entityKinds.size).toBe(names.length);
  });

  test('the kinds of place that the code counts by are there', () => {
    for (const kind of ['country', 'sub-region', 'region', 'world'])
      expect(vocabulary.entityKinds.get(kind)?.label).toBe('Place');
  });
});

describe('relation types', () => {
  const ALLOWED =
    'label inverse definition from to time qualifiers symmetric same_label acyclic unheld places oversight accession influence'.split(
      ' ',
    );

  test.each(readdirSync('schema/relation-types'))('%s has no misspelt key and no type of another file', (name) => {
    const file = parse(readFileSync(`schema/relation-types/${name}`, 'utf8')) as Record<string, Record<string, unknown>>;
    for (const [type, fields] of Object.entries(file)) {
      expect({ type, unknown: Object.keys(fields).filter((key) => !ALLOWED.includes(key)) }).toEqual({ type, unknown: [] });
      for (const other of readdirSync('schema/relation-types').filter((file) => file !== name)) {
        expect(Object.keys(parse(readFileSync(`schema/relation-types/${other}`, 'utf8')) as object)).not.toContain(type);
      }
    }
  });

  describe.each(types)('$name', (type) => {
    test('is named as Cypher names types, with a label each way and a definition', () => {
      expect(type.name).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(type.label).toMatch(/^[a-z][a-z -]+$/);
      expect(type.inverse).toMatch(/^[a-z][a-z -]+$/);
      expect(type.definition).toMatch(SENTENCE);
    });

    test('has ends that are labels or kinds, each once, and none that another one covers', () => {
      for (const side of [type.from, type.to]) {
        expect(side.length).toBeGreaterThan(0);
        expect(side.filter((end) => !ends.has(end))).toEqual([]);
        expect(side).toHaveLength(new Set(side).size);
        const labels = side.filter((end) => !vocabulary.entityKinds.has(end));
        expect(side.filter((end) => labels.includes(vocabulary.entityKinds.get(end)?.label ?? ''))).toEqual([]);
      }
    });

    test('has weights of influence between 0 and 1', () => {
      expect(Object.keys(type.influence).sort()).toEqual(['backward', 'forward', 'throughPlace']);
      for (const weight of Object.values(type.influence)) {
        expect(typeof weight).toBe('number');
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(weight).toBeLessThanOrEqual(1);
      }
    });

    test('is a state or an occurrence, with qualifiers that are slugs, each once', () => {
      expect(['state', 'occurrence']).toContain(type.time);
      expect(type.qualifiers).toHaveLength(new Set(type.qualifiers).size);
      for (const qualifier of type.qualifiers) expect(qualifier).toMatch(SLUG);
    });
  });

  test('symmetric ones read, reach and weigh the same both ways', () => {
    for (const { symmetric, label, inverse, from, to, influence } of types) {
      if (!symmetric) continue;
      expect({ inverse, to, backward: influence.backward }).toEqual({ inverse: label, to: from, backward: influence.forward });
    }
    expect(types.filter(({ symmetric }) => symmetric).map(({ name }) => name)).toContain('PARTNERED_WITH');
  });

  test('those that are not symmetric read differently from the two sides', () => {
    for (const { symmetric, label, inverse } of types) if (!symmetric) expect(inverse).not.toBe(label);
  });

  const isPlace = (end: string): boolean => end === 'Place' || vocabulary.entityKinds.get(end)?.label === 'Place';

  test('oversight is of places, by actors, and places what it oversees', () => {
    const oversight = types.filter((type) => type.oversight);
    expect(oversight.map(({ name }) => name).sort()).toEqual(['LICENSES', 'OVERSEES', 'REGULATES']);
    for (const { from, to, places } of oversight) {
      expect(from).toEqual(['Actor']);
      expect(to).toContain('Place');
      expect(places).toBe(true);
    }
  });

  test('who joins is an actor, and what is joined an instrument', () => {
    const accession = types.filter((type) => type.accession);
    expect(accession.map(({ name }) => name)).toContain('SUPPORTS');
    for (const { from, to } of accession) expect({ from, to }).toEqual({ from: ['Actor'], to: ['Instrument'] });
  });

  test('what places an entity points to a place, and influence passes through a place only from its state to who oversees it', () => {
    for (const { name, places, to, influence, oversight } of types) {
      if (places) expect({ name, place: to.some(isPlace) }).toEqual({ name, place: true });
      const throughPlace = name === 'STATE_OF' ? 0.6 : 0;
      if (to.every(isPlace) && !oversight)
        expect({ name, ...influence }).toEqual({ name, forward: 0, backward: 0, throughPlace });
    }
  });

  test('what keeps its ends under one label, and what may not turn in a circle, has the same ends on both sides', () => {
    for (const { sameLabel, acyclic, from, to } of types) if (sameLabel || acyclic) expect(to).toEqual(from);
  });

  test('an event that was not held may stand only where events may stand', () => {
    const isEvent = (end: string): boolean => end === 'Event' || vocabulary.entityKinds.get(end)?.label === 'Event';
    for (const { name, unheld, from, to } of types) {
      for (const end of unheld) expect({ name, events: { from, to }[end].some(isEvent) }).toEqual({ name, events: true });
    }
  });

  test('every label can take part: each stands at an end of some type', () => {
    const used = new Set(types.flatMap(({ from, to }) => [...from, ...to]));
    for (const label of ENTITY_LABELS) expect(used).toContain(label);
  });
});

describe('attributes', () => {
  test.each(attributes)(
    '$name has a label, a definition, and a unit where it is a number',
    ({ name, label, definition, value, unit }) => {
      expect(name).toMatch(SLUG);
      expect(label).toMatch(/^[A-Z]/);
      expect(definition).toMatch(SENTENCE);
      expect(['text', 'number']).toContain(value);
      expect(unit === null).toBe(value === 'text');
    },
  );
});

test('a folder of its own can be read', () => {
  expect(readVocabulary('schema').relationTypes.get('FACILITATED')?.inverse).toBe('facilitated by');
});
