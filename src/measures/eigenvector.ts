import { UndirectedGraph } from 'graphology';
import { DomainError } from '../domain/errors.js';
import { connectedComponents, eigenvectorCentrality } from './libraries.js';
import type { MeasuredEntity, Tie, Ties } from './measured-graph.js';
import type { Values } from './values.js';

const TOLERANCE = 1e-14;
const MOST_ITERATIONS = 200_000;

/** Part of an eigenvalue by which two components may differ and still be equally well connected. */
const EQUAL = 1e-9;

/**
 * Eigenvector centrality (Bonacich 1972): an entity counts as much as those that it is tied to, by weight. It is that of the best connected
 * component (the largest eigenvalue) and 0 elsewhere, which is what iterating over the whole graph comes to; the squares add up to 1.
 * Each component is iterated by itself, so that others do not slow it down.
 */
export function eigenvector(ties: Ties): Values {
  const spectra = componentSpectra(ties);
  const largest = largestEigenvalue(spectra);
  const values: Values = new Map(ties.nodes().map((id) => [id, 0]));
  // Iterated from equal values, components that are equally well connected keep what each began with.
  const dominant = spectra.filter(({ eigenvalue }) => eigenvalue >= largest * (1 - EQUAL));
  const parts = dominant.map(({ vector }) => ({ vector, part: [...vector.values()].reduce((sum, x) => sum + x, 0) }));
  const norm = Math.sqrt(parts.reduce((sum, { part }) => sum + part * part, 0));
  for (const { vector, part } of parts) for (const [id, value] of vector) values.set(id, (value * part) / norm);
  return values;
}

/** The largest eigenvalue of the weights: no walk grows faster with its length. 0 without ties. */
export const spectralRadius = (ties: Ties): number => largestEigenvalue(componentSpectra(ties));

interface Spectrum {
  eigenvalue: number;
  /** Of norm 1, all positive. */
  vector: Map<string, number>;
}

const largestEigenvalue = (spectra: readonly Spectrum[]): number =>
  spectra.reduce((most, { eigenvalue }) => Math.max(most, eigenvalue), 0);

function componentSpectra(ties: Ties): Spectrum[] {
  return connectedComponents(ties)
    .filter((ids) => ids.length > 1)
    .map((ids) => {
      const component = subgraph(ties, ids.sort());
      const vector = new Map(Object.entries(iterated(component)));
      // Rayleigh's quotient of a vector of norm 1.
      const quotient = component.reduceEdges(
        (sum, _tie, { weight }, a, b) => sum + 2 * weight * vector.get(a)! * vector.get(b)!,
        0,
      );
      return { eigenvalue: quotient, vector };
    });
}

function subgraph(ties: Ties, ids: readonly string[]): Ties {
  const part: Ties = new UndirectedGraph<MeasuredEntity, Tie>();
  for (const id of ids) part.addNode(id);
  for (const id of ids) {
    ties.forEachUndirectedEdge(id, (_tie, attributes, a, b) => {
      if (a === id) part.addUndirectedEdge(a, b, attributes);
    });
  }
  return part;
}

function iterated(component: Ties): Record<string, number> {
  try {
    return eigenvectorCentrality(component, { getEdgeWeight: 'weight', maxIterations: MOST_ITERATIONS, tolerance: TOLERANCE });
  } catch (cause) {
    const message = `The eigenvector of a component of ${component.order} entities was not found in ${MOST_ITERATIONS} steps. Narrow what is measured.`;
    throw Object.assign(new DomainError('NOT_CONVERGED', message), { cause });
  }
}
