import { louvain } from './libraries.js';
import type { Ties } from './measured-graph.js';
import type { Values } from './values.js';

export interface Communities {
  /** The number of each entity's community, 1 for the largest; of equal ones that with the first id comes first. */
  numbers: Values;
  /** How many there are. */
  count: number;
  /** How much more of the weight lies within communities than would by chance, at this resolution; null without ties. */
  modularity: number | null;
}

/**
 * Communities by Louvain's method (Blondel, Guillaume, Lambiotte and Lefebvre 2008) with Reichardt and Bornholdt's resolution: above 1 there are more
 * and smaller ones. The method visits entities in an order drawn by `seed`; the same seed on the same data gives the same communities.
 */
export function communities(ties: Ties, resolution: number, seed: number): Communities {
  if (ties.size === 0) {
    return { numbers: new Map(ties.nodes().map((id, i) => [id, i + 1])), count: ties.order, modularity: null };
  }
  const found = louvain.detailed(ties, { getEdgeWeight: 'weight', resolution, rng: drawnBy(seed) });
  const members = new Map<number, string[]>();
  for (const id of ties.nodes()) {
    const community = found.communities[id]!;
    const known = members.get(community);
    if (known) known.push(id);
    else members.set(community, [id]);
  }
  const bySize = [...members.values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  const numbers: Values = new Map(bySize.flatMap((ids, i) => ids.map((id) => [id, i + 1] as const)));
  return { numbers, count: bySize.length, modularity: found.modularity };
}

/** Numbers from 0 to 1 that depend on the seed alone: mulberry32. */
function drawnBy(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
