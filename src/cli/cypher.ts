import { csvLine, csvRows } from '../export/formats/csv.js';
import { StatementRefused } from '../store/errors.js';
import type { OwnRows, PlainValue } from '../store/own-statement.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { textTable } from './text-table.js';

export interface CypherOptions extends Pick<GraphPlace, 'neo4j'> {
  /** `name=value`, the value as JSON or else as a text */
  param: readonly string[];
  json: boolean;
  csv: boolean;
  /** Most rows. */
  limit: number;
  /** Most seconds. */
  timeout: number;
}

/** Prints the rows of a statement of the user's own, which Neo4j answers and keeps from writing. */
export async function cypherCommand(
  text: string,
  { neo4j: address, param, json, csv, limit, timeout }: CypherOptions,
): Promise<void> {
  const parameters = parametersOf(param);
  if (address === null) throw new CommandFailed(NO_NEO4J, EXIT.wrongUsage);
  const { askOwnStatement } = await import('../store/neo4j/own-statement.js');
  const answer = await askOwnStatement(address, { text, parameters, limit, timeout: timeout * 1000 }).catch(
    (problem: unknown) => {
      if (problem instanceof StatementRefused) throw new CommandFailed(`${problem.code}: ${problem.message}`, EXIT.wrongInput);
      throw problem;
    },
  );
  if (json) console.log(asJson(answer));
  // A procedure may give no columns at all.
  else if (answer.columns.length > 0) console.log(csv ? asCsv(answer) : textTable(answer.columns, answer.rows.map(cells)));
  if (answer.more) console.error(`Only the first ${limit} rows: --limit gives more.`);
  else if (!json && !csv) console.error(answer.rows.length === 1 ? '1 row' : `${answer.rows.length} rows`);
}

const NO_NEO4J =
  'NO_NEO4J: Cypher is answered by Neo4j, and NEO4J_URI names none. `npm run neo4j` starts one without Docker (Java 17 or later, Maven) and ' +
  'prints what to set; then `custodes load` puts the graph there.';

function parametersOf(given: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    given.map((pair) => {
      const [, name, text] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (name === undefined || text === undefined) {
        throw new CommandFailed(`--param takes name=value, for example --param country=gt; it was ${pair}`, EXIT.wrongUsage);
      }
      return [name, valueOf(text)];
    }),
  );
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const asJson = ({ columns, rows, more }: OwnRows): string => {
  const named = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  return JSON.stringify({ rows: named, more }, null, 2);
};

const asCsv = ({ columns, rows }: OwnRows): string =>
  (
    csvLine(columns) +
    csvRows(
      rows.map((row) => row.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value))),
      columns.map((_, index) => String(index)),
    )
  ).trimEnd();

const cells = (row: readonly PlainValue[]): string[] =>
  row.map((value) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)));
