import { DomainError } from '../domain/errors.js';
import type { Arcs, Ties } from './measured-graph.js';
import { differenceOf, inflow, sparseMatrix, sumOf } from './sparse-matrix.js';
import type { Values } from './values.js';

/** Sum of changes below which a step adds nothing: the values are then within 6 times that of the exact ones (damping 0.85). */
const TOLERANCE = 1e-13;
const MOST_ITERATIONS = 20_000;

/**
 * PageRank (Brin and Page 1998): where a reader is who follows ties by their weights and, with `1 − damping`, starts again. Whoever stands
 * where no tie leads on starts again, too. Shares add up to 1. graphology-metrics has it without a choice of where to start.
 *
 * @param restarts entities at one of which the reader starts, each as likely (personalised PageRank: Haveliwala 2002); null: anywhere
 * @throws DomainError INVALID_ARGUMENT where there is nowhere to start
 */
export function pageRank(graph: Ties | Arcs, damping: number, restarts: ReadonlySet<string> | null): Values {
  const matrix = sparseMatrix(graph);
  const { ids, from, weight } = matrix;
  if (ids.length === 0) return new Map();
  const start = Float64Array.from(ids, (id) => (restarts === null || restarts.has(id) ? 1 : 0));
  const starts = sumOf(start);
  if (starts === 0)
    throw new DomainError('INVALID_ARGUMENT', 'None of the entities to start from is in the part that is measured.');
  for (let i = 0; i < start.length; i++) start[i]! /= starts;

  const leaving = new Float64Array(ids.length);
  for (let k = 0; k < from.length; k++) leaving[from[k]!]! += weight[k]!;
  let rank = start;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const here = rank;
    const flow = inflow(
      matrix,
      here.map((share, i) => (leaving[i] === 0 ? 0 : share / leaving[i]!)),
    );
    const stuck = here.reduce((sum, share, i) => sum + (leaving[i] === 0 ? share : 0), 0);
    rank = flow.map((share, i) => damping * (share + stuck * start[i]!) + (1 - damping) * start[i]!);
    if (differenceOf(rank, here) < TOLERANCE) break;
  }
  return new Map(ids.map((id, i) => [id, rank[i]!]));
}
