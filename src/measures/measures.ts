import type { GraphStore } from '../store/port.js';
import { connection, decodeCursor, encodeCursor, type Connection } from '../domain/cursors.js';
import { DomainError } from '../domain/errors.js';
import { givingWay } from '../domain/long-calculation.js';
import { oversightBodies } from '../domain/oversight.js';
import { resolveRegion } from '../domain/regions.js';
import { sharedRanks } from '../domain/shared-ranks.js';
import type { BrokerageRoles } from './brokerage.js';
import { calculate, type Calculated, type Choices } from './calculate.js';
import { connectedComponents } from './libraries.js';
import { calculateInStore } from './in-store.js';
import { checkWork, MOST_WORK, workOf } from './limits.js';
import { MEASURES, type MeasureName } from './names.js';
import { readMeasuredGraph, type Measured, type MeasuredGraph } from './measured-graph.js';

export const MEASURE_DEFAULTS = { damping: 0.85, resolution: 1, seed: 1, first: 20 } as const;

/** Most that `resolution` may be. */
export const MOST_RESOLUTION = 100;

export interface MeasuresQuestion extends Measured {
  measure: MeasureName;
  /** Whether ties have the direction of their relations; for measures that know both. */
  directed?: boolean | null | undefined;
  /** PERSONALISED_PAGERANK: the region whose oversight bodies it starts from. */
  region?: string | null | undefined;
  /** PAGERANK, PERSONALISED_PAGERANK: the chance to go on at every step, above 0 and below 1. */
  damping?: number | null | undefined;
  /** COMMUNITY: above 0; more than 1 makes more and smaller ones. */
  resolution?: number | null | undefined;
  /** COMMUNITY: a whole number. */
  seed?: number | null | undefined;
  /** BROKERAGE: whom brokers stand between. */
  groupBy?: Choices['groupBy'] | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

export interface MeasureRow {
  /** By value, 1 for the largest, equal ones shared; null for communities, and where there is no value. */
  rank: number | null;
  entityId: string;
  /** null where the measure is not defined for it. */
  value: number | null;
  /** BROKERAGE only. */
  group: string | null;
  roles: BrokerageRoles | null;
}

export interface Measures {
  measure: MeasureName;
  directed: boolean;
  dataVersion: string;
  /** What was measured. */
  entities: number;
  /** Pairs that are tied, or, directed, pairs with their direction. */
  ties: number;
  relations: number;
  selfLoops: number;
  components: number;
  truncation: string | null;
  /** Every number that the values depend on, so that others can make them again. */
  parameters: { name: string; value: number }[];
  /** What calculated the values: `Custodes`, or the engine of the store with its version. */
  calculatedBy: string;
  /** COMMUNITY only. */
  communities: number | null;
  modularity: number | null;
  /** Largest value first; communities by their number; then by id. */
  rows: Connection<MeasureRow>;
}

/** Part of a value by which two that were iterated may differ and still be equal. */
const EQUAL = 1e-9;

/**
 * A measure of each entity of the whole graph or of a part of it. docs/measures.md defines each.
 * @param mostWork as `checkWork`; Infinity on the command line
 * @param inStoreFrom steps from which on the engine of the store calculates it, where that can
 * @throws DomainError UNKNOWN_ID, UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT, INVALID_CURSOR, TOO_MUCH_WORK, NOT_CONVERGED
 */
export async function measures(
  store: GraphStore,
  question: MeasuresQuestion,
  mostWork: number,
  inStoreFrom = MOST_WORK,
): Promise<Measures> {
  const { measure, first, after, directed: asked, region: _startsFrom, damping, resolution, seed, groupBy, ...part } = question;
  const directed = checkedDirection(measure, asked ?? null);
  const choices: Choices = {
    directed,
    damping: checkedDamping(damping ?? MEASURE_DEFAULTS.damping),
    resolution: checkedResolution(resolution ?? MEASURE_DEFAULTS.resolution),
    seed: seed ?? MEASURE_DEFAULTS.seed,
    groupBy: groupBy ?? 'SECTOR',
    restarts: await restarts(store, question),
  };
  const giveWay = givingWay();
  const graph = await readMeasuredGraph(store, part);
  await giveWay();
  const inStore = workOf(measure, graph) > inStoreFrom ? await calculateInStore(store, measure, graph, choices) : null;
  if (inStore === null) checkWork(measure, graph, mostWork);
  const calculated = inStore ?? (await calculate(measure, graph, choices));
  await giveWay();
  const rows = ordered(measure, calculated);
  const from = after ? Number(decodeCursor(after, ['number'])[0]) : 0;
  const to = from + (first ?? MEASURE_DEFAULTS.first);
  return {
    measure,
    directed,
    dataVersion: graph.dataVersion,
    ...sizes(graph, directed),
    truncation: graph.truncation,
    parameters: calculated.parameters,
    calculatedBy: inStore?.by ?? 'Custodes',
    communities: calculated.communities?.count ?? null,
    modularity: calculated.communities?.modularity ?? null,
    rows: connection(rows.slice(from, to), (_row, i) => encodeCursor(from + i + 1), rows.length, rows.length > to),
  };
}

function sizes(
  graph: MeasuredGraph,
  directed: boolean,
): Pick<Measures, 'entities' | 'ties' | 'relations' | 'selfLoops' | 'components'> {
  return {
    entities: graph.ties.order,
    ties: directed ? graph.arcs.size : graph.ties.size,
    relations: graph.relations,
    selfLoops: graph.selfLoops,
    components: connectedComponents(graph.ties).length,
  };
}

function ordered(measure: MeasureName, { values, roles, groups }: Calculated): MeasureRow[] {
  const ascending = measure === 'COMMUNITY';
  const defined = [...values].filter((row): row is [string, number] => row[1] !== null);
  defined.sort((a, b) => (ascending ? a[1] - b[1] : b[1] - a[1]) || (a[0] < b[0] ? -1 : 1));
  const ranks = ascending
    ? null
    : sharedRanks(
        defined.map(([, value]) => value),
        EQUAL,
      );
  const row = (entityId: string, value: number | null, rank: number | null): MeasureRow => ({
    rank,
    entityId,
    value,
    group: groups?.get(entityId) ?? null,
    roles: roles?.get(entityId) ?? null,
  });
  const undefinedOnes = [...values].filter(([, value]) => value === null).map(([id]) => id);
  return [
    ...defined.map(([id, value], i) => row(id, value, ranks?.[i] ?? null)),
    ...undefinedOnes.sort().map((id) => row(id, null, null)),
  ];
}

async function restarts(store: GraphStore, { measure, region, asOf, ...known }: MeasuresQuestion): Promise<Set<string> | null> {
  if (measure !== 'PERSONALISED_PAGERANK') {
    if (!region) return null;
    throw new DomainError(
      'INVALID_ARGUMENT',
      '`region` is where PERSONALISED_PAGERANK starts. To measure only a region, give `within`.',
    );
  }
  if (!region) {
    throw new DomainError('INVALID_ARGUMENT', 'PERSONALISED_PAGERANK starts at the oversight bodies of a `region`: give one.');
  }
  const place = await resolveRegion(store, region);
  const bodies = await oversightBodies(store, place, asOf, known);
  if (bodies.length > 0) return new Set(bodies.map(({ actor }) => actor.id));
  throw new DomainError(
    'INVALID_ARGUMENT',
    `No source names an oversight body of ${place.name} then; there is nowhere to start.`,
  );
}

function checkedDirection(measure: MeasureName, directed: boolean | null): boolean {
  const knows = MEASURES[measure].directions;
  if (knows === 'EITHER') return directed ?? false;
  if (directed === null || directed === (knows === 'DIRECTED')) return knows === 'DIRECTED';
  const [only, instead] = knows === 'DIRECTED' ? ['directed', 'true'] : ['undirected', 'false'];
  throw new DomainError(
    'INVALID_ARGUMENT',
    `${measure} is defined over ${only} ties. Leave \`directed\` out, or say ${instead}.`,
  );
}

function checkedDamping(damping: number): number {
  if (damping > 0 && damping < 1) return damping;
  throw new DomainError('INVALID_ARGUMENT', `damping is ${damping}; it must be above 0 and below 1 (0.85 is usual).`);
}

function checkedResolution(resolution: number): number {
  if (resolution > 0 && resolution <= MOST_RESOLUTION) return resolution;
  throw new DomainError(
    'INVALID_ARGUMENT',
    `resolution is ${resolution}; it must be above 0 and at most ${MOST_RESOLUTION} (1 is usual).`,
  );
}
