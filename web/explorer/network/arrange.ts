/**
 * Where nodes stand. Influence flows to the oversight bodies, so what lies on paths to them stands in columns, one for each number
 * of steps (dagre finds the order within a column with few crossings). Everything else finds its place by forces (d3-force) around
 * what stands already, which does not move: ForceAtlas2, which pushes by degree, throws newcomers far from a dense answer. Runs in
 * the worker.
 */
import { graphlib, layout as layer } from '@dagrejs/dagre';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface NodeToArrange {
  id: string;
  /** Steps to an oversight body; null where no path shown leads there. */
  distance: number | null;
  /** Its radius in the picture. */
  size: number;
  /** Where it stands already; null: nowhere yet. */
  at: Position | null;
  /** With what it came; what came first does not make room for what came later. */
  step: number;
}
export interface EdgeToArrange {
  from: string;
  to: string;
  step: number;
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
/** Of an oversight body: its ring and its name, which is always there. */
const ROOM_FOR_BODY = 9;
/** What every oversight body points to; no id of an entity has a space. */
const BEYOND = 'beyond the bodies';
/** Of the forces: how long a relation wants to be, how strongly and how far nodes push, and how strongly all is held together. */
const LINK = 90;
const REPULSION = 260;
const REACH = 420;
const GRAVITY = 0.03;
const BELOW = 220;
const PULL_BELOW = 0.08;
const ROOM_FOR_NAME = 16;
/** Beside columns a relation pulls little, so that newcomers stand in rows below them instead of between them. */
const BESIDE_COLUMNS = { below: 130, pullOfLinks: 0.02, pullBelow: 0.2, roomForName: 40 };
const MANY = 1000;
const TICKS = { few: 300, many: 80 };

export function arrange({ nodes, edges, proportion }: Arrangement): Map<string, Position> {
  const placed = new Map<string, Position>();
  for (const { id, at } of nodes) if (at) placed.set(id, at);
  const flowing = nodes.filter(({ distance, at }) => distance !== null && !at);
  const until = <Thing extends { step: number }>(things: Thing[], last: number): Thing[] =>
    things.filter(({ step }) => step <= last);
  if (flowing.length > 0) inColumns(flowing, until(edges, 0), proportion).forEach((at, id) => placed.set(id, at));
  const waiting = nodes.filter(({ id }) => !placed.has(id)).map(({ step }) => step);
  // Of a large network a pass for each step would take minutes: then all comes in one.
  const steps = nodes.length > MANY ? waiting.slice(0, 1).map(() => Infinity) : [...new Set(waiting)].sort((a, b) => a - b);
  for (const step of steps) {
    byForces(until(nodes, step), until(edges, step), placed).forEach((at, id) => placed.set(id, at));
  }
  return placed;
}

function inColumns(nodes: NodeToArrange[], edges: EdgeToArrange[], proportion: number): Map<string, Position> {
  const graph = new graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', nodesep: BETWEEN.rows, ranksep: BETWEEN.columns });
  graph.setDefaultEdgeLabel(() => ({}));
  const distances = new Map(nodes.map(({ id, distance }) => [id, distance ?? 0]));
  for (const { id, size, distance } of nodes) {
    const height = Math.max(NODE.height, size * (distance === 0 ? ROOM_FOR_BODY : ROOM_FOR_SIZE));
    graph.setNode(id, { width: NODE.width, height });
  }
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

interface Body extends SimulationNodeDatum {
  id: string;
  size: number;
}

function byForces(nodes: NodeToArrange[], edges: EdgeToArrange[], placed: ReadonlyMap<string, Position>): Map<string, Position> {
  const neighbours = new Map(nodes.map(({ id }) => [id, [] as string[]]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  // Newcomers gather below what stands already, where there is room.
  const standing = [...placed.values()];
  const middle = mean(standing.map(({ x }) => x));
  const columns = standing.length > 0 && nodes.some(({ distance }) => distance !== null);
  const depth = columns ? BESIDE_COLUMNS.below : BELOW;
  const below = standing.length === 0 ? 0 : Math.min(...standing.map(({ y }) => y)) - depth;
  const bodies = nodes.map(({ id, size }): Body => {
    const at = placed.get(id);
    if (at) return { id, size, x: at.x, y: at.y, fx: at.x, fy: at.y };
    // The simulation spreads what starts at one point.
    const anchors = (neighbours.get(id) ?? []).map((other) => placed.get(other)).filter((place) => place !== undefined);
    if (anchors.length === 0) return placed.size === 0 ? { id, size } : { id, size, x: middle, y: below };
    return { id, size, x: mean(anchors.map(({ x }) => x)), y: below };
  });
  const known = new Set(bodies.map(({ id }) => id));
  const links = edges
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
    .map(({ from, to }) => ({ source: from, target: to }));
  const pull = forceLink<Body, (typeof links)[number]>(links)
    .id(({ id }) => id)
    .distance(LINK);
  if (columns) pull.strength(BESIDE_COLUMNS.pullOfLinks);
  forceSimulation(bodies)
    .force('links', pull)
    .force('apart', forceManyBody<Body>().strength(-REPULSION).distanceMax(REACH))
    .force(
      'room',
      forceCollide<Body>(({ size }) => size + (columns ? BESIDE_COLUMNS.roomForName : ROOM_FOR_NAME)),
    )
    .force('x', forceX<Body>(middle).strength(GRAVITY))
    .force('y', forceY<Body>(below).strength(standing.length === 0 ? GRAVITY : columns ? BESIDE_COLUMNS.pullBelow : PULL_BELOW))
    .stop()
    .tick(nodes.length > MANY ? TICKS.many : TICKS.few);
  return new Map(bodies.filter(({ id }) => !placed.has(id)).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

const mean = (numbers: number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const within = (factor: number): number => Math.min(Math.max(factor, 1), 4);
