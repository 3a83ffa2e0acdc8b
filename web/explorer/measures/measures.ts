/**
 * How central each entity is among those in view, and which of them belong together. A relation is walked both ways, except where
 * PageRank follows it from source to target; parallel relations make one link, as strong as there are many. Runs in the worker.
 */
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';

export type Measure = 'betweenness' | 'pagerank' | 'community';

export interface Links {
  nodes: string[];
  edges: { from: string; to: string }[];
}

/** @returns by entity: its part of the shortest ways (0 to 1), its PageRank (1 in all), or the number of its community */
export function measure(what: Measure, { nodes, edges }: Links): Map<string, number> {
  const graph = new Graph({ type: what === 'pagerank' ? 'directed' : 'undirected' });
  for (const id of nodes) graph.addNode(id);
  for (const { from, to } of edges) {
    if (from !== to) graph.updateEdge(from, to, ({ weight = 0 }) => ({ weight: (weight as number) + 1 }));
  }
  if (graph.order === 0) return new Map();
  return new Map(Object.entries(MEASURES[what](graph)));
}

const MEASURES: Record<Measure, (graph: Graph) => Record<string, number>> = {
  betweenness: (graph) => betweenness(graph, { getEdgeWeight: null }),
  pagerank: (graph) => pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 1000 }),
  // Without chance, so that an address shows the same communities to everybody.
  community: (graph) => louvain(graph, { randomWalk: false }),
};
