import { readStatements } from '../../store/neo4j/statements.js';

/** What `custodes load` makes before it writes anything. */
const SCHEMA = [
  ...[
    'constrain-dataset-name',
    'constrain-load-lock-name',
    'constrain-entity-id',
    'constrain-claim-id',
    'constrain-source-id',
    'constrain-hub-id',
  ],
  ...['index-entity-kind', 'index-entity-names', 'index-entity-sort-key', 'index-entity-degree'],
  ...['index-identifier-value', 'index-claim-subject'],
];

/** The constraints and indexes of the graph in Neo4j, each statement ended by `;`. */
export function* schemaStatements(): Generator<string> {
  const statements = readStatements();
  const text = (name: string): string => statements.get(`write/${name}`)?.text ?? '';
  for (const name of SCHEMA) yield `${text(name)};\n`;
  yield `${text('await-indexes').replace('$seconds', '300')};\n`;
}
