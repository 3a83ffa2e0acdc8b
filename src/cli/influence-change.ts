import { influenceChange, type ActorChange, type ChangeQuestion, type InfluenceChange } from '../domain/influence-change.js';
import type { RelationEffect } from '../domain/influence-effects.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';
import { textTable } from './text-table.js';

export interface InfluenceChangeOptions extends GraphPlace, Omit<ChangeQuestion, 'region' | 'after'> {
  json: boolean;
}

/** Prints what changed in a ranking of influence between two dates. */
export async function influenceChangeCommand(
  region: string,
  { seeds, cache, archive, neo4j, json, ...question }: InfluenceChangeOptions,
): Promise<void> {
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    const answer = await influenceChange(store, { ...question, region }, Infinity);
    if (!json) return console.log(changeReport(answer));
    const changes = answer.changes.nodes;
    console.log(JSON.stringify({ dataVersion: (await store.dataset())?.version ?? null, ...answer, changes }, null, 2));
  } finally {
    await store.close();
  }
}

function changeReport({ region, from, to, changes, rankedBefore, rankedAfter, maxSteps, decay }: InfluenceChange): string {
  const rows = changes.nodes.map((node) => [
    KIND[node.kind],
    node.actor.id,
    node.before === null ? '' : `${node.before.rank} (${node.before.score.toFixed(4)})`,
    node.after === null ? '' : `${node.after.rank} (${node.after.score.toFixed(4)})`,
    node.relations.map(effectText).join('; '),
  ]);
  return [
    `What changed in the ranking for ${region.name} (${region.id}) from ${from} to ${to}? ${rankedBefore} actors were ranked, ${rankedAfter} are; ${changes.totalCount} changed.`,
    textTable(['change', 'actor', from, to, 'by'], rows),
    `At most ${maxSteps} steps, each beyond the first counting ${decay} of the one before. Effects are of each relation by itself and need not add up.`,
  ].join('\n\n');
}

const KIND: Record<ActorChange['kind'], string> = {
  ENTERED: 'entered',
  LEFT: 'left',
  ROSE: 'rose',
  FELL: 'fell',
  SAME_RANK: 'same rank',
  BECAME_OVERSIGHT_BODY: 'became an oversight body',
  CEASED_TO_BE_OVERSIGHT_BODY: 'is no oversight body any more',
};

const effectText = ({ relation, effect }: RelationEffect): string =>
  `${effect > 0 ? '+' : '−'}${Math.abs(effect).toFixed(4)} ${relation.id}`;
