import type { Neo4jConnection } from './connection.js';

/** What keeps ids apart, and finds records by them. Each statement does nothing where its work is done. */
const CONSTRAINTS = [
  ...['constrain-dataset-name', 'constrain-load-lock-name'],
  ...['constrain-entity-id', 'constrain-claim-id', 'constrain-source-id', 'constrain-hub-id'],
];
const INDEXES = [
  ...['index-entity-kind', 'index-entity-names', 'index-entity-places', 'index-entity-sort-key', 'index-entity-degree'],
  ...['index-identifier-value', 'index-claim-subject'],
];

/** Also the nodes that say which data is there and that loads lock. */
export async function makeConstraints(connection: Neo4jConnection): Promise<void> {
  for (const statement of CONSTRAINTS) await connection.change(statement);
  await connection.change('await-indexes', { seconds: 300 });
  await connection.change('make-dataset');
}

/** @param seconds most that Neo4j may take to fill them from what is there */
export async function makeIndexes(connection: Neo4jConnection, seconds = 300): Promise<void> {
  for (const statement of INDEXES) await connection.change(statement);
  await connection.change('await-indexes', { seconds });
}
