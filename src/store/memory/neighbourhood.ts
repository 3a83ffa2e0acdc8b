import type { Entity, Relation } from '../../domain/model.js';
import type { Neighbourhood, NeighbourhoodLevel, NeighbourhoodOf } from '../port.js';
import { relationOfFilter } from './filters.js';
import type { EntityNode } from './graph-indexes.js';

/** Whole records, which hold every part that may be asked for: to copy out the parts would cost more than it saves. */
export function neighbourhoodIn(nodes: ReadonlyMap<string, EntityNode>, { ids, levels }: NeighbourhoodOf): Neighbourhood {
  const entities = new Map<string, Entity>();
  /** Takes an entity into the next level, once. */
  const meet = (id: string, next: Map<string, EntityNode>): void => {
    if (next.has(id)) return;
    const node = nodes.get(id);
    if (node === undefined) return;
    next.set(id, node);
    entities.set(id, node.entity);
  };

  let frontier = new Map<string, EntityNode>();
  for (const id of ids) meet(id, frontier);
  const answers = levels.map((level) => {
    const follow = follower(level);
    const next = new Map<string, EntityNode>();
    const answer = new Map<string, Relation[]>();
    for (const [entityId, node] of frontier) {
      const relations = follow(node);
      answer.set(entityId, relations);
      for (const { source, target } of relations) meet(source === entityId ? target : source, next);
    }
    frontier = next;
    return answer;
  });
  return { entities, levels: answers };
}

function follower({ direction, types, days, limit }: NeighbourhoodLevel): (node: EntityNode) => Relation[] {
  const matches = relationOfFilter(types, days && { ...days, certainty: 'POSSIBLY' });
  return ({ relations }) => {
    const all = relations[direction];
    if (matches === null) return all.slice(0, limit);
    const found: Relation[] = [];
    for (const relation of all) {
      if (found.length >= limit) break;
      if (matches(relation)) found.push(relation);
    }
    return found;
  };
}
