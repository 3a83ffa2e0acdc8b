/**
 * Where nodes stand. Influence flows to the oversight bodies, so what lies on paths to them stands in columns, one for each number
 * of steps (dagre finds the order within a column with few crossings). Everything else finds its place by forces around what
 * stands already (ForceAtlas2), which does not move. Runs in the worker.
 */
import { graphlib, layout as layer } from '@dagrejs/dagre';
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';

export interface NodeToArrange {
  id: string;
  /** Steps to an oversight body; null where no path shown leads there. */
  distance: number | null;
  /** Its radius in the picture. */
  size: number;
  /** Where it stands already; null: nowhere yet. */
  at: Position | null;
}
export interface EdgeToArrange {
  from: string;
  to: string;
}
export interface Position {
  x: number;
  y: number;
}
export interface Arrangement {
  nodes: NodeToArrange[];
  edges: EdgeToArrange[];
  /** Width of the room through its height, which the columns are drawn out to fill. */
  proportion: number;
}

/** Room for a node with its label, and between nodes, in the units of positions (about a pixel when all is shown). */
const NODE = { width: 96, height: 46 };
const BETWEEN = { columns: 130, rows: 4 };
const ROOM_FOR_SIZE = 6;
/** What every oversight body points to; no id of an entity has a space. */
const BEYOND = 'beyond the bodies';
/** Distance at which forces balance is about the root of this. */
const REPULSION = 4000;
const ITERATIONS = { few: 400, many: 120 };
const MANY = 800;

export function arrange({ nodes, edges, proportion }: Arrangement): Map<string, Position> {
  const placed = new Map<string, Position>();
  for (const { id, at } of nodes) if (at) placed.set(id, at);
  const flowing = nodes.filter(({ distance, at }) => distance !== null && !at);
  if (flowing.length > 0) inColumns(flowing, edges, proportion).forEach((at, id) => placed.set(id, at));
  const others = nodes.filter(({ id }) => !placed.has(id));
  if (others.length > 0) byForces(nodes, edges, placed).forEach((at, id) => placed.set(id, at));
  return placed;
}

function inColumns(nodes: NodeToArrange[], edges: EdgeToArrange[], proportion: number): Map<string, Position> {
  const graph = new graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', nodesep: BETWEEN.rows, ranksep: BETWEEN.columns });
  graph.setDefaultEdgeLabel(() => ({}));
  const distances = new Map(nodes.map(({ id, distance }) => [id, distance ?? 0]));
  for (const { id, size } of nodes) graph.setNode(id, { width: NODE.width, height: Math.max(NODE.height, size * ROOM_FOR_SIZE) });
  // The oversight bodies stand in one column, whether a path shown leads to them or not.
  graph.setNode(BEYOND, { width: 0, height: 0 });
  for (const { id, distance } of nodes) if (distance === 0) graph.setEdge(id, BEYOND);
  for (const { from, to } of edges) {
    const [one, other] = [distances.get(from), distances.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    if (one > other) graph.setEdge(from, to);
    else graph.setEdge(to, from);
  }
  layer(graph);
  const places = nodes.map(({ id }) => ({ id, ...(graph.node(id) as Position) }));
  const { width = 1, height = 1 } = graph.graph() as { width?: number; height?: number };
  // Drawn out to fill the room, within reason.
  const stretch = { x: within(proportion / (width / height)), y: within(width / height / proportion) };
  // Upwards is more in the picture.
  return new Map(places.map(({ id, x, y }) => [id, { x: x * stretch.x, y: -y * stretch.y }]));
}

function byForces(nodes: NodeToArrange[], edges: EdgeToArrange[], placed: ReadonlyMap<string, Position>): Map<string, Position> {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false });
  const random = numbersFrom(nodes.length);
  for (const { id } of nodes) graph.addNode(id, { fixed: placed.has(id), ...(placed.get(id) ?? { x: 0, y: 0 }) });
  for (const { from, to } of edges) if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.mergeEdge(from, to);
  for (const { id } of nodes) {
    if (placed.has(id)) continue;
    const anchor = graph.neighbors(id).find((neighbour) => placed.has(neighbour));
    const { x, y } = (anchor !== undefined && placed.get(anchor)) || { x: 0, y: 0 };
    const angle = random() * 2 * Math.PI;
    const reach = anchor === undefined ? 60 * Math.sqrt(nodes.length) * Math.sqrt(random()) : 90 + 60 * random();
    graph.mergeNodeAttributes(id, { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) });
  }
  forceAtlas2.assign(graph, {
    iterations: graph.order > MANY ? ITERATIONS.many : ITERATIONS.few,
    settings: {
      scalingRatio: REPULSION,
      gravity: placed.size > 0 ? 0.01 : 0.5,
      barnesHutOptimize: graph.order > MANY,
      adjustSizes: false,
      slowDown: 5,
    },
  });
  if (placed.size === 0) noverlap.assign(graph, { maxIterations: 60, settings: { margin: 24, ratio: 1, expansion: 1.1 } });
  return new Map(
    graph
      .filterNodes((id) => !placed.has(id))
      .map((id) => {
        const { x, y } = graph.getNodeAttributes(id) as Position;
        return [id, { x, y }];
      }),
  );
}

const within = (factor: number): number => Math.min(Math.max(factor, 1), 4);

/** The same network is arranged the same way each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
