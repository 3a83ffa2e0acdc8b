import type { RankInterval } from '../domain/influence-doubt.js';
import type { LeftOut } from '../domain/influence-left-out.js';
import { influenceRobustness, type Robustness, type RobustnessQuestion } from '../domain/influence-robustness.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';
import { textTable } from './text-table.js';

export interface RobustnessOptions extends GraphPlace, Omit<RobustnessQuestion, 'region'> {
  json: boolean;
}

/** Prints how far a ranking of influence rests on single sources, doubtful dates and disputed relations. */
export async function robustnessCommand(
  region: string,
  { seeds, cache, archive, neo4j, json, ...question }: RobustnessOptions,
): Promise<void> {
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    const answer = await influenceRobustness(store, { ...question, region }, Infinity);
    if (!json) {
      console.log(robustnessReport(answer));
      return;
    }
    const version = (await store.dataset())?.version ?? null;
    console.log(JSON.stringify({ dataVersion: version, ...answer }, null, 2));
  } finally {
    await store.close();
  }
}

function robustnessReport(answer: Robustness): string {
  const { region, asOf, ranked, sourcesTried, publishersTried, minSupporting, influencers, sources, publishers } = answer;
  const then = asOf === null ? '' : ` as of ${asOf}`;
  const places = influencers.map((influencer) => [
    String(influencer.rank),
    influencer.actor.id,
    influencer.score.toFixed(4),
    ...[
      influencer.withoutOneSource,
      influencer.withoutOnePublisher,
      influencer.overDates,
      influencer.overStance,
      influencer.overBoth,
    ].map(ranks),
    influencer.independently === null ? 'none' : String(influencer.independently.rank),
    influencer.dependsMostOn?.id ?? 'none',
  ]);
  const columns = [
    ...['rank', 'actor', 'score', 'a source less', 'a publisher less', 'dates', 'disputes', 'both'],
    ...[`${minSupporting} sources`, 'depends most on'],
  ];
  return [
    `How far does the ranking for ${region.name} (${region.id})${then} hold? ${ranked} actors; ${sourcesTried} sources and ${publishersTried} publishers were left out, each in its turn.`,
    textTable(columns, places),
    'Places that each can have: from the best to the worst.',
    leftOutTable('Without this source', sources, ({ source }) => source?.id ?? ''),
    leftOutTable('Without all of this publisher', publishers, ({ publisherId, publisher }) => publisherId ?? publisher),
    `At most ${answer.maxSteps} steps, each beyond the first counting ${answer.decay} of the one before. docs/influence.md says what each number means.`,
  ].join('\n\n');
}

const ranks = ({ bestRank, worstRank }: RankInterval): string =>
  bestRank === worstRank ? String(bestRank) : `${bestRank}–${worstRank}`;

function leftOutTable(title: string, rows: readonly LeftOut[], name: (row: LeftOut) => string): string {
  return textTable(
    [title, 'distance', 'all scores', 'moves furthest', 'bodies lost (−) and gained (+)'],
    rows.map((row) => [
      name(row),
      row.distance.toFixed(4),
      `${(100 * row.scoreChange).toFixed(1)} %`,
      row.largestMove === null
        ? 'none'
        : `${row.largestMove.actor.id}: ${row.largestMove.rankBefore} → ${row.largestMove.rankAfter ?? 'none'}`,
      [...row.bodiesLost.map(({ id }) => `−${id}`), ...row.bodiesGained.map(({ id }) => `+${id}`)].join(' '),
    ]),
  );
}
