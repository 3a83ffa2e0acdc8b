import type { Counts, Dataset, GraphStore } from '../store/port.js';
import { isPlacesSource } from './places-source.js';

/** What the graph holds. */
export interface Statistics extends Counts {
  /** null where nothing is loaded */
  dataset: Dataset | null;
  compiled: CompiledCounts;
}

/** What the dossiers hold, as `custodes audit` counts it: without places, and without what rests on the source of places alone. */
export interface CompiledCounts {
  sources: number;
  entities: number;
  events: number;
  relations: number;
  claims: number;
  /** Relations on two or more independent sources. */
  corroborated: number;
  /** Their part of the relations, 0 to 1. */
  corroboratedShare: number;
}

export async function statistics(store: GraphStore): Promise<Statistics> {
  const [dataset, counts] = await Promise.all([store.dataset(), store.counts()]);
  return { dataset, ...counts, compiled: compiledCounts(dataset, counts) };
}

function compiledCounts(dataset: Dataset | null, counts: Counts): CompiledCounts {
  const sum = (of: readonly { count: number }[]): number => of.reduce((total, { count }) => total + count, 0);
  const placesClaims = counts.claimsBySource.filter(({ source }) => isPlacesSource(source));
  const relations = (dataset?.relations ?? 0) - sum(counts.relationsOfOneSource.filter(({ source }) => isPlacesSource(source)));
  return {
    sources: (dataset?.sources ?? 0) - placesClaims.length,
    entities: sum(counts.entitiesByKind.filter(({ label }) => label !== 'Place')),
    events: sum(counts.entitiesByKind.filter(({ label }) => label === 'Event')),
    relations,
    claims: (dataset?.claims ?? 0) - sum(placesClaims),
    corroborated: counts.corroboratedRelations,
    corroboratedShare: relations === 0 ? 0 : counts.corroboratedRelations / relations,
  };
}
