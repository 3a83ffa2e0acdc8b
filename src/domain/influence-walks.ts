import TinyQueue from 'tinyqueue';
import { BEGINNING_OF_TIME } from './edtf.js';
import type { FlowEdge } from './influence-flow.js';
import { timedWalkScores } from './influence-timed-walks.js';
import { soonest } from './time-respecting.js';

/**
 * Sums and bests over influence walks: of bounded length, absorbed where they first reach a target (Katz 1953, "A new status index
 * derived from sociometric analysis"), and non-backtracking: no step goes straight back to where the one before came from
 * (Arrigo, Grindrod, Higham and Noferini 2018, "Non-backtracking walk centrality for directed networks").
 *
 * A walk of k steps counts `decay^(k−1) · product of its weights`. `edgesFrom` holds no edge out of a target, so a walk
 * that reaches one ends there.
 */
export interface WalkTables {
  /** score of each entity: the sum of all its walks of at most `maxSteps` steps */
  score: Map<string, number>;
  /** bound[k]: of each entity, at least the largest product of weights over its walks of exactly k steps */
  bound: Map<string, number>[];
}

/** Which walks count, and for how much. */
export interface Walks {
  maxSteps: number;
  decay: number;
}

export type EdgesFrom = ReadonlyMap<string, readonly FlowEdge[]>;

export async function walkTables(
  edgesFrom: EdgesFrom,
  targets: ReadonlySet<string>,
  maxSteps: number,
  decay: number,
  timeRespecting = false,
): Promise<WalkTables> {
  return {
    score: timeRespecting
      ? await timedWalkScores(edgesFrom, targets, { maxSteps, decay })
      : walkScores(edgesFrom, targets, maxSteps, decay),
    bound: largestProducts(edgesFrom, targets, maxSteps),
  };
}

/** The score of each entity from which a walk of at most `maxSteps` steps leads to a target. */
export function walkScores(
  edgesFrom: EdgesFrom,
  targets: ReadonlySet<string>,
  maxSteps: number,
  decay: number,
): Map<string, number> {
  const score = new Map<string, number>();
  let sums = oneStepSums(edgesFrom, targets);
  for (let steps = 1; steps <= maxSteps; steps++) {
    if (steps > 1) sums = oneStepMore(edgesFrom, sums);
    for (const [from, { total }] of sums) score.set(from, (score.get(from) ?? 0) + decay ** (steps - 1) * total);
  }
  return score;
}

/** Sums over an entity's walks of one length: in all, and of those whose first step goes to each neighbour. Never zero. */
interface SumsFrom {
  total: number;
  byFirstStop: Map<string, number>;
}

function oneStepSums(edgesFrom: EdgesFrom, targets: ReadonlySet<string>): Map<string, SumsFrom> {
  return sumsOver(edgesFrom, (edge) => (targets.has(edge.to) ? edge.weight : 0));
}

/** The sums for walks of one step more: a step to a neighbour, then on from there, but not back. */
function oneStepMore(edgesFrom: EdgesFrom, sums: ReadonlyMap<string, SumsFrom>): Map<string, SumsFrom> {
  return sumsOver(edgesFrom, (edge) => edge.weight * sumNotBackTo(edge.from, sums.get(edge.to)));
}

function sumNotBackTo(back: string, onward: SumsFrom | undefined): number {
  if (onward === undefined) return 0;
  const returning = onward.byFirstStop.get(back);
  if (returning === undefined) return onward.total;
  // Rounding must not leave a trace of walks that are not there.
  return onward.byFirstStop.size === 1 ? 0 : onward.total - returning;
}

function sumsOver(edgesFrom: EdgesFrom, sumOf: (edge: FlowEdge) => number): Map<string, SumsFrom> {
  const sums = new Map<string, SumsFrom>();
  for (const [from, edges] of edgesFrom) {
    let total = 0;
    const byFirstStop = new Map<string, number>();
    for (const edge of edges) {
      const sum = sumOf(edge);
      if (sum === 0) continue;
      total += sum;
      byFirstStop.set(edge.to, (byFirstStop.get(edge.to) ?? 0) + sum);
    }
    if (total > 0) sums.set(from, { total, byFirstStop });
  }
  return sums;
}

function largestProducts(edgesFrom: EdgesFrom, targets: ReadonlySet<string>, maxSteps: number): Map<string, number>[] {
  const largest = [new Map([...targets].map((id) => [id, 1]))];
  for (let steps = 1; steps <= maxSteps; steps++) {
    const next = new Map<string, number>();
    for (const [from, edges] of edgesFrom) {
      const product = edges.reduce((most, edge) => Math.max(most, edge.weight * (largest[steps - 1]?.get(edge.to) ?? 0)), 0);
      if (product > 0) next.set(from, product);
    }
    largest.push(next);
  }
  return largest;
}

export interface Walk {
  contribution: number;
  edges: FlowEdge[];
}

interface PartialWalk {
  /** The most that a completion of it can contribute; exact where it is complete. */
  bound: number;
  product: number;
  at: string;
  edges: FlowEdge[];
  /** When its last hop is made, where walks must respect time. */
  day: string;
}

/**
 * The walks from an entity that contribute most, largest first; equals: the shorter first, then by relation ids. Best-first
 * search: what is looked at next is what could still contribute most.
 */
export function largestWalks(
  from: string,
  edgesFrom: EdgesFrom,
  tables: WalkTables,
  decay: number,
  first: number,
  timeRespecting = false,
): Walk[] {
  const maxSteps = tables.bound.length - 1;
  const targets = tables.bound[0] ?? new Map<string, number>();
  const boundOf = (product: number, at: string, taken: number): number => {
    if (targets.has(at)) return product * decay ** (taken - 1);
    let bound = 0;
    for (let more = 1; taken + more <= maxSteps; more++) {
      bound = Math.max(bound, product * decay ** (taken + more - 1) * (tables.bound[more]?.get(at) ?? 0));
    }
    return bound;
  };

  const queue = new TinyQueue<PartialWalk>(
    [{ bound: boundOf(1, from, 0), product: 1, at: from, edges: [], day: BEGINNING_OF_TIME }],
    byBound,
  );
  const walks: Walk[] = [];
  while (walks.length < first) {
    const walk = queue.pop();
    if (walk === undefined || walk.bound === 0) break;
    if (targets.has(walk.at)) {
      walks.push({ contribution: walk.bound, edges: walk.edges });
      continue;
    }
    const cameFrom = walk.edges.at(-1)?.from;
    for (const edge of edgesFrom.get(walk.at) ?? []) {
      if (edge.to === cameFrom) continue;
      const day = timeRespecting ? soonest(edge, walk.day) : walk.day;
      if (day === null) continue;
      const product = walk.product * edge.weight;
      const bound = boundOf(product, edge.to, walk.edges.length + 1);
      if (bound > 0) queue.push({ bound, product, at: edge.to, edges: [...walk.edges, edge], day });
    }
  }
  return walks;
}

function byBound(a: PartialWalk, b: PartialWalk): number {
  if (a.bound !== b.bound) return b.bound - a.bound;
  if (a.edges.length !== b.edges.length) return a.edges.length - b.edges.length;
  for (const [i, edge] of a.edges.entries()) {
    const other = b.edges[i]!;
    if (edge.relation.id !== other.relation.id) return edge.relation.id < other.relation.id ? -1 : 1;
  }
  return 0;
}
