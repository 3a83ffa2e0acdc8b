import type { GraphStore } from '../store/port.js';
import { asOfDays, holding } from './as-of.js';
import { connection, decodeCursor, encodeCursor, type Connection } from './cursors.js';
import { DomainError } from './errors.js';
import { checkedDecay, checkedMaxSteps, INFLUENCE_DEFAULTS } from './influence.js';
import { effectsOfRelations, type RelationEffect } from './influence-effects.js';
import { InfluenceGround } from './influence-ground.js';
import { rankingOn, type Ranking } from './influence-left-out.js';
import type { Known } from './known.js';
import { checkedRelationTypes } from './lookup.js';
import type { Entity } from './model.js';
import { byId } from './order.js';
import { resolveRegion } from './regions.js';
import { ROUNDING } from './shared-ranks.js';

export const CHANGE_DEFAULTS = { first: 20, relationsPerActor: 5 } as const;

export interface ChangeQuestion extends Known {
  /** As `resolveRegion` takes it. */
  region: string;
  /** EDTF: the date before and the date after, as `asOf` takes them. */
  from: string;
  to: string;
  maxSteps?: number | null | undefined;
  decay?: number | null | undefined;
  relationTypes?: readonly string[] | null | undefined;
  /** How many of the relations that account for an actor's change are listed. */
  relationsPerActor?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/**
 * BECAME_OVERSIGHT_BODY, CEASED_TO_BE_ONE: whatever its place. ENTERED, LEFT: it reaches a body at one of the dates. ROSE, FELL: nearer to the top or
 * farther. SAME_RANK: only its score changed.
 */
export const CHANGE_KINDS = [
  'ENTERED',
  'LEFT',
  'ROSE',
  'FELL',
  'SAME_RANK',
  'BECAME_OVERSIGHT_BODY',
  'CEASED_TO_BE_OVERSIGHT_BODY',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ActorChange {
  actor: Entity;
  kind: ChangeKind;
  /** Null where it reaches no body, or is one. */
  before: { rank: number; score: number } | null;
  after: { rank: number; score: number } | null;
  /** What accounts for it, largest effect first; for who became a body, what made it one. */
  relations: RelationEffect[];
}

export interface InfluenceChange {
  region: Entity;
  from: string;
  to: string;
  maxSteps: number;
  decay: number;
  relationTypes: string[] | null;
  /** How many actors are ranked at each of the dates. */
  rankedBefore: number;
  rankedAfter: number;
  /** Whoever changed, the largest change of score first. */
  changes: Connection<ActorChange>;
}

/**
 * What changed in the ranking of a region between two dates, and which relations account for it.
 * @param mostWork steps of calculation that it may take; Infinity where nobody else waits
 * @throws DomainError UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT, INVALID_CURSOR, TOO_MUCH_WORK
 */
export async function influenceChange(store: GraphStore, question: ChangeQuestion, mostWork: number): Promise<InfluenceChange> {
  const maxSteps = checkedMaxSteps(question.maxSteps ?? INFLUENCE_DEFAULTS.maxSteps);
  const decay = checkedDecay(question.decay ?? INFLUENCE_DEFAULTS.decay);
  const { from, to } = question;
  for (const date of [from, to]) asOfDays(date);
  const relationTypes = checkedRelationTypes(question.relationTypes);
  const region = await resolveRegion(store, question.region);

  const ground = await InfluenceGround.read(store, region, maxSteps, relationTypes, question);
  const walks = { maxSteps, decay };
  const [before, after] = [rankingOn(ground, from, walks), rankingOn(ground, to, walks)];
  const changes = changesBetween(before, after);
  const start = question.after ? Number(decodeCursor(question.after, ['number'])[0]) : 0;
  const end = start + (question.first ?? CHANGE_DEFAULTS.first);
  const page = changes.slice(start, end);

  const changed = [...new Map([...ground.oversight, ...ground.flow].map((relation) => [relation.id, relation])).values()]
    .filter(({ time }) => holding(time, from) !== holding(time, to))
    .sort(byId);
  checkWork(region, changed.length, ground.flow.length * maxSteps, mostWork);
  const effects = await effectsOfRelations(
    ground,
    after,
    changed,
    { from, to },
    walks,
    new Set(page.map(({ actor }) => actor.id)),
  );
  const most = question.relationsPerActor ?? CHANGE_DEFAULTS.relationsPerActor;
  const rows = page.map((change) => ({ ...change, relations: (effects.get(change.actor.id) ?? []).slice(0, most) }));
  return {
    ...{ region, from, to, maxSteps, decay, relationTypes },
    rankedBefore: before.actors.length,
    rankedAfter: after.actors.length,
    changes: connection(rows, (_change, i) => encodeCursor(start + i + 1), changes.length, changes.length > end),
  };
}

function changesBetween(before: Ranking, after: Ranking): Omit<ActorChange, 'relations'>[] {
  const bodies = [before, after].map(({ bodies: of }) => new Map(of.map(({ actor }) => [actor.id, actor])));
  const [bodiesBefore, bodiesAfter] = bodies as [Map<string, Entity>, Map<string, Entity>];
  const actors = new Map<string, Entity>([...bodiesBefore, ...bodiesAfter]);
  for (const { actor } of [...before.actors, ...after.actors]) actors.set(actor.id, actor);
  const changes = [...actors.values()].flatMap((actor): Omit<ActorChange, 'relations'>[] => {
    const [was, is] = [before.byId.get(actor.id) ?? null, after.byId.get(actor.id) ?? null];
    const place = (of: typeof was): ActorChange['before'] => of && { rank: of.rank, score: of.score };
    const kind = kindOf(was, is, bodiesBefore.has(actor.id), bodiesAfter.has(actor.id));
    return kind === null ? [] : [{ actor, kind, before: place(was), after: place(is) }];
  });
  const size = ({ before: was, after: is }: Omit<ActorChange, 'relations'>): number =>
    Math.abs((is?.score ?? 0) - (was?.score ?? 0));
  return changes.sort((a, b) => size(b) - size(a) || byId(a.actor, b.actor));
}

/** Null where nothing changed. */
function kindOf(
  was: { rank: number; score: number } | null,
  is: { rank: number; score: number } | null,
  wasBody: boolean,
  isBody: boolean,
): ChangeKind | null {
  if (wasBody !== isBody) return isBody ? 'BECAME_OVERSIGHT_BODY' : 'CEASED_TO_BE_OVERSIGHT_BODY';
  if (was === null || is === null) return is ? 'ENTERED' : was ? 'LEFT' : null;
  if (was.rank !== is.rank) return is.rank < was.rank ? 'ROSE' : 'FELL';
  return Math.abs(was.score - is.score) > was.score * ROUNDING ? 'SAME_RANK' : null;
}

function checkWork(region: Entity, relations: number, stepsEach: number, most: number): void {
  const steps = relations * stepsEach;
  if (steps <= most) return;
  throw new DomainError(
    'TOO_MUCH_WORK',
    `${relations} relations on ${region.name} changed between the dates, and to see what each did takes about ${steps.toExponential(0)} steps; an answer may take ${most.toExponential(0)}. Ask for a smaller region, nearer dates or fewer \`maxSteps\`, or run \`custodes influence-change ${region.id}\` on the command line.`,
  );
}
