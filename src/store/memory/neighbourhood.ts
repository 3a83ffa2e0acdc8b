import type { Entity, Relation } from '../../domain/model.js';
import type { Neighbourhood, NeighbourhoodLevel, NeighbourhoodOf } from '../port.js';
import { relationOfFilter } from './filters.js';
import type { EntityNode } from './graph-indexes.js';

/** Whole records, which hold every part that may be asked for: to copy out the parts would cost more than it saves. */
export function neighbourhoodIn(nodes: ReadonlyMap<string, EntityNode>, { ids, levels }: NeighbourhoodOf): Neighbourhood {
  const met = new Map<string, Entity>();
  const meet = (entityIds: Iterable<string>): EntityNode[] => {
    const found: EntityNode[] = [];
    for (const id of entityIds) {
      const node = nodes.get(id);
      if (node === undefined) continue;
      met.set(id, node.entity);
      found.push(node);
    }
    return found;
  };

  let frontier = meet(new Set(ids));
  const answers = levels.map((level) => {
    const follow = follower(level);
    const ends = new Set<string>();
    const answer = frontier.map((node) => {
      const entityId = node.entity.id;
      const relations = follow(node);
      for (const { source, target } of relations) ends.add(source === entityId ? target : source);
      return { entityId, relations };
    });
    frontier = meet(ends);
    return answer;
  });
  return { entities: [...met.values()], levels: answers };
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
