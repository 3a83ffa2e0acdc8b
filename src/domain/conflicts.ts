import type { GraphStore } from '../store/port.js';
import { conflictingDates } from './conflicting-dates.js';
import { connection, decodeCursor, encodeCursor, type Connection } from './cursors.js';
import { DomainError } from './errors.js';
import { givingWay } from './long-calculation.js';
import type { Attribute, Claim, Entity, Relation, Source } from './model.js';
import { resolveRegion } from './regions.js';

/**
 * DISPUTED: claims of one source support a relation and claims of another dispute it. DATES: the dates that sources give of one relation, entity or
 * event cannot all be true. ATTRIBUTE: sources give an entity different figures for one attribute at one date.
 */
export const CONFLICT_KINDS = ['DISPUTED', 'DATES', 'ATTRIBUTE'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export interface ConflictsQuestion {
  kinds?: readonly ConflictKind[] | null | undefined;
  /** A region, as `resolveRegion` takes it: entities tied to it, and relations with an end that is. */
  within?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}

export interface Conflict {
  kind: ConflictKind;
  subject: Entity | Relation;
  /** The name of the attribute, with its date; null where it is about the whole. */
  about: string | null;
  /** Two or more. */
  sides: ConflictSide[];
}

export interface ConflictSide {
  /** `SUPPORTS` or `DISPUTES`, the dates, or the value. */
  value: string;
  /** By id. */
  claims: Claim[];
}

/**
 * Where sources disagree, by the id of what they disagree about; both sides are kept in the graph. All of the region is read, in batches.
 * @param mostLookedAt entities, relations and claims that it may look at; Infinity where nobody else waits
 * @throws DomainError UNKNOWN_REGION, INVALID_CURSOR, TOO_MUCH_WORK
 */
export async function conflicts(
  store: GraphStore,
  question: ConflictsQuestion,
  mostLookedAt: number,
): Promise<Connection<Conflict>> {
  const within = question.within ? (await resolveRegion(store, question.within)).id : null;
  const wanted = new Set(question.kinds ?? CONFLICT_KINDS);
  const from = question.after ? Number(decodeCursor(question.after, ['number'])[0]) : 0;

  const found: Conflict[] = [];
  const looked = new Set<string>();
  const giveWay = givingWay();
  let after: string | null = null;
  let lookedAt = 0;
  for (;;) {
    const entities: Entity[] = await store.entitiesAfter({ after, kinds: null, within, limit: ENTITIES_A_BATCH });
    if (entities.length === 0) break;
    after = entities.at(-1)!.id;
    const relations = (await relationsAt(store, entities)).filter(({ id }) => !looked.has(id));
    for (const { id } of relations) looked.add(id);
    lookedAt += entities.length + relations.length + claimsOf([...entities, ...relations]);
    checkWork(lookedAt, mostLookedAt);
    found.push(...(await conflictsAmong(store, entities, relations)).filter(({ kind }) => wanted.has(kind)));
    await giveWay();
  }
  const key = ({ subject, kind, about }: Conflict): string => `${subject.id} ${kind} ${about ?? ''}`;
  found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const to = from + question.first;
  return connection(found.slice(from, to), (_, i) => encodeCursor(from + i + 1), found.length, found.length > to);
}

const ENTITIES_A_BATCH = 1000;

const claimsOf = (records: readonly { claimIds: readonly string[] }[]): number =>
  records.reduce((sum, { claimIds }) => sum + claimIds.length, 0);

function checkWork(lookedAt: number, most: number): void {
  if (lookedAt <= most) return;
  throw new DomainError(
    'TOO_MUCH_WORK',
    `There are more than ${most} entities, relations and claims to look at, and an answer may look at no more. Narrow it by \`within\`, or run \`custodes conflicts\` on the command line.`,
  );
}

/** Relations at these entities, each once; of one claim alone there is nothing to disagree about. */
async function relationsAt(store: GraphStore, entities: readonly Entity[]): Promise<Relation[]> {
  const entityIds = entities.map(({ id }) => id);
  const question = { entityIds, direction: 'BOTH', types: null, during: null, limit: null, after: null } as const;
  const found = new Map<string, Relation>();
  for (const { relations } of await store.relationsOf(question)) {
    for (const relation of relations) if (relation.claimIds.length > 1) found.set(relation.id, relation);
  }
  return [...found.values()];
}

async function conflictsAmong(
  store: GraphStore,
  entities: readonly Entity[],
  relations: readonly Relation[],
): Promise<Conflict[]> {
  const several = entities.filter(({ claimIds, attributes }) => claimIds.length > 1 || attributes.length > 1);
  const ids = new Set([...relations, ...several].flatMap(({ claimIds }) => claimIds));
  const claims = new Map((await store.claims([...ids].sort())).map((claim) => [claim.id, claim]));
  const sourceIds = new Set([...claims.values()].map(({ source }) => source));
  const sources = new Map((await store.sources([...sourceIds].sort())).map((source) => [source.id, source]));
  const of = (claimIds: readonly string[]): Claim[] => claimIds.flatMap((id) => claims.get(id) ?? []);
  return [
    ...relations.flatMap((relation) => conflictsOfRelation(relation, of(relation.claimIds), sources)),
    ...several.flatMap((entity) => conflictsOfEntity(entity, of, sources)),
  ];
}

function conflictsOfRelation(subject: Relation, claims: Claim[], sources: ReadonlyMap<string, Source>): Conflict[] {
  const stances = (['SUPPORTS', 'DISPUTES'] as const).map((value) => ({
    value,
    claims: claims.filter(({ stance }) => stance === value),
  }));
  const disputed: Conflict[] = stances.every((side) => side.claims.length > 0)
    ? [{ kind: 'DISPUTED', subject, about: null, sides: stances }]
    : [];
  return [...disputed, ...datesOf(subject, claims, sources, subject.time.persists)];
}

function conflictsOfEntity(
  subject: Entity,
  of: (claimIds: readonly string[]) => Claim[],
  sources: ReadonlyMap<string, Source>,
): Conflict[] {
  const existence = of(subject.claimIds).filter(({ aspect }) => aspect === 'existence');
  const values = new Map<string, Attribute[]>();
  for (const attribute of subject.attributes) {
    // What is dated by nobody may have been so at different times; and an event can well have two topics, but not two numbers of guests.
    if (attribute.date === null || typeof attribute.value !== 'number') continue;
    const about = `${attribute.name} ${attribute.date}`;
    values.set(about, [...(values.get(about) ?? []), attribute]);
  }
  const attributes = [...values]
    .filter(([, several]) => several.length > 1)
    .map(([about, several]): Conflict => {
      const sides = several.map(({ value, claimIds }) => ({ value: String(value), claims: of(claimIds) }));
      return { kind: 'ATTRIBUTE', subject, about, sides };
    });
  return [...attributes, ...datesOf(subject, existence, sources, subject.time.persists)];
}

function datesOf(
  subject: Entity | Relation,
  claims: readonly Claim[],
  sources: ReadonlyMap<string, Source>,
  persists: boolean,
): Conflict[] {
  const sides = conflictingDates(claims, sources, persists);
  return sides.length > 0 ? [{ kind: 'DATES', subject, about: null, sides }] : [];
}
