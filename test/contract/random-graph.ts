import fc from 'fast-check';
import type { StatedTime } from '../../src/domain/edtf.js';
import type { Graph } from '../../src/domain/model.js';
import { vocabulary, type RelationType } from '../../src/domain/vocabulary.js';
import {
  graphOf,
  relationId,
  type ClaimParts,
  type EntityParts,
  type RelationParts,
  type SourceParts,
} from '../fixtures/graph-of.js';

/**
 * Graphs as dossiers can make them: parallel relations, self-loops, several components, hubs (low numbers are drawn more often),
 * every way to date, disputes, sources with and without a date, identifiers that several entities carry, names in several scripts.
 */
export function randomGraph(): fc.Arbitrary<Graph> {
  return fc.oneof({ arbitrary: graphOfUpTo(4, 6), weight: 1 }, { arbitrary: graphOfUpTo(25, 90), weight: 4 });
}

function graphOfUpTo(mostEntities: number, mostRelations: number): fc.Arbitrary<Graph> {
  const drawn = fc.tuple(
    fc.array(entity, { minLength: Math.ceil(mostEntities / 3), maxLength: mostEntities }),
    fc.array(source, { minLength: 1, maxLength: 5 }),
    fc.array(relation, { minLength: Math.ceil(mostRelations / 3), maxLength: mostRelations, size: 'max' }),
  );
  return drawn.map(([entities, sources, relations]) => graphFrom(entities, sources, relations));
}

/** Words of names: near one another, beginnings of one another, in several scripts; and accented, so that folding counts. */
export const NAME_WORDS = [
  ...[
    'Guatemala',
    'Guatemalan',
    'Guatémala',
    'security',
    'Security',
    'Seguridad',
    'Segur',
    'private',
    'privada',
    'Code',
    'Codex',
  ],
  ...[
    'ICoCA',
    'ICC',
    'ISO',
    'Łódź',
    'Äther',
    'a',
    'an',
    'of',
    'Женева',
    'женевский',
    'Международного',
    '国际行为守则',
    '国际',
    'الأمن',
    'الخاصة',
  ],
];
export const IDENTIFIERS = ['GT', 'CH', '013', '320', 'Q1', 'Q42', 'https://example.org'];

const DATES = [
  '2010',
  '201X',
  '2015-03',
  '2015-03-01',
  '2015-03-31',
  '2016~',
  '2016?',
  '2019-21',
  '[2015,2017]',
  '2020-02-29',
  '2021',
];
const date = fc.constantFrom(...DATES);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const time: fc.Arbitrary<StatedTime> = fc.oneof(
  fc.constant({}),
  fc.record({ on: fc.oneof(date, fc.constantFrom('2015/2016-05', '../2016', '2019/..', '2019/')) }),
  fc.record({
    start: maybe(date),
    end: maybe(fc.oneof(date, fc.constant('..'))),
    at: fc.array(date, { maxLength: 2 }),
    ongoingAt: maybe(date),
  }),
);

/** Of the first entities, so that there is always something to be tied to: places within places, and who oversees them. */
const KINDS_OF_HUBS = ['regulator', 'city', 'country', 'multi-stakeholder-initiative', 'world', 'information-session'];

/** Indexes into lists whose lengths are not known yet; the square makes hubs of the first ones. */
const somewhere = fc.integer({ min: 0, max: 99 });
const hubward = somewhere.map((n) => Math.floor((n * n) / 100));

const claims = fc.array(
  fc.record({
    source: somewhere,
    stance: fc.oneof(
      { arbitrary: fc.constant('SUPPORTS' as const), weight: 4 },
      { arbitrary: fc.constant('DISPUTES' as const), weight: 1 },
    ),
    certainty: fc.constantFrom('EXPLICIT' as const, 'IMPLIED' as const, 'HEDGED' as const),
    start: maybe(date),
    attested: maybe(date),
  }),
  { minLength: 1, maxLength: 4 },
);

const name = fc.record({
  text: fc.array(fc.constantFrom(...NAME_WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  language: fc.constantFrom('en', 'es', 'ru', 'und'),
  use: fc.constantFrom('official' as const, 'acronym' as const, 'translation' as const, 'former' as const),
  period: maybe(fc.constantFrom('2010/2015', '2016/..')),
});

const entity = fc.record({
  kind: fc.constantFrom(
    ...['country', 'city', 'sub-region', 'world', 'regulator', 'multi-stakeholder-initiative', 'private-security-company'],
    ...['diplomatic-mission', 'person', 'code-of-conduct', 'statute', 'information-session', 'meeting'],
  ),
  names: fc.array(name, { minLength: 1, maxLength: 4 }),
  identifiers: fc.array(fc.record({ scheme: fc.constantFrom('wikidata', 'm49'), value: fc.constantFrom(...IDENTIFIERS) }), {
    maxLength: 2,
  }),
  attributes: fc.array(
    fc.oneof(
      fc.record({
        name: fc.constant('purpose'),
        value: fc.constantFrom('Security', ''),
        unit: fc.constant(null),
        date: maybe(date),
      }),
      fc.record({
        name: fc.constant('guards'),
        value: fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true })),
        unit: fc.constant('persons'),
        date: maybe(date),
      }),
    ),
    { maxLength: 2 },
  ),
  time,
  claims,
});

const source = fc.record({
  title: fc.array(fc.constantFrom(...NAME_WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  publisher: fc.constantFrom('Prensa Libre', 'Ministerio', 'ICoCA'),
  publisherId: maybe(hubward),
  published: maybe(date),
  original: maybe(somewhere),
});

const relation = fc.record({
  type: somewhere,
  source: hubward,
  target: hubward,
  sector: maybe(fc.constantFrom('Private security', 'Cash in transit')),
  role: maybe(fc.constantFrom('Chair', 'Speaker')),
  time,
  claims,
});

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

function graphFrom(
  entities: Drawn<typeof entity>[],
  sources: Drawn<typeof source>[],
  relations: Drawn<typeof relation>[],
): Graph {
  const entityId = (index: number): string => `e-${index % entities.length}`;
  const sourceId = (index: number): string => `s-${index % sources.length}`;
  const claimsOf = (drawn: Drawn<typeof claims>): ClaimParts[] =>
    drawn.map((claim, index) => ({ ...claim, source: sourceId(claim.source), locator: `sentence ${index}` }));

  const sourceParts = sources.map(({ publisherId, original, ...given }, index): SourceParts => {
    const derivedFrom = original === null || original % sources.length >= index ? null : sourceId(original);
    const derivation = derivedFrom === null ? null : 'TRANSLATION';
    return {
      id: sourceId(index),
      ...given,
      publisherId: publisherId === null ? null : entityId(publisherId),
      derivedFrom,
      derivation,
    };
  });
  const entityParts = entities.map((drawn, index): EntityParts => {
    const kind = KINDS_OF_HUBS[index] ?? drawn.kind;
    return {
      ...drawn,
      id: entityId(index),
      kind,
      status: labelOf(kind) === 'Event' ? 'HELD' : null,
      claims: claimsOf(drawn.claims),
    };
  });
  const relationParts = relations.flatMap(({ sector, role, ...drawn }): RelationParts[] => {
    const from = entityParts[drawn.source % entityParts.length]!;
    const to = entityParts[drawn.target % entityParts.length]!;
    const types = [...vocabulary.relationTypes.values()].filter((type) => mayStand(type, from, to));
    const type = types[drawn.type % types.length];
    if (type === undefined) return [];
    const qualifiers = {
      ...(sector !== null && type.qualifiers.includes('sector') && { sector }),
      ...(role !== null && { role }),
    };
    return [{ source: from.id, type: type.name, target: to.id, qualifiers, time: drawn.time, claims: claimsOf(drawn.claims) }];
  });
  const once = new Map(relationParts.map((parts) => [relationId(parts), parts]));
  return graphOf({ sources: sourceParts, entities: entityParts, relations: [...once.values()] });
}

const labelOf = (kind: string): string => vocabulary.entityKinds.get(kind)?.label ?? '';

/** Whether the vocabulary lets a relation of the type go from the one to the other. What may not turn in a circle goes up. */
function mayStand({ from, to, sameLabel, acyclic }: RelationType, source: EntityParts, target: EntityParts): boolean {
  const fits = (ends: string[], { kind }: EntityParts): boolean => ends.includes(kind) || ends.includes(labelOf(kind));
  if (!fits(from, source) || !fits(to, target)) return false;
  return (!sameLabel || labelOf(source.kind) === labelOf(target.kind)) && (!acyclic || source.id < target.id);
}
