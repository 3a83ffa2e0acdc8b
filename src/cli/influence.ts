import { influence } from '../domain/influence.js';
import { EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { influenceReport } from './influence-report.js';
import { openStore } from './open-store.js';

export interface InfluenceOptions extends GraphPlace {
  asOf?: string;
  maxSteps?: number;
  decay?: number;
  relationTypes?: string[];
  timeRespecting: boolean;
  knownAt?: string;
  publishedBy?: string;
  first: number;
  json: boolean;
}

/** Prints who influences the oversight of private security in a region: to read, or as the answer of the API. */
export async function influenceCommand(
  region: string,
  { seeds, cache, archive, neo4j, json, ...question }: InfluenceOptions,
): Promise<void> {
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    if (!json) {
      console.log(await influenceReport(store, await influence(store, { region, ...question })));
      return;
    }
    const { answerQuery } = await import('../graphql/answer-query.js');
    const answer = await answerQuery(store, INFLUENCE_QUERY, { region, ...question });
    console.log(JSON.stringify(answer, null, 2));
    if (answer.errors) process.exitCode = EXIT.wrongInput;
  } finally {
    await store.close();
  }
}

/** Everything that the report tells, and the addresses behind it. */
const INFLUENCE_QUERY = `query Influence($region: String!, $asOf: String, $maxSteps: Int, $decay: Float, $relationTypes: [RelationTypeName!], $timeRespecting: Boolean, $knownAt: String, $publishedBy: String, $first: Int) {
  influence(region: $region, asOf: $asOf, maxSteps: $maxSteps, decay: $decay, relationTypes: $relationTypes, timeRespecting: $timeRespecting, knownAt: $knownAt, publishedBy: $publishedBy, first: $first) {
    dataVersion
    region { id name }
    asOf maxSteps decay timeRespecting emptyBecause
    oversightBodies { actor { id name } holds relations { id type target { id name } } }
    influencers {
      totalCount
      nodes {
        rank
        actor { id name }
        score
        remainder
        paths {
          contribution
          hops {
            direction
            weight
            from { id name }
            to { id name }
            relation { id type start end claims { statement stance certainty locator digest source { id title publisher published url } } }
          }
        }
      }
    }
  }
}`;
