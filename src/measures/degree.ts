import type { Arcs, Ties } from './measured-graph.js';
import type { Values } from './values.js';

/** How many others each entity is tied to; directed: from and to which, counted apart and added up. */
export const degree = (graph: Ties | Arcs): Values => new Map(graph.mapNodes((id) => [id, graph.degree(id)]));

/** The weights of the ties of each entity together. */
export const weightedDegree = (graph: Ties | Arcs): Values =>
  new Map(graph.mapNodes((id) => [id, graph.reduceEdges(id, (sum, _tie, { weight }) => sum + weight, 0)]));
