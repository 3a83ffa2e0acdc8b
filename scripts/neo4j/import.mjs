/**
 * `neo4j-admin database import` of a pair of CSV files, by Neo4j's own program from the jars that are fetched for the server. Used by
 * `npm run research:table` and by the tests: the exports are opened by the program that they are for.
 */
import { join } from 'node:path';
import { neo4jAdmin } from './admin.mjs';

/**
 * Makes the database of a server that has not been started yet.
 *
 * @param {{ home: string, nodes: string, relationships: string }} files folder of the server (see `startNeo4j`), and the two files
 * @throws where the program refuses a row; the message has what it says
 */
export async function importCsv({ home, nodes, relationships }) {
  const options = [
    `--nodes=${nodes}`,
    `--relationships=${relationships}`,
    '--multiline-fields=true',
    '--max-off-heap-memory=200m',
    `--report-file=${join(home, 'import.report')}`,
  ];
  await neo4jAdmin(home, ['database', 'import', 'full', 'neo4j', ...options]);
}
