import neo4j, { type Config, type Driver } from 'neo4j-driver';
import type { Neo4jAddress } from './connection.js';

/** Servers of a cluster that are remembered. */
const MOST_SERVERS = 4;

/** Makes drivers for one address, each of which may ask the servers for the routing table that an earlier one had answers from. */
export class Drivers {
  readonly #address: Neo4jAddress;
  readonly #values: Config;
  #password: string;
  /** The newest last. */
  readonly #servers = new Set<string>();

  /** @param values how values come from Neo4j, and how many rows at once */
  constructor(address: Neo4jAddress, values: Config = { disableLosslessIntegers: true }) {
    this.#address = address;
    this.#values = values;
    this.#password = address.password;
  }

  /** Whether there is another password than the one of the drivers so far; those made from now on have it. */
  readPasswordAgain(): boolean {
    const before = this.#password;
    this.#password = this.#address.passwordNow?.() ?? before;
    return this.#password !== before;
  }

  make(): Driver {
    const { uri, user, poolSize = 100, acquisitionTimeoutMs = 20_000 } = this.#address;
    return neo4j.driver(uri, neo4j.auth.basic(user, this.#password), {
      ...this.#values,
      maxConnectionPoolSize: poolSize,
      connectionTimeout: Math.min(10_000, acquisitionTimeoutMs),
      connectionAcquisitionTimeout: acquisitionTimeoutMs,
      maxTransactionRetryTime: Math.min(10_000, acquisitionTimeoutMs),
      userAgent: 'custodes',
      // The server that the address names may be away when the others are not.
      resolver: (named) => [...[...this.#servers].reverse(), named],
    });
  }

  answeredFrom(server: string): void {
    this.#servers.delete(server);
    this.#servers.add(server);
    const [oldest] = this.#servers;
    if (this.#servers.size > MOST_SERVERS) this.#servers.delete(oldest!);
  }
}
