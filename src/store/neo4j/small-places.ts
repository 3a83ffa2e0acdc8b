import neo4j from 'neo4j-driver';
import type { EntityPage } from '../port.js';
import { entityPageInPlace } from './pages.js';
import type { EntityRow } from './properties.js';
import type { Reads } from './settled-reads.js';

/**
 * Entities of a place that are read whole to give a page of them. Of a place with more, the next page is near along an index of all
 * entities: of 1,000,000 about 25,000 are looked at for 50 of a place that has 2,000.
 */
const MANY = 2_000;
/** Milliseconds until an index that is wanting is asked for again: a database that an older release has loaded has none. */
const WITHOUT_INDEX = 60_000;

export interface EntityPageRow {
  entities: EntityRow[];
  total?: number;
}

/** Pages of the entities that are tied to a place, where those are few. One for all who ask the same Neo4j. */
export class SmallPlaces {
  /** Places known to have many; no more than the graph has such places. */
  readonly #crowded = new Set<string>();
  #askAgainAt = 0;

  /** @returns null where the page is to be found otherwise */
  async page(reads: Reads, question: EntityPage): Promise<EntityPageRow | null> {
    const { within } = question;
    if (within === null || this.#crowded.has(within) || performance.now() < this.#askAgainAt) return null;
    try {
      const parameters = entityPageInPlace(question, within, MANY);
      const row = await reads.ask<EntityPageRow & { crowded: boolean }>('entity-page-in-place', parameters);
      if (!row.crowded) return row;
      this.#crowded.add(within);
    } catch (problem) {
      if (!isWithoutIndex(problem)) throw problem;
      this.#askAgainAt = performance.now() + WITHOUT_INDEX;
    }
    return null;
  }
}

/** The index is the only procedure that the statement calls. */
function isWithoutIndex(problem: unknown): boolean {
  return problem instanceof neo4j.Neo4jError && problem.code === 'Neo.ClientError.Procedure.ProcedureCallFailed';
}
