import type { Arcs, Ties } from './measured-graph.js';

/** The weights of a graph by the numbers of its entities: what iterated measures multiply with. */
export interface SparseMatrix {
  ids: string[];
  /** Entry k is the weight of the tie from `from[k]` to `to[k]`; a tie without direction has two. */
  from: Uint32Array;
  to: Uint32Array;
  weight: Float64Array;
}

export function sparseMatrix(graph: Ties | Arcs): SparseMatrix {
  const ids = graph.nodes();
  const number = new Map(ids.map((id, i) => [id, i]));
  const entries: [from: number, to: number, weight: number][] = [];
  graph.forEachEdge((_tie, { weight }, source, target, _s, _t, undirected) => {
    const [from, to] = [number.get(source)!, number.get(target)!];
    entries.push([from, to, weight]);
    if (undirected) entries.push([to, from, weight]);
  });
  return {
    ids,
    from: Uint32Array.from(entries, ([from]) => from),
    to: Uint32Array.from(entries, ([, to]) => to),
    weight: Float64Array.from(entries, ([, , weight]) => weight),
  };
}

/** What flows into each entity where each holds `amounts`: the transposed matrix times a vector. */
export function inflow({ from, to, weight }: SparseMatrix, amounts: Float64Array): Float64Array {
  const sums = new Float64Array(amounts.length);
  for (let k = 0; k < from.length; k++) sums[to[k]!]! += weight[k]! * amounts[from[k]!]!;
  return sums;
}

export const sumOf = (vector: Float64Array): number => vector.reduce((sum, x) => sum + x, 0);
export const normOf = (vector: Float64Array): number => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
export const differenceOf = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + Math.abs(x - b[i]!), 0);
