import TinyQueue from 'tinyqueue';
import type { FlowEdge } from './influence-flow.js';

/**
 * Sums and bests over influence walks: bounded, and absorbed where they first reach a target (Katz 1953, "A new status
 * index derived from sociometric analysis", bounded and absorbing).
 *
 * A walk of k steps counts `decay^(k−1) · product of its weights`. `edgesFrom` holds no edge out of a target, so a walk
 * that reaches one ends there.
 */
export interface WalkTables {
  /** score of each entity: the sum of all its walks of at most `maxSteps` steps */
  score: Map<string, number>;
  /** best[k]: of each entity, the largest product of weights over its walks of exactly k steps */
  best: Map<string, number>[];
}

export function walkTables(
  edgesFrom: ReadonlyMap<string, readonly FlowEdge[]>,
  targets: ReadonlySet<string>,
  maxSteps: number,
  decay: number,
): WalkTables {
  let sums = new Map([...targets].map((id) => [id, 1]));
  const best = [new Map(sums)];
  const score = new Map<string, number>();
  for (let steps = 1; steps <= maxSteps; steps++) {
    const nextSums = new Map<string, number>();
    const nextBest = new Map<string, number>();
    for (const [from, edges] of edgesFrom) {
      let sum = 0;
      let largest = 0;
      for (const edge of edges) {
        sum += edge.weight * (sums.get(edge.to) ?? 0);
        largest = Math.max(largest, edge.weight * (best[steps - 1]?.get(edge.to) ?? 0));
      }
      if (sum === 0) continue;
      nextSums.set(from, sum);
      nextBest.set(from, largest);
      score.set(from, (score.get(from) ?? 0) + decay ** (steps - 1) * sum);
    }
    sums = nextSums;
    best.push(nextBest);
  }
  return { score, best };
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
}

/**
 * The walks from an entity that contribute most, largest first; equals: the shorter first, then by relation ids. Best-first
 * search; the bounds are exact (`best`), so that no walk is looked at that is not on the way to one that is given.
 */
export function largestWalks(
  from: string,
  edgesFrom: ReadonlyMap<string, readonly FlowEdge[]>,
  { best }: WalkTables,
  decay: number,
  first: number,
): Walk[] {
  const maxSteps = best.length - 1;
  const targets = best[0] ?? new Map<string, number>();
  const boundOf = (product: number, at: string, taken: number): number => {
    if (targets.has(at)) return product * decay ** (taken - 1);
    let bound = 0;
    for (let more = 1; taken + more <= maxSteps; more++) {
      bound = Math.max(bound, product * decay ** (taken + more - 1) * (best[more]?.get(at) ?? 0));
    }
    return bound;
  };

  const queue = new TinyQueue<PartialWalk>([{ bound: boundOf(1, from, 0), product: 1, at: from, edges: [] }], byBound);
  const walks: Walk[] = [];
  while (walks.length < first) {
    const walk = queue.pop();
    if (walk === undefined || walk.bound === 0) break;
    if (targets.has(walk.at)) {
      walks.push({ contribution: walk.bound, edges: walk.edges });
      continue;
    }
    for (const edge of edgesFrom.get(walk.at) ?? []) {
      const product = walk.product * edge.weight;
      const bound = boundOf(product, edge.to, walk.edges.length + 1);
      if (bound > 0) queue.push({ bound, product, at: edge.to, edges: [...walk.edges, edge] });
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
