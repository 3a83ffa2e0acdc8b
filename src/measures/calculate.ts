import { betweenness } from './betweenness.js';
import { brokerage, groupOf, type BrokerageRoles, type Grouping } from './brokerage.js';
import { closeness } from './closeness.js';
import { communities, type Communities } from './communities.js';
import { coreNumbers } from './cores.js';
import { degree, weightedDegree } from './degree.js';
import { eigenvector } from './eigenvector.js';
import { katz, katzAttenuation } from './katz.js';
import type { MeasuredGraph } from './measured-graph.js';
import type { MeasureName } from './names.js';
import { pageRank } from './page-rank.js';
import { constraint, effectiveSize } from './structural-holes.js';
import type { Values } from './values.js';

/** What the one or the other measure leaves to choose. */
export interface Choices {
  directed: boolean;
  damping: number;
  resolution: number;
  seed: number;
  groupBy: Grouping;
  /** Where personalised PageRank starts. */
  restarts: ReadonlySet<string> | null;
}

export interface Calculated {
  values: Values;
  /** Every number that the values depend on. */
  parameters: { name: string; value: number }[];
  communities?: Communities;
  roles?: Map<string, BrokerageRoles>;
  groups?: Map<string, string>;
}

export async function calculate(measure: MeasureName, { ties, arcs }: MeasuredGraph, choices: Choices): Promise<Calculated> {
  const graph = choices.directed ? arcs : ties;
  switch (measure) {
    case 'DEGREE':
      return alone(degree(graph));
    case 'WEIGHTED_DEGREE':
      return alone(weightedDegree(graph));
    case 'BETWEENNESS':
      return alone(await betweenness(graph));
    case 'CLOSENESS':
      return alone(closeness(graph));
    case 'PAGERANK':
    case 'PERSONALISED_PAGERANK': {
      const { damping, restarts } = choices;
      return { values: pageRank(graph, damping, restarts), parameters: [{ name: 'damping', value: damping }] };
    }
    case 'EIGENVECTOR':
      return alone(eigenvector(ties));
    case 'KATZ': {
      const attenuation = katzAttenuation(ties);
      return { values: katz(graph, attenuation), parameters: [{ name: 'attenuation', value: attenuation }] };
    }
    case 'CORE':
      return alone(coreNumbers(ties));
    case 'COMMUNITY': {
      const { resolution, seed } = choices;
      const found = communities(ties, resolution, seed);
      const parameters = Object.entries({ resolution, seed }).map(([name, value]) => ({ name, value }));
      return { values: found.numbers, parameters, communities: found };
    }
    case 'CONSTRAINT':
      return alone(constraint(ties));
    case 'EFFECTIVE_SIZE':
      return alone(effectiveSize(ties));
    case 'BROKERAGE': {
      const roles = brokerage(arcs, choices.groupBy);
      const total = (counts: BrokerageRoles): number =>
        counts.coordinator + counts.itinerant + counts.gatekeeper + counts.representative + counts.liaison;
      const values: Values = new Map([...roles].map(([id, counts]) => [id, total(counts)]));
      return { ...alone(values), roles, groups: new Map(arcs.mapNodes((id, entity) => [id, groupOf(entity, choices.groupBy)])) };
    }
  }
}

const alone = (values: Values): Calculated => ({ values, parameters: [] });
