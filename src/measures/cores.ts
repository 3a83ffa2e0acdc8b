import type { Ties } from './measured-graph.js';
import type { Values } from './values.js';

/**
 * The largest k for which an entity is in the k-core (Seidman 1983): the part in which everyone is tied to at least k others of it. Peels
 * off whoever has fewest ties left (Batagelj and Zaveršnik 2003). `graphology-cores` 0.0.1 cannot be loaded: it lacks a dependency.
 */
export function coreNumbers(ties: Ties): Values {
  const left = new Map(ties.mapNodes((id) => [id, ties.degree(id)]));
  const cores: Values = new Map(ties.nodes().map((id) => [id, 0]));
  for (let k = 0; left.size > 0; k++) {
    const peeled = [...left].filter(([, degree]) => degree <= k).map(([id]) => id);
    for (let id = peeled.pop(); id !== undefined; id = peeled.pop()) {
      if (!left.delete(id)) continue;
      cores.set(id, k);
      ties.forEachNeighbor(id, (neighbour) => {
        const degree = left.get(neighbour);
        if (degree === undefined) return;
        left.set(neighbour, degree - 1);
        if (degree - 1 <= k) peeled.push(neighbour);
      });
    }
  }
  return cores;
}
