import { channel } from 'node:diagnostics_channel';
import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  type QueryResult,
  type ResultSummary,
  type Session,
  type Transaction,
} from 'neo4j-driver';
import { StoreLoginRefused, StoreTooOld, StoreUnavailable } from '../errors.js';
import { operationUnderWay, Patience, unlessGivenUp } from '../operation.js';
import { Drivers } from './drivers.js';
import { asStoreError, connectionsWereReplaced, meetsItAgain, shownAddress } from './failures.js';
import { timed } from './statement-channel.js';
import { checkedParameters, readStatements, type Statement } from './statements.js';

/** Where Neo4j is. `neo4j://`, `neo4j+s://`, `bolt://` and `bolt+s://` addresses work; the database is the user's own unless told. */
export interface Neo4jAddress {
  uri: string;
  user: string;
  password: string;
  /** The password as it is now, where it may have become another since: asked when it was refused. */
  passwordNow?: () => string | undefined;
  database?: string | undefined;
  /** Most connections; 100 unless told. */
  poolSize?: number;
  /** How long a question may wait for a connection, in milliseconds; 20,000 unless told. */
  acquisitionTimeoutMs?: number;
}

type Parameters = Readonly<Record<string, unknown>>;

/** The statements of `cypher/read/` and `cypher/write/`, by name, within one transaction. */
export interface Statements {
  read: <Row>(name: string, parameters?: Parameters) => Promise<Row[]>;
  write: <Row>(name: string, parameters?: Parameters) => Promise<Row[]>;
}

/** Told the name of every statement that is sent: for tests, traces and metrics. */
export const STATEMENT_CHANNEL = 'custodes.neo4j.statement';
const statementChannel = channel(STATEMENT_CHANNEL);

/** Milliseconds of a question that no operation asks, so that nothing else bounds it: of a command, or of an export as it is streamed. */
const UNASKED_TIMEOUT = 30_000;

/** Most milliseconds that a look at which data there is may take. */
const LOOK_TIMEOUT = 5_000;

/** Sends the statements of `cypher/` by name and gives their rows as plain objects. Its errors are the store's. */
export class Neo4jConnection {
  readonly #drivers: Drivers;
  #driver: Driver;
  readonly #address: string;
  #database: string | undefined;
  /** So that, on a cluster, a question asked after a load sees what was loaded. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();

  private constructor(drivers: Drivers, driver: Driver, address: string) {
    this.#drivers = drivers;
    this.#driver = driver;
    this.#address = address;
  }

  /** @throws StoreUnavailable where nothing answers there; StoreLoginRefused where the user, the password or the database is refused; StoreTooOld */
  static async open(neo4jAddress: Neo4jAddress): Promise<Neo4jConnection> {
    const { uri, database } = neo4jAddress;
    const address = shownAddress(uri);
    const drivers = new Drivers(neo4jAddress);
    let driver: Driver | undefined;
    try {
      driver = drivers.make();
      const { agent = '' } = await driver.getServerInfo(database === undefined ? {} : { database });
      requireVersion(agent, address);
      const connection = new Neo4jConnection(drivers, driver, address);
      connection.#database = database;
      // Only a statement shows whether there is such a database and whether the user may read it.
      await connection.read('dataset', {});
      return connection;
    } catch (problem) {
      await driver?.close();
      throw asStoreError(problem, address);
    }
  }

  /**
   * Asks a question of `cypher/read/`.
   *
   * It is sent on its own (autocommit) as a read, which takes about two thirds of the time of a managed transaction, and one
   * message less each way. Only where that meets a failure that may pass (a leader election, a lost connection) is it asked
   * again, in a managed transaction, which waits and retries by the driver's own rules.
   */
  async read<Row>(question: string, parameters: Parameters): Promise<Row[]> {
    const driver = this.#driver;
    try {
      return await this.#readOnce<Row>(question, parameters);
    } catch (problem) {
      if (this.#driver !== driver && connectionsWereReplaced(problem)) return this.#readOnce<Row>(question, parameters);
      if (!(problem instanceof StoreLoginRefused)) throw problem;
      if (this.#driver === driver && !this.#drivers.readPasswordAgain()) throw problem;
      this.#replace(driver);
      return this.#readOnce<Row>(question, parameters);
    }
  }

  async #readOnce<Row>(question: string, parameters: Parameters): Promise<Row[]> {
    // Which data there is is asked on behalf of all who are answered, and is quick where the line is not dead.
    const look = question === 'dataset' ? this.#look() : undefined;
    const operation: Patience | undefined = look?.patience ?? operationUnderWay();
    const timeout = operation === undefined ? UNASKED_TIMEOUT : millisecondsLeft(operation);
    const [statement, checked, config] = this.#prepare(`read/${question}`, parameters, timeout);
    const session = this.#session(neo4j.session.READ);
    const ask = async (): Promise<Row[]> => {
      const result = await session.run(statement.text, checked, config).catch((problem: unknown) => {
        if (operation?.isOver || !neo4j.isRetryableError(problem) || meetsItAgain(problem)) throw problem;
        return session.executeRead((transaction) => transaction.run(statement.text, checked), config);
      });
      this.#remember(result.summary);
      return rowsOf<Row>(result);
    };
    try {
      const answer = (): Promise<Row[]> => (operation === undefined ? ask() : unlessGivenUp(operation, ask()));
      return await timed(statement.name, answer);
    } catch (problem) {
      throw asStoreError(problem, this.#address);
    } finally {
      look?.over();
      // Of a statement under way it makes Neo4j stop (Bolt's RESET). Who gave up does not wait for that.
      const closed = session.close();
      if (operation?.isOver) closed.catch(() => undefined);
      else await closed;
    }
  }

  /**
   * The time that a look at the data may take. Beyond it the connections are taken for dead: a dead line says nothing, and those that are idle would
   * be tried one after the other, so new ones take the place of all.
   */
  #look(): { patience: Patience; over: () => void } {
    const patience = new Patience(performance.now() + LOOK_TIMEOUT);
    const driver = this.#driver;
    const timer = setTimeout(() => {
      patience.end(
        new StoreUnavailable(
          `Neo4j at ${this.#address} has said nothing for ${LOOK_TIMEOUT / 1000} seconds; new connections are made.`,
        ),
      );
      this.#replace(driver);
    }, LOOK_TIMEOUT);
    timer.unref();
    return { patience, over: () => clearTimeout(timer) };
  }

  /** New connections in place of all of this driver's, unless that was done already. */
  #replace(driver: Driver): void {
    if (this.#driver !== driver) return;
    this.#driver = this.#drivers.make();
    driver.close().catch(() => undefined);
  }

  /**
   * Asks statements that need one another, by name, in one transaction that only reads: on a cluster, at one server. It may take as long as the
   * operation that asks; without one, as long as it takes.
   */
  async readInOneTransaction<T>(
    work: (ask: <Row>(name: string, parameters: Parameters) => Promise<Row[]>) => Promise<T>,
  ): Promise<T> {
    const operation = operationUnderWay();
    const session = this.#session(neo4j.session.READ);
    const asked = async (): Promise<T> => {
      const transaction = session.beginTransaction(operation ? { timeout: millisecondsLeft(operation) } : {});
      const answer = await work(async (name, parameters) => {
        const [statement, checked] = this.#prepare(name, parameters);
        return timed(statement.name, async () => rowsOf(await transaction.run(statement.text, checked)));
      }).catch((problem) => rollBack(transaction, problem));
      await transaction.commit();
      return answer;
    };
    try {
      return await (operation === undefined ? asked() : unlessGivenUp(operation, asked()));
    } catch (problem) {
      throw asStoreError(problem, this.#address);
    } finally {
      await session.close();
    }
  }

  /** Sends a statement of `cypher/write/` on its own, as changes of the schema must be; again, as `inOneTransaction` says. */
  async change<Row>(name: string, parameters: Parameters = {}): Promise<Row[]> {
    const [statement, checked, config] = this.#prepare(`write/${name}`, parameters, 0);
    return this.#write(config, (transaction) =>
      timed(statement.name, async () => rowsOf<Row>(await transaction.run(statement.text, checked))),
    );
  }

  /**
   * Runs the work in one transaction: all of its statements take effect, or none does. Where a failure may pass (another server becomes the
   * leader, a connection is lost) it is run again, for some seconds, even if nobody can tell whether it took effect: it must be such that this
   * does no harm.
   */
  async inOneTransaction(work: (statements: Statements) => Promise<void>): Promise<void> {
    await this.#write({ timeout: 0 }, (transaction) => {
      const run = async <Row>(name: string, parameters: Parameters): Promise<Row[]> => {
        const [statement, checked] = this.#prepare(name, parameters);
        return timed(statement.name, async () => rowsOf<Row>(await transaction.run(statement.text, checked)));
      };
      return work({
        read: (name, parameters = {}) => run(`read/${name}`, parameters),
        write: (name, parameters = {}) => run(`write/${name}`, parameters),
      });
    });
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #write<T>(
    config: { metadata?: object; timeout: number },
    work: (transaction: ManagedTransaction) => Promise<T>,
  ): Promise<T> {
    const session = this.#session(neo4j.session.WRITE);
    try {
      return await session.executeWrite(async (transaction) => {
        try {
          return await work(transaction);
        } catch (problem) {
          // To the driver it is one that passes.
          throw meetsItAgain(problem) ? asStoreError(problem, this.#address) : problem;
        }
      }, config);
    } catch (problem) {
      throw asStoreError(problem, this.#address);
    } finally {
      await session.close();
    }
  }

  /**
   * The name of the user's own database is sent from the first answer on: a driver that routes and does not know it
   * never forgets a server that is gone (neo4j-driver 6.3, home database cache).
   */
  #remember({ server, database }: ResultSummary): void {
    this.#database ??= database.name ?? undefined;
    if (server.address !== undefined) this.#drivers.answeredFrom(server.address);
  }

  #session(defaultAccessMode: 'READ' | 'WRITE'): Session {
    const database = this.#database === undefined ? {} : { database: this.#database };
    return this.#driver.session({ defaultAccessMode, bookmarkManager: this.#bookmarks, ...database });
  }

  #prepare(
    name: string,
    parameters: Parameters,
    timeout = UNASKED_TIMEOUT,
  ): [Statement, Parameters, { metadata: object; timeout: number }] {
    const statement = statements.get(name);
    if (statement === undefined) throw new Error(`There is no statement cypher/${name}.cypher.`);
    statementChannel.publish(name);
    // The name shows in SHOW TRANSACTIONS and in Neo4j's query log.
    return [statement, checkedParameters(statement, parameters), { metadata: { statement: name }, timeout }];
  }
}

/** So that who waits gives up first, and says why; Neo4j's own end is for where word of that does not arrive. */
const GRACE = 1_000;

/** Milliseconds that Neo4j gets; 0 would be no bound at all. @throws OperationGivenUp where there are none left */
function millisecondsLeft(patience: Patience): number {
  patience.throwIfOver();
  return Math.max(1, Math.ceil(patience.deadline - performance.now()) + GRACE);
}

const statements = readStatements();

/** The statements create relationships of types given as parameters, which earlier versions cannot. */
const OLDEST = [5, 26] as const;

function requireVersion(agent: string, address: string): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? [];
  if (major === undefined || Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1])) return;
  throw new StoreTooOld(`Neo4j at ${address} is ${agent}: version ${OLDEST.join('.')} or later is needed.`);
}

const rowsOf = <Row>({ records }: QueryResult): Row[] => records.map((record) => record.toObject() as Row);

/** Undoes the transaction and passes on the problem that asked for it, not one met while undoing. */
async function rollBack(transaction: Transaction, problem: unknown): Promise<never> {
  await transaction.rollback().catch(() => undefined);
  throw problem;
}
