import { holding } from './as-of.js';
import type { Holding } from './edtf.js';
import { carriedBy } from './influence-flow.js';
import type { InfluenceGround } from './influence-ground.js';
import type { Ranking } from './influence-left-out.js';
import type { Walks } from './influence-walks.js';
import { givingWay } from './long-calculation.js';
import type { Relation } from './model.js';
import { byId } from './order.js';
import { ROUNDING } from './shared-ranks.js';

/** What a relation that held otherwise at one date than at another does to a score. */
export interface RelationEffect {
  relation: Relation;
  heldBefore: Holding;
  heldAfter: Holding;
  /**
   * The score after, less what it would be if this relation alone were as it was before; of a relation that makes an oversight body, with the
   * body. Where ways need several that changed, each of these has the whole effect, so effects need not add up to the change.
   */
  effect: number;
}

/**
 * For each of these actors the relations whose change had an effect on its score, the largest first.
 * @param changed the relations that held otherwise at the two dates
 */
export async function effectsOfRelations(
  ground: InfluenceGround,
  after: Ranking,
  changed: readonly Relation[],
  { from, to }: { from: string; to: string },
  walks: Walks,
  actors: ReadonlySet<string>,
): Promise<Map<string, RelationEffect[]>> {
  const effects = new Map<string, RelationEffect[]>([...actors].map((id) => [id, []]));
  const giveWay = givingWay();
  for (const relation of changed) {
    const dateFor = ({ id }: Relation): string => (id === relation.id ? from : to);
    const bodies = ground.bodiesWhere((other) => holding(other.time, dateFor(other)));
    const scores = ground.scores(bodies, walks, (other) => carriedBy(other, dateFor(other)));
    for (const id of actors) {
      const score = after.byId.get(id)?.score ?? 0;
      const effect = score - (scores.get(id) ?? 0);
      if (Math.abs(effect) <= Math.max(score, scores.get(id) ?? 0) * ROUNDING) continue;
      const [heldBefore, heldAfter] = [holding(relation.time, from), holding(relation.time, to)];
      effects.get(id)!.push({ relation, heldBefore, heldAfter, effect });
    }
    await giveWay();
  }
  for (const list of effects.values()) {
    list.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || byId(a.relation, b.relation));
  }
  return effects;
}
