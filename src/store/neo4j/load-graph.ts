import type { Graph } from '../../domain/model.js';
import { IncompleteGraph } from '../errors.js';
import type { LoadProgress } from '../port.js';
import type { Neo4jConnection } from './connection.js';
import { claimRow, entityRow, relationRow, sourceRow } from './properties.js';

export { IncompleteGraph };

/** Rows a statement: large enough that the way to Neo4j does not count, small enough that progress shows. */
const ROWS_A_STATEMENT = 5_000;

/** What is there before a graph is: constraints and indexes. Each statement does nothing where its work is done. */
const SCHEMA = [
  'constrain-dataset-name',
  'constrain-load-lock-name',
  'constrain-entity-id',
  'constrain-claim-id',
  'constrain-source-id',
  'index-entity-kind',
  'index-entity-names',
  'index-identifier-value',
  'index-claim-subject',
];

/**
 * Replaces the graph in Neo4j in one transaction: until its end everyone sees the old graph, and where this process or the
 * connection dies, Neo4j keeps the old one. A second load waits for the first.
 */
export async function loadGraph(connection: Neo4jConnection, graph: Graph, progress: LoadProgress): Promise<void> {
  for (const statement of SCHEMA) await connection.change(statement);
  await connection.change('await-indexes', { seconds: 300 });
  await connection.change('make-dataset');

  const { version, entities, relations, claims, sources } = graph;
  const sizes = { entities: entities.length, relations: relations.length, claims: claims.length, sources: sources.length };
  const total = entities.length + relations.length + claims.length + sources.length;
  let written = 0;
  let loads: number | undefined;

  await connection.inOneTransaction(async (write) => {
    const create = async <T>(statement: string, records: readonly T[], row: (record: T) => object): Promise<void> => {
      for (let start = 0; start < records.length; start += ROWS_A_STATEMENT) {
        const rows = records.slice(start, start + ROWS_A_STATEMENT).map(row);
        const [answer] = await write<{ created: number }>(statement, { rows });
        if (answer?.created !== rows.length) {
          throw new IncompleteGraph(
            `${statement}: ${rows.length - (answer?.created ?? 0)} records name an end or a source that is not in the graph.`,
          );
        }
        written += rows.length;
        progress(written, total);
      }
    };
    await write('lock-loads');
    await write('delete-graph');
    await create('create-sources', sources, sourceRow);
    await create('create-entities', entities, entityRow);
    await create('create-relations', relations, relationRow);
    await create('create-claims', claims, claimRow);
    const [dataset] = await write<{ loads: number }>('name-dataset', { version, ...sizes });
    loads = dataset?.loads;
  });
  // See settled-reads.ts.
  await connection.change('settle-dataset', { loads });
}
