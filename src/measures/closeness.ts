import { closenessCentrality } from './libraries.js';
import type { Arcs, Ties } from './measured-graph.js';
import type { Values } from './values.js';

/**
 * How near the others are that reach an entity, every tie one step long. Wasserman and Faust's form: the mean distance counts by the share of
 * the graph that reaches it, so that components of different sizes compare.
 */
export function closeness(graph: Ties | Arcs): Values {
  // The library's search makes an error of a graph without entities, where nobody has a value.
  return new Map(graph.order === 0 ? [] : Object.entries(closenessCentrality(graph, { wassermanFaust: true })));
}
