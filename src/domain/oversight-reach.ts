import type { GraphStore } from '../store/port.js';
import type { AsOf } from './as-of.js';
import { countriesOf, type Countries } from './countries.js';
import { checkedMaxSteps } from './influence.js';
import { flowTowards, type FlowGraph } from './influence-flow.js';
import { givingWay } from './long-calculation.js';
import type { Entity } from './model.js';
import { oversightBodies, type OversightBody } from './oversight.js';
import { resolveRegion } from './regions.js';
import { vocabulary } from './vocabulary.js';

/** One step to the body, or two: by an event, an instrument or an actor between. Beyond that nearly everything reaches nearly everyone. */
export const REACH_DEFAULTS = { region: '001', maxSteps: 2 } as const;

export interface ReachQuestion {
  /** As `resolveRegion` takes it; the world unless told. */
  region?: string | null | undefined;
  asOf?: AsOf;
  /** 1 to 6 */
  maxSteps?: number | null | undefined;
}

/** The oversight bodies of a region by whether an international actor reaches them. Each body stands in one of the three lists, by id. */
export interface OversightReach {
  region: Entity;
  asOf: string | null;
  maxSteps: number;
  reached: ReachedBody[];
  /** Reached only by actors that may be international: no source says which country they belong to. */
  undecided: ReachedBody[];
  unreached: OversightBody[];
}

export interface ReachedBody {
  body: OversightBody;
  /** Fewest steps from one of the actors. */
  steps: number;
  /** The actors at that distance, by id. */
  actors: Entity[];
}

/**
 * Which oversight bodies of a region no international actor reaches. An actor reaches a body where influence can flow from it to the body
 * in at most `maxSteps` steps (docs/influence.md). It is international to the body if its kind always is, or if sources tie it to
 * countries and none of these is one that the body oversees.
 * @throws DomainError UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT
 */
export async function oversightReach(store: GraphStore, question: ReachQuestion): Promise<OversightReach> {
  const maxSteps = checkedMaxSteps(question.maxSteps ?? REACH_DEFAULTS.maxSteps);
  const asOf = question.asOf ?? null;
  const region = await resolveRegion(store, question.region ?? REACH_DEFAULTS.region);
  const bodies = await oversightBodies(store, region, asOf);
  const flow = await flowTowards(
    store,
    bodies.map(({ actor }) => actor),
    maxSteps,
    null,
    asOf,
  );
  const countries = await countriesOf(store, [...flow.entities.values()], bodies);
  const before = startsByEnd(flow);

  const giveWay = givingWay();
  const answer: OversightReach = { region, asOf, maxSteps, reached: [], undecided: [], unreached: [] };
  for (const body of bodies) {
    await giveWay();
    const levels = levelsBefore(body.actor.id, before, maxSteps).map((ids) =>
      ids.map((id) => flow.entities.get(id)!).filter(({ label }) => label === 'Actor'),
    );
    const own = new Set(countries.overseenBy(body));
    const nearest = (wanted: Belonging): ReachedBody | null => {
      const level = levels.findIndex((actors) => actors.some((actor) => belonging(actor, own, countries) === wanted));
      if (level === -1) return null;
      return { body, steps: level + 1, actors: levels[level]!.filter((actor) => belonging(actor, own, countries) === wanted) };
    };
    const [reached, undecided] = [nearest('INTERNATIONAL'), nearest('NOT_STATED')];
    if (reached !== null) answer.reached.push(reached);
    else if (undecided !== null) answer.undecided.push(undecided);
    else answer.unreached.push(body);
  }
  return answer;
}

type Belonging = 'INTERNATIONAL' | 'OWN' | 'NOT_STATED';

function belonging(actor: Entity, own: ReadonlySet<string>, countries: Countries): Belonging {
  const across = vocabulary.entityKinds.get(actor.kind)?.international ?? null;
  if (across === 'always') return 'INTERNATIONAL';
  const home = countries.of(actor);
  if (home.length > 0) return home.some((country) => own.has(country)) ? 'OWN' : 'INTERNATIONAL';
  return across === 'possible' ? 'NOT_STATED' : 'OWN';
}

function startsByEnd({ edgesFrom }: FlowGraph): Map<string, string[]> {
  const starts = new Map<string, Set<string>>();
  for (const { from, to } of [...edgesFrom.values()].flat()) starts.set(to, (starts.get(to) ?? new Set()).add(from));
  return new Map([...starts].map(([end, ids]) => [end, [...ids]]));
}

/** The ids from which influence needs one step to get there, two steps and so on; each by id. */
function levelsBefore(id: string, before: ReadonlyMap<string, readonly string[]>, steps: number): string[][] {
  const seen = new Set([id]);
  const levels: string[][] = [];
  for (let level = [id]; levels.length < steps && level.length > 0; levels.push(level)) {
    level = [...new Set(level.flatMap((end) => before.get(end) ?? []))].filter((start) => !seen.has(start)).sort();
    for (const start of level) seen.add(start);
  }
  return levels;
}
