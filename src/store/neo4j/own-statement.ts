import neo4j, { type Driver, type RecordShape, type Session } from 'neo4j-driver';
import { StatementRefused } from '../errors.js';
import { operationUnderWay, unlessGivenUp } from '../operation.js';
import type { OwnRows, OwnStatement, PlainValue } from '../own-statement.js';
import type { Neo4jAddress } from './connection.js';
import { Drivers } from './drivers.js';
import { asStoreError, shownAddress } from './failures.js';
import { outsideTheGraph } from './fence.js';
import { plainValue, sentValue } from './plain-values.js';

/**
 * Asks Neo4j statements of the user's own, over connections that are kept until `close`.
 * Every method throws StatementRefused where the statement writes, is wrong or takes too long; StoreUnavailable and StoreLoginRefused as the
 * store does.
 */
export class OwnStatements {
  readonly #drivers: Drivers;
  readonly #uri: string;
  readonly #database: { database?: string };
  #driver: Driver;

  /** @param atOnce statements that are asked at one time */
  constructor(address: Neo4jAddress, atOnce = 4) {
    const { uri, database } = address;
    const connections = { poolSize: 2 * atOnce, acquisitionTimeoutMs: 10_000 };
    this.#drivers = new Drivers({ ...address, ...connections }, { useBigInt: true, fetchSize: ROWS_A_FETCH });
    this.#uri = uri;
    this.#database = database === undefined ? {} : { database };
    this.#driver = this.#drivers.make();
  }

  /** The statement of a user whose password it is sent with: what it reads is up to that user's rights. */
  async ask(asked: OwnStatement): Promise<OwnRows> {
    return this.#answered(asked, (session) => rowsOf(session, asked));
  }

  /**
   * The statement of somebody else, over the network: Neo4j plans it first, and it is refused where the plan leaves the graph (files, settings,
   * users, procedures but those of `fence.ts`).
   */
  async askFenced(asked: OwnStatement): Promise<OwnRows> {
    return this.#answered(asked, async (session) => {
      const { timeout } = asked;
      const explained = session.run(EXPLAIN + asked.text, sentParameters(asked), { timeout, metadata: METADATA });
      const { summary } = await explained.catch((problem: unknown) => {
        throw refusal(problem, asked, placesAsWritten) ?? problem;
      });
      const outside = outsideTheGraph(summary);
      if (outside !== null) throw new StatementRefused('STATEMENT_NOT_ALLOWED', outside);
      return rowsOf(session, asked);
    });
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #answered(asked: OwnStatement, work: (session: Session) => Promise<OwnRows>): Promise<OwnRows> {
    const driver = this.#driver;
    try {
      return await this.#answeredBy(driver, work).catch((problem: unknown) => {
        // It only reads, so it may be asked twice.
        if (!this.#hasNewDriver(driver, problem)) throw problem;
        return this.#answeredBy(this.#driver, work);
      });
    } catch (problem) {
      if (problem instanceof StatementRefused) throw problem;
      throw refusal(problem, asked) ?? asStoreError(problem, shownAddress(this.#uri));
    }
  }

  async #answeredBy(driver: Driver, work: (session: Session) => Promise<OwnRows>): Promise<OwnRows> {
    // What is written to a server that is not there is the server's fault, what comes after it the statement's.
    await driver.getServerInfo(this.#database);
    const session = driver.session({ defaultAccessMode: neo4j.session.READ, ...this.#database });
    try {
      const operation = operationUnderWay();
      return await (operation === undefined ? work(session) : unlessGivenUp(operation, work(session)));
    } finally {
      // Neo4j stops what is under way.
      await session.close();
    }
  }

  /** Where the other side has ended connections, or the password is another by now, new ones take the place of all of this driver's. */
  #hasNewDriver(driver: Driver, problem: unknown): boolean {
    if (!(problem instanceof neo4j.Neo4jError)) return false;
    const passwordIsNew = this.#drivers.readPasswordAgain();
    if (this.#driver === driver) {
      if (!passwordIsNew && !neo4j.isRetryableError(problem)) return false;
      this.#driver = this.#drivers.make();
      driver.close().catch(() => undefined);
    }
    return true;
  }
}

/** Asks one statement and leaves; as `OwnStatements.ask`. */
export async function askOwnStatement(address: Neo4jAddress, asked: OwnStatement): Promise<OwnRows> {
  const statements = new OwnStatements(address);
  try {
    return await statements.ask(asked);
  } finally {
    await statements.close();
  }
}

/** Shows in SHOW TRANSACTIONS and in Neo4j's query log. */
const METADATA = { statement: 'own' };

const sentParameters = ({ parameters }: OwnStatement): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, sentValue(value)]));

/** Rows that are on their way at once, so that a long answer is not in memory twice. */
const ROWS_A_FETCH = 1_000;

async function rowsOf(session: Session, asked: OwnStatement): Promise<OwnRows> {
  const { text, limit, timeout } = asked;
  const sent = sentParameters(asked);
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
    metadata: METADATA,
  });
}

/** On a line of its own, so that mistakes are shown in the lines that the user wrote. */
const EXPLAIN = 'EXPLAIN\n';

/** The message of Neo4j, its places counted without EXPLAIN. */
const placesAsWritten = (message: string): string =>
  message.replace(
    /\(line (\d+), column (\d+) \(offset: (\d+)\)\)/g,
    (_, line: number, column: number, offset: number) =>
      `(line ${line - 1}, column ${column} (offset: ${offset - EXPLAIN.length}))`,
  );

/**
 * What the server said against the statement itself; undefined where that is not what went wrong.
 * @param said what of the server's message is told
 */
function refusal(
  problem: unknown,
  { timeout }: OwnStatement,
  said = (message: string): string => message,
): StatementRefused | undefined {
  if (!(problem instanceof neo4j.Neo4jError)) return undefined;
  const { code } = problem;
  const message = said(problem.message);
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
