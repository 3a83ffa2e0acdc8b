import { claimRow, entityRow, relationRow, sourceRow } from '../../store/neo4j/properties.js';
import { readStatements } from '../../store/neo4j/statements.js';
import type { Format } from './format.js';
import { datasetOf } from './neo4j-dataset.js';
import { cypherLiteral } from './neo4j-literal.js';
import { schemaStatements } from './neo4j-schema.js';

/**
 * The graph as `custodes load` writes it, by the same statements with their rows spelled out: into an empty Neo4j 5.26 or later.
 * Each statement ends with `;` at the end of a line, and no other line does.
 */
export const cypher: Format = {
  name: 'cypher',
  title: 'A Cypher script, for an empty Neo4j 5.26 or later (cypher-shell, Neo4j Browser)',
  mediaType: 'application/x-cypher-query; charset=utf-8',
  ending: 'cypher',
  async *write(records) {
    const statements = readStatements();
    const text = (name: string): string => statements.get(`write/${name}`)?.text ?? '';
    const withRows = function* (name: string, rows: object[]): Generator<string> {
      for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
        const list = `[\n${rows
          .slice(from, from + ROWS_A_STATEMENT)
          .map(cypherLiteral)
          .join(',\n')}\n]`;
        yield `${text(name).replace('$rows', () => list)};\n`;
      }
    };

    yield `// Custodes, ${JSON.stringify(records.selection)}; data version ${records.dataset.version}\n`;
    yield* schemaStatements();
    for await (const sources of records.sources()) yield* withRows('put-sources', sources.map(sourceRow));
    for await (const entities of records.entities()) yield* withRows('create-entities', entities.map(entityRow));
    for await (const relations of records.relations()) yield* withRows('create-relations', relations.map(relationRow));
    for await (const claims of records.claims()) yield* withRows('put-claims', claims.map(claimRow));
    yield `${text('make-dataset')};\n`;
    const named = await datasetOf(records);
    yield `${text('name-dataset').replace(/\$(\w+)/g, (_, name: keyof typeof named) => cypherLiteral(named[name]))};\n`;
  },
};

/** Neo4j plans every statement anew, and longer ones out of proportion. */
const ROWS_A_STATEMENT = 25;
