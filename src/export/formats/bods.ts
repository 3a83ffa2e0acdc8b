import { createHash } from 'node:crypto';
import type { Entity, Relation } from '../../domain/model.js';
import { vocabulary } from '../../domain/vocabulary.js';
import type { Cited, CitedClaim } from '../records/records.js';
import { plainDay, sayDates } from './dates.js';
import type { Format } from './format.js';
import { jsonItems } from './json-list.js';

/** The relations between actors that give one a say in the other, and the end that has it. */
const INTERESTS: Record<string, { party: 'source' | 'target'; type: string }> = {
  MEMBER_OF: { party: 'source', type: 'otherInfluenceOrControl' },
  PART_OF: { party: 'target', type: 'otherInfluenceOrControl' },
  GOVERNED_BY: { party: 'target', type: 'otherInfluenceOrControl' },
  HOLDS_OFFICE_IN: { party: 'source', type: 'otherInfluenceOrControl' },
  CHAIRED: { party: 'source', type: 'boardChair' },
  OVERSEES: { party: 'source', type: 'controlByLegalFramework' },
};

const ENTITY_TYPES: Record<string, { type: string; subtype?: string }> = {
  state: { type: 'state' },
  ministry: { type: 'stateBody', subtype: 'governmentDepartment' },
  regulator: { type: 'stateBody', subtype: 'stateAgency' },
  police: { type: 'stateBody', subtype: 'other' },
  'public-body': { type: 'stateBody', subtype: 'other' },
  legislature: { type: 'stateBody', subtype: 'other' },
  'diplomatic-mission': { type: 'stateBody', subtype: 'other' },
  organ: { type: 'unknownEntity' },
  forum: { type: 'unknownEntity' },
};

/**
 * Statements of the Beneficial Ownership Data Standard 0.4: actors, and of their relations those that give one a say in the other.
 * Events, instruments, places and every other relation have no place in it, nor have doubt, disputes and several sources of one
 * statement: the first claim's is its source, the others are in the details. Nothing here is beneficial ownership, and every
 * interest says so.
 */
export const bods: Format = {
  name: 'bods',
  title: 'BODS 0.4 statements on who has a say in which actor; events, instruments and places have no place in it',
  mediaType: 'application/json',
  ending: 'bods.json',
  async *write(records, tell) {
    const leftOut = new Map<string, number>();
    const leave = (what: string): void => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1);

    async function* statements(): AsyncGenerator<object[]> {
      for await (const batch of records.entities()) {
        const actors = batch.filter(({ label }) => label === 'Actor');
        for (const { label } of batch) if (label !== 'Actor') leave(label);
        yield (await records.cited(actors)).map(actorStatement);
      }
      for await (const batch of records.relations()) {
        const ends = await records.ends(batch);
        const fitting = batch.filter((relation) => interestOf(relation, ends) !== null);
        for (const relation of batch) if (!fitting.includes(relation)) leave(relation.type);
        yield (await records.cited(fitting)).map((relation) => relationshipStatement(relation, ends));
      }
    }

    yield '[';
    yield* jsonItems(statements());
    yield '\n]\n';
    const counts = [...leftOut].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${what} ${count}`);
    if (counts.length > 0) tell(`BODS has no place for these, which were left out: ${counts.join(', ')}.`);
  },
};

interface Interest {
  subject: string;
  interestedParty: string;
  type: string;
}

/** Null where the relation is no interest, or stands at something that is no actor; a person can only be the party. */
function interestOf(relation: Relation, ends: ReadonlyMap<string, Entity>): Interest | null {
  const interest = INTERESTS[relation.type];
  if (interest === undefined) return null;
  const subject = interest.party === 'source' ? relation.target : relation.source;
  const party = relation[interest.party];
  const isActor = (id: string): boolean => ends.get(id)?.label === 'Actor';
  if (!isActor(subject) || !isActor(party) || ends.get(subject)?.kind === 'person') return null;
  return { subject, interestedParty: party, type: interest.type };
}

function actorStatement({ record, claims }: Cited<Entity>): object {
  const names = record.names.filter(({ text }) => text !== record.name);
  if (record.kind === 'person') {
    return statement(record.id, record.id, 'person', claims, {
      isComponent: false,
      personType: 'knownPerson',
      names: [{ type: 'legal', fullName: record.name }, ...names.map(({ text }) => ({ type: 'alternative', fullName: text }))],
    });
  }
  const [website] = record.identifiers.filter(({ scheme }) => scheme === 'website');
  const country = record.within.find((place) => /^[a-z]{2}$/.test(place))?.toUpperCase();
  const [foundingDate, dissolutionDate] = [plainDay(record.time.start), plainDay(record.time.end)];
  return statement(record.id, record.id, 'entity', claims, {
    isComponent: false,
    entityType: { ...(ENTITY_TYPES[record.kind] ?? { type: 'legalEntity' }), details: kindTitle(record) },
    name: record.name,
    alternateNames: names.map(({ text }) => text),
    ...(country && { jurisdiction: { name: country, code: country } }),
    identifiers: record.identifiers
      .filter(({ scheme }) => scheme !== 'website')
      .map(({ scheme, value }) => ({ id: value, schemeName: scheme })),
    ...(website && { uri: website.value }),
    ...(foundingDate && { foundingDate }),
    ...(dissolutionDate && { dissolutionDate }),
  });
}

const kindTitle = ({ kind }: Entity): string => vocabulary.entityKinds.get(kind)?.title ?? kind;

function relationshipStatement({ record, claims }: Cited<Relation>, ends: ReadonlyMap<string, Entity>): object {
  const { subject, interestedParty, type } = interestOf(record, ends)!;
  const [startDate, endDate] = [plainDay(record.time.start), plainDay(record.time.end)];
  const label = vocabulary.relationTypes.get(record.type)?.label ?? record.type;
  const qualifiers = Object.entries(record.qualifiers).map(([name, value]) => `${name}: ${value}`);
  const disputed = record.evidence.disputing > 0 ? ['disputed'] : [];
  const details = [label, ...qualifiers, sayDates(record.time), ...disputed, ...claims.map((claim) => claim.statement)];
  return statement(record.id, subject, 'relationship', claims, {
    isComponent: false,
    subject,
    interestedParty,
    interests: [
      {
        type,
        directOrIndirect: 'unknown',
        beneficialOwnershipOrControl: false,
        details: details.join('; '),
        ...(startDate && { startDate }),
        ...(endDate && { endDate }),
      },
    ],
  });
}

function statement(
  recordId: string,
  declarationSubject: string,
  recordType: string,
  claims: CitedClaim[],
  recordDetails: object,
): object {
  // Dated by the work on it, not by when it is exported: the same data gives the same file.
  const statementDate =
    claims
      .map(({ recorded }) => recorded)
      .sort()
      .at(-1) ?? '1970-01-01';
  const [first] = claims;
  return {
    statementId: createHash('sha256').update(`${recordType} ${recordId}`).digest('hex'),
    declarationSubject,
    statementDate,
    recordId,
    recordType,
    recordStatus: 'new',
    recordDetails,
    publicationDetails: {
      publicationDate: statementDate,
      bodsVersion: '0.4',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      publisher: { name: 'Custodes' },
    },
    ...(first && {
      source: {
        type: ['thirdParty'],
        url: first.from.url,
        retrievedAt: first.retrieved,
        assertedBy: [{ name: first.from.publisher }],
      },
    }),
  };
}
