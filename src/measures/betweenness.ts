import { givingWay } from '../domain/long-calculation.js';
import type { Arcs, Ties } from './measured-graph.js';
import { sparseMatrix } from './sparse-matrix.js';
import type { Values } from './values.js';

/**
 * The share of shortest paths between others that pass through an entity, every tie one step long (Freeman 1977), by Brandes's algorithm (2001).
 * graphology-metrics counts paths in 32 bits, and so is silently wrong where two entities have more between them than 4,294,967,295.
 */
export async function betweenness(graph: Ties | Arcs): Promise<Values> {
  const giveWay = givingWay();
  const { ids, from, to } = sparseMatrix(graph);
  const size = ids.length;
  const { first, neighbours } = adjacency(size, from, to);
  const through = new Float64Array(size);

  const distance = new Int32Array(size);
  const paths = new Float64Array(size);
  const dependency = new Float64Array(size);
  const reached = new Uint32Array(size);
  for (let source = 0; source < size; source++) {
    await giveWay();
    distance.fill(-1);
    paths.fill(0);
    dependency.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    reached[0] = source;
    let count = 1;
    for (let next = 0; next < count; next++) {
      const here = reached[next]!;
      for (let k = first[here]!; k < first[here + 1]!; k++) {
        const there = neighbours[k]!;
        if (distance[there] === -1) {
          distance[there] = distance[here]! + 1;
          reached[count++] = there;
        }
        if (distance[there] === distance[here]! + 1) paths[there]! += paths[here]!;
      }
    }
    // Backwards: what depends on an entity is what depends on those behind it, by its share of the paths to them.
    for (let next = count - 1; next > 0; next--) {
      const here = reached[next]!;
      for (let k = first[here]!; k < first[here + 1]!; k++) {
        const there = neighbours[k]!;
        if (distance[there] !== distance[here]! + 1) continue;
        dependency[here]! += (paths[here]! / paths[there]!) * (1 + dependency[there]!);
      }
      through[here]! += dependency[here]!;
    }
  }
  // Without directions both ways between two others are counted, and both are of the pairs.
  const pairs = Math.max(1, (size - 1) * (size - 2));
  return new Map(ids.map((id, i) => [id, through[i]! / pairs]));
}

/** The neighbours of entity i are those from `first[i]` up to `first[i + 1]`. */
function adjacency(size: number, from: Uint32Array, to: Uint32Array): { first: Uint32Array; neighbours: Uint32Array } {
  const first = new Uint32Array(size + 1);
  for (const entity of from) first[entity + 1]!++;
  for (let i = 0; i < size; i++) first[i + 1]! += first[i]!;
  const neighbours = new Uint32Array(to.length);
  const free = first.slice();
  for (let k = 0; k < from.length; k++) neighbours[free[from[k]!]!++] = to[k]!;
  return { first, neighbours };
}
