import { spectralRadius } from './eigenvector.js';
import type { Arcs, Ties } from './measured-graph.js';
import { differenceOf, inflow, normOf, sparseMatrix } from './sparse-matrix.js';
import type { Values } from './values.js';

const TOLERANCE = 1e-14;

/** Half of the attenuation at which the sum of walks would grow without end. */
export const KATZ_SHARE = 0.5;

/** What each further step of a walk counts: `KATZ_SHARE` of 1 over the largest eigenvalue of the ties without direction; 0 without ties. */
export function katzAttenuation(ties: Ties): number {
  const radius = spectralRadius(ties);
  return radius === 0 ? 0 : KATZ_SHARE / radius;
}

/** Katz's status (1953): all walks that lead to an entity, each step weakened by the attenuation, and 1 for itself; the squares add up to 1. */
export function katz(graph: Ties | Arcs, attenuation: number): Values {
  const matrix = sparseMatrix(graph);
  const ones = new Float64Array(matrix.ids.length).fill(1);
  let status = ones;
  for (;;) {
    const before = status;
    status = inflow(matrix, before).map((sum) => 1 + attenuation * sum);
    if (differenceOf(status, before) <= TOLERANCE * normOf(status)) break;
  }
  const norm = normOf(status);
  return new Map(matrix.ids.map((id, i) => [id, status[i]! / norm]));
}
