import { readStatements } from '../../store/neo4j/statements.js';

/** What `custodes load` makes before it writes anything. */
const SCHEMA = [
  ...['constrain-dataset-name', 'constrain-load-lock-name', 'constrain-entity-id', 'constrain-claim-id', 'constrain-source-id'],
  ...['index-entity-kind', 'index-entity-names', 'index-identifier-value', 'index-claim-subject'],
];

/** The constraints and indexes of the graph in Neo4j, each statement ended by `;`. */
export function* schemaStatements(): Generator<string> {
  const statements = readStatements();
  for (const name of SCHEMA) yield `${statements.get(`write/${name}`)?.text ?? ''};\n`;
  yield 'CALL db.awaitIndexes(300);\n';
}
