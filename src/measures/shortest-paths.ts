import { betweennessCentrality, closenessCentrality } from './libraries.js';
import type { Arcs, Ties } from './measured-graph.js';
import type { Values } from './values.js';

/** The share of shortest paths between others that pass through an entity, every tie one step long (Brandes 2001). */
export const betweenness = (graph: Ties | Arcs): Values =>
  valuesIn(graph, () => betweennessCentrality(graph, { getEdgeWeight: null, normalized: true }));

/**
 * How near the others are that reach an entity, every tie one step long. Wasserman and Faust's form: the mean distance counts by the share of
 * the graph that reaches it, so that components of different sizes compare.
 */
export const closeness = (graph: Ties | Arcs): Values =>
  valuesIn(graph, () => closenessCentrality(graph, { wassermanFaust: true }));

/** The library's search makes an error of a graph without entities, where nobody has a value. */
const valuesIn = (graph: Ties | Arcs, values: () => Record<string, number>): Values =>
  new Map(graph.order === 0 ? [] : Object.entries(values()));
