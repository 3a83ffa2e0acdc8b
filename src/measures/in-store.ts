import type { GraphStore, TieMeasure } from '../store/port.js';
import type { Calculated, Choices } from './calculate.js';
import type { MeasuredGraph } from './measured-graph.js';
import type { MeasureName } from './names.js';

/** Measures that an engine with algorithms of its own may calculate; the others are ours everywhere. */
const IN_STORE: Partial<Record<MeasureName, TieMeasure>> = {
  BETWEENNESS: 'BETWEENNESS',
  CLOSENESS: 'CLOSENESS',
  CORE: 'CORE',
  PAGERANK: 'PAGERANK',
  PERSONALISED_PAGERANK: 'PAGERANK',
};

/**
 * The measure of the same ties, calculated by the store's engine.
 * @returns null where the measure is none of those, or the engine calculates none
 */
export async function calculateInStore(
  store: GraphStore,
  measure: MeasureName,
  { ties, arcs }: MeasuredGraph,
  { directed, damping, restarts }: Choices,
): Promise<(Calculated & { by: string }) | null> {
  const tieMeasure = IN_STORE[measure];
  if (tieMeasure === undefined) return null;
  const graph = directed ? arcs : ties;
  const ids = graph.nodes();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const [sources, targets, weights]: [number[], number[], number[]] = [[], [], []];
  graph.forEachEdge((_tie, { weight }, source, target) => {
    sources.push(numbers.get(source)!);
    targets.push(numbers.get(target)!);
    weights.push(weight);
  });
  const starts = [...(restarts ?? [])].flatMap((id) => numbers.get(id) ?? []);
  // Where nobody to start from is there, our own calculation says so.
  if (ids.length === 0 || (restarts !== null && starts.length === 0)) return null;

  const question = { measure: tieMeasure, entities: ids.length, directed, sources, targets, weights, damping, restarts: starts };
  const answer = await store.measureTies(question);
  if (answer === null) return null;
  const share = measure === 'BETWEENNESS' ? 1 / pairsOfOthers(ids.length, directed) : 1;
  return {
    by: answer.by,
    values: new Map(ids.map((id, number) => [id, answer.values[number]! * share])),
    parameters: tieMeasure === 'PAGERANK' ? [{ name: 'damping', value: damping }] : [],
  };
}

/** Pairs that might have an entity between them; with directions, each both ways. */
const pairsOfOthers = (entities: number, directed: boolean): number =>
  Math.max(1, ((entities - 1) * (entities - 2)) / (directed ? 1 : 2));
