import type { GraphStore } from '../store/port.js';
import { countriesOf } from './countries.js';
import { BEGINNING_OF_TIME, END_OF_TIME } from './edtf.js';
import { entityById } from './lookup.js';
import type { Entity, Relation, TimeSpan } from './model.js';
import { byId } from './order.js';
import { oversightBodies, type OversightBody } from './oversight.js';
import { resolveRegion } from './regions.js';
import { vocabulary } from './vocabulary.js';

const ACCESSIONS = [...vocabulary.relationTypes.values()].filter(({ accession }) => accession).map(({ name }) => name);

export interface SetUpQuestion {
  /** Id of the instrument that states joined. */
  instrument: string;
  /** As `resolveRegion` takes it; the world unless told. */
  region?: string | null | undefined;
}

/** An oversight body whose state joined the instrument, and how the two dates compare. */
export interface SetUp {
  body: OversightBody;
  state: Entity;
  /** The relation by which the state joined: the earliest. */
  accession: Relation;
  /** What set the body up, as far as a source says; by id. */
  establishedBy: Relation[];
  /** Between these days, both included, the body was set up; null where no source bounds it on that side. ISO days. */
  earliest: string | null;
  latest: string | null;
  order: SetUpOrder;
}

/**
 * AFTER, BEFORE: whichever days the dates mean. UNDECIDED: a source dates it, and the days allow both. NOT_STATED: no source says when it
 * was set up, or when the state joined.
 */
export type SetUpOrder = 'AFTER' | 'BEFORE' | 'UNDECIDED' | 'NOT_STATED';

export interface OversightSetUp {
  instrument: Entity;
  region: Entity;
  /** By id of the body, then of the state. */
  setUps: SetUp[];
}

/**
 * Whether the oversight bodies of the states that joined an instrument were set up after they had joined. When a body was set up is what
 * its own beginning and its ESTABLISHED_BY relations say together, and not after it began to oversee; dates are compared by the days they can mean and never rounded.
 * Bodies of states that did not join are left out.
 * @throws DomainError UNKNOWN_ID, UNKNOWN_REGION
 */
export async function oversightSetUp(store: GraphStore, question: SetUpQuestion): Promise<OversightSetUp> {
  const instrument = await entityById(store, question.instrument);
  const region = await resolveRegion(store, question.region ?? '001');
  const bodies = await oversightBodies(store, region, null);
  const countries = await countriesOf(store, [], bodies);
  const joined = await joinedStates(store, instrument);
  const establishing = await relationsBy(store, bodies, 'ESTABLISHED_BY');

  const setUps = bodies.flatMap((body) =>
    countries.overseenBy(body).flatMap((country) =>
      (joined.get(country) ?? []).map(({ state, accession }): SetUp => {
        const establishedBy = establishing.get(body.actor.id) ?? [];
        const between = daysOfBeginning([body.actor.time, ...establishedBy.map(({ time }) => time)], body.relations);
        return { body, state, accession, establishedBy, ...between, order: orderOf(between, accession.time) };
      }),
    ),
  );
  return { instrument, region, setUps };
}

interface Joined {
  state: Entity;
  accession: Relation;
}

/** The states that joined, by the country whose state they are. */
async function joinedStates(store: GraphStore, instrument: Entity): Promise<Map<string, Joined[]>> {
  const accessions = new Map<string, Relation>();
  for (const relation of await relationsAt(store, [instrument.id], 'IN', ACCESSIONS)) {
    const known = accessions.get(relation.source);
    if (relation.evidence.strength > 0 && !(known && known.sortKey < relation.sortKey)) accessions.set(relation.source, relation);
  }
  const states = (await store.entities([...accessions.keys()])).filter(({ kind }) => kind === 'state');
  const stateOf = await relationsAt(
    store,
    states.map(({ id }) => id),
    'OUT',
    ['STATE_OF'],
  );
  const joined = new Map<string, Joined[]>();
  for (const { source, target } of stateOf.sort(byId)) {
    const [state, accession] = [states.find(({ id }) => id === source)!, accessions.get(source)!];
    joined.set(target, [...(joined.get(target) ?? []), { state, accession }]);
  }
  return joined;
}

async function relationsBy(store: GraphStore, bodies: readonly OversightBody[], type: string): Promise<Map<string, Relation[]>> {
  const ids = bodies.map(({ actor }) => actor.id);
  const bySource = new Map<string, Relation[]>();
  for (const relation of (await relationsAt(store, ids, 'OUT', [type])).sort(byId)) {
    if (relation.evidence.strength > 0) bySource.set(relation.source, [...(bySource.get(relation.source) ?? []), relation]);
  }
  return bySource;
}

async function relationsAt(
  store: GraphStore,
  entityIds: readonly string[],
  direction: 'IN' | 'OUT',
  types: readonly string[],
): Promise<Relation[]> {
  const answers = await store.relationsOf({ entityIds, direction, types, during: null, limit: null, after: null });
  return answers.flatMap(({ relations }) => relations);
}

/**
 * What all of them together leave: the latest of the earliest days and the earliest of the latest, in their order where sources contradict.
 * @param oversight what the body does: it was there by the day by which it began that
 */
function daysOfBeginning(
  times: readonly TimeSpan[],
  oversight: readonly Relation[],
): { earliest: string | null; latest: string | null } {
  const earliest = times.map(({ earliestStart }) => earliestStart).reduce((a, b) => (a > b ? a : b));
  const doing = oversight.filter(({ evidence }) => evidence.strength > 0).map(({ time }) => time);
  const latest = [...times, ...doing].map(({ latestStart }) => latestStart).reduce((a, b) => (a < b ? a : b));
  const [from, to] = earliest <= latest ? [earliest, latest] : [latest, earliest];
  return { earliest: from === BEGINNING_OF_TIME ? null : from, latest: to === END_OF_TIME ? null : to };
}

function orderOf(setUp: { earliest: string | null; latest: string | null }, joined: TimeSpan): SetUpOrder {
  if (setUp.earliest !== null && setUp.earliest > joined.latestStart) return 'AFTER';
  if (setUp.latest !== null && setUp.latest < joined.earliestStart) return 'BEFORE';
  return setUp.earliest === null || joined.start === null ? 'NOT_STATED' : 'UNDECIDED';
}
