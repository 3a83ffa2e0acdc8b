import { resolveRegion } from '../../domain/regions.js';
import type { GraphStore } from '../../store/port.js';
import { ExportError } from '../errors.js';
import { neighbourhood } from './neighbourhood.js';
import { partOfGraph } from './part-of-graph.js';
import { Records } from './records.js';
import { checkedSelection, sayRequested, type Selection } from './selection.js';

/**
 * The records of a part of the graph, ready to be read.
 * @param store a snapshot, where the engine can hold on to one
 * @throws DomainError UNKNOWN_ID, UNKNOWN_REGION, INVALID_ARGUMENT, INVALID_DATE; ExportError NO_DATA
 */
export async function selectRecords(store: GraphStore, asked: Selection): Promise<Records> {
  const selection = checkedSelection(asked);
  const dataset = await store.dataset();
  if (dataset === null) {
    throw new ExportError('NO_DATA', 'No data is loaded yet. Load the dossiers with `custodes load`, then export.');
  }
  const chosen = selection.centers
    ? await neighbourhood(store, selection)
    : partOfGraph(store, selection.within ? (await resolveRegion(store, selection.within)).id : null, selection);
  return new Records(dataset, sayRequested(selection), store, chosen);
}
