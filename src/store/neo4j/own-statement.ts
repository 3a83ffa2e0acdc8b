import neo4j, { type Driver, type RecordShape, type Session } from 'neo4j-driver';
import { StatementRefused } from '../errors.js';
import type { Neo4jAddress } from './connection.js';
import { asStoreError, shownAddress } from './failures.js';
import { plainValue, sentValue, type PlainValue } from './plain-values.js';

/**
 * A statement of the user's own, sent as it is: input, unlike the statements of `cypher/`. It is read-only because the session is
 * opened for reading and the server refuses what writes, whatever the text looks like.
 */
export interface OwnStatement {
  text: string;
  /** Values as JSON has them. A whole number is sent as an integer. */
  parameters: Readonly<Record<string, unknown>>;
  /** Most rows that are given; the rest is not fetched. */
  limit: number;
  /** Most milliseconds, at least 1; the server ends it then. */
  timeout: number;
}

export interface OwnRows {
  columns: string[];
  rows: PlainValue[][];
  /** True where the statement has more rows than `limit`. */
  more: boolean;
}

/**
 * Asks Neo4j a statement of the user's own.
 * @throws StatementRefused where the statement writes, is wrong or takes too long; StoreUnavailable and StoreLoginRefused as the store does
 */
export async function askOwnStatement({ uri, user, password, database }: Neo4jAddress, asked: OwnStatement): Promise<OwnRows> {
  let driver: Driver | undefined;
  try {
    driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      useBigInt: true,
      fetchSize: Math.min(asked.limit + 1, ROWS_A_FETCH),
      connectionTimeout: 10_000,
      maxTransactionRetryTime: 10_000,
      userAgent: 'custodes',
    });
    // What is written to a server that is not there is the server's fault, what comes after it the statement's.
    await driver.getServerInfo(database === undefined ? {} : { database });
    const session = driver.session({ defaultAccessMode: neo4j.session.READ, ...(database === undefined ? {} : { database }) });
    try {
      return await rowsOf(session, asked);
    } finally {
      await session.close();
    }
  } catch (problem) {
    throw refusal(problem, asked) ?? asStoreError(problem, shownAddress(uri));
  } finally {
    await driver?.close();
  }
}

/** Rows that are on their way at once, so that a long answer is not in memory twice. */
const ROWS_A_FETCH = 1_000;

async function rowsOf(session: Session, { text, parameters, limit, timeout }: OwnStatement): Promise<OwnRows> {
  const sent = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, sentValue(value)]));
  const work = async (transaction: { run: Session['run'] }): Promise<OwnRows> => {
    const result = transaction.run<RecordShape>(text, sent);
    const rows: PlainValue[][] = [];
    let more = false;
    for await (const record of result) {
      // Leaving the loop tells the server to discard what is left.
      if ((more = rows.length === limit)) break;
      rows.push([...record.values()].map(plainValue));
    }
    return { columns: await result.keys(), rows, more };
  };
  return session.executeRead((transaction) => work(transaction as { run: Session['run'] }), {
    timeout,
    metadata: { statement: 'own' },
  });
}

/** What the server said against the statement itself; undefined where that is not what went wrong. */
function refusal(problem: unknown, { timeout }: OwnStatement): StatementRefused | undefined {
  if (!(problem instanceof neo4j.Neo4jError)) return undefined;
  const { code, message } = problem;
  const cause = { cause: problem };
  if (code === 'Neo.ClientError.Statement.AccessMode') {
    return new StatementRefused(
      'STATEMENT_WRITES',
      `Neo4j refuses it, for it was asked to read only: ${sentence(message)} The graph is changed by its dossiers and \`custodes load\`.`,
      cause,
    );
  }
  if (code.includes('TransactionTimedOut')) {
    return new StatementRefused(
      'STATEMENT_TIMED_OUT',
      `Neo4j ended it after ${timeout} ms: ask for less, or give it more time.`,
      cause,
    );
  }
  if (/^Neo\.ClientError\.(Statement|Procedure|Transaction)\./.test(code)) {
    return new StatementRefused('STATEMENT_REFUSED', `Neo4j refuses it (${code}): ${sentence(message)}`, cause);
  }
  return undefined;
}

const sentence = (message: string): string => (/[.\w)]$/.test(message) ? message.replace(/\.?$/, '.') : message);
