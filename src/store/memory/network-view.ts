import type { Entity, Relation } from '../../domain/model.js';
import { byId } from '../../domain/order.js';
import type { Neighbours, NeighboursOf, RelationsAmong, RelationsAmongEntities } from '../port.js';
import { relationOfFilter } from './filters.js';
import type { EntityNode } from './graph-indexes.js';

type Nodes = ReadonlyMap<string, EntityNode>;

/** What a view of a network grows by: the entities one step further, the best connected first. */
export function neighboursIn(nodes: Nodes, question: NeighboursOf): Neighbours {
  const { entityIds, direction, types, during, kinds, except, limit } = question;
  const matches = relationOfFilter(types, during);
  const wanted = kinds === null ? null : new Set(kinds);
  const met = new Set([...entityIds, ...except]);
  const found: Entity[] = [];
  for (const entityId of new Set(entityIds)) {
    for (const relation of nodes.get(entityId)?.relations[direction] ?? []) {
      const other = relation.source === entityId ? relation.target : relation.source;
      if (met.has(other) || (matches !== null && !matches(relation))) continue;
      met.add(other);
      const { entity } = nodes.get(other)!;
      if (wanted === null || wanted.has(entity.kind)) found.push(entity);
    }
  }
  found.sort((a, b) => b.degree - a.degree || byId(a, b));
  return { entities: found.slice(0, limit), total: found.length };
}

/** What a view of a network shows between its entities, and how much there is at each. */
export function relationsAmongIn(nodes: Nodes, { entityIds, types, during }: RelationsAmong): RelationsAmongEntities {
  const matches = relationOfFilter(types, during);
  const known = [...new Set(entityIds)].filter((id) => nodes.has(id)).sort();
  const ends = new Set(known);
  const among: Relation[] = [];
  const totals = known.map((entityId) => {
    const { OUT, BOTH } = nodes.get(entityId)!.relations;
    for (const relation of OUT) {
      if (ends.has(relation.target) && (matches === null || matches(relation))) among.push(relation);
    }
    return { entityId, total: matches === null ? BOTH.length : BOTH.reduce((sum, one) => sum + Number(matches(one)), 0) };
  });
  return { relations: among.sort(byId), totals };
}
