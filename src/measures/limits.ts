import { DomainError } from '../domain/errors.js';
import type { MeasuredGraph } from './measured-graph.js';
import type { MeasureName } from './names.js';

/** Steps that one answer over the API may take, one to five seconds; the command line takes as many as it needs. */
export const MOST_WORK = 100_000_000;

/** Iterations that an iterated measure usually takes. */
const ITERATIONS = 200;

/**
 * Refuses what would hold up a server, before it is begun.
 * @param most steps; Infinity where nobody else waits
 * @throws DomainError TOO_MUCH_WORK
 */
export function checkWork(measure: MeasureName, graph: MeasuredGraph, most: number): void {
  const steps = workOf(measure, graph);
  if (steps <= most) return;
  const size = `${graph.ties.order} entities and ${graph.ties.size} ties`;
  throw new DomainError(
    'TOO_MUCH_WORK',
    `${measure} of ${size} takes about ${steps.toExponential(0)} steps, and an answer may take ${most.toExponential(0)}. Narrow it by \`centers\`, \`within\`, \`kinds\` or \`relationTypes\`, or run \`custodes measures ${measure.toLowerCase().replaceAll('_', '-')}\` on the command line.`,
  );
}

/** Steps, by the sizes alone. */
export function workOf(measure: MeasureName, { ties, arcs }: MeasuredGraph): number {
  const size = ties.order + ties.size;
  switch (measure) {
    case 'BETWEENNESS':
    case 'CLOSENESS':
      return ties.order * size;
    case 'CONSTRAINT':
    case 'EFFECTIVE_SIZE':
      return ties.reduceNodes((sum, id) => sum + ties.degree(id) ** 2, 0);
    case 'BROKERAGE':
      return arcs.reduceNodes((sum, id) => sum + arcs.inDegree(id) * arcs.outDegree(id), 0);
    default:
      return ITERATIONS * size;
  }
}
