import neo4j from 'neo4j-driver';
import { StoreLoginRefused, StoreUnavailable } from '../errors.js';

/** The driver's code for a server with which no version of Bolt could be agreed on. */
const NOT_NEO4J = 'N/A';

/** What went wrong, in words that name the address, never the password, and say what to do next. */
export function asStoreError(problem: unknown, uri: string): unknown {
  if (problem instanceof Error && problem.message.startsWith('Unknown scheme')) {
    return new StoreUnavailable(
      `"${uri}" is no address of a Neo4j: NEO4J_URI begins with neo4j://, neo4j+s://, bolt:// or bolt+s://.`,
      { cause: problem },
    );
  }
  if (!(problem instanceof neo4j.Neo4jError)) return problem;
  const { code, message } = problem;
  const cause = { cause: problem };
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') {
    return new StoreLoginRefused(
      `Neo4j at ${uri} had too many wrong passwords: wait some seconds, then check NEO4J_USER and NEO4J_PASSWORD.`,
      cause,
    );
  }
  if (code === 'Neo.ClientError.Security.Unauthorized') {
    return new StoreLoginRefused(
      `Neo4j at ${uri} refuses the user or the password: check NEO4J_USER and NEO4J_PASSWORD (\`custodes settings\` says whether each is set, and where).`,
      cause,
    );
  }
  if (code === 'Neo.ClientError.Security.Forbidden') {
    return new StoreLoginRefused(`Neo4j at ${uri} does not allow this user to do that: ${message}`, cause);
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new StoreLoginRefused(`Neo4j at ${uri} has no such database: check NEO4J_DATABASE. ${message}`, cause);
  }
  if (isOutOfMemory(problem)) {
    return new StoreUnavailable(
      `Neo4j at ${uri} has too little memory for this: raise server.memory.heap.max_size (a load takes about 15 KB of it a record).`,
      cause,
    );
  }
  if (code.includes('TransactionTimedOut') || code.includes('TransactionTerminated') || code.includes('.Terminated')) {
    return new StoreUnavailable(`Neo4j at ${uri} gave up: ${message} Ask for less, or again later.`, cause);
  }
  if (code.startsWith('Neo.DatabaseError.')) {
    // Such as "The database has encountered a critical error, and needs to be restarted".
    return new StoreUnavailable(
      `Neo4j at ${uri} failed by a fault of its own (${code}), as where its disk is full: read its logs and the statusMessage of SHOW DATABASES, mend what they name, and start it again where it asks for that. ${message}`,
      cause,
    );
  }
  if (connectionsWereReplaced(problem)) {
    return new StoreUnavailable(`The connections to Neo4j at ${uri} were dead and are made anew: ask again.`, cause);
  }
  // The driver has no code of its own for it.
  if (message.startsWith('Connection acquisition timed out')) {
    return new StoreUnavailable(
      `All connections to Neo4j at ${uri} stayed in use: ask again later. CUSTODES_NEO4J_CONNECTIONS allows more, CUSTODES_NEO4J_PATIENCE_MS a longer wait. ${message}`,
      cause,
    );
  }
  // Nor for these; a driver that routes retries them for some seconds first.
  if (/^(No longer possible to write|Failed to obtain connection towards write server)/.test(message)) {
    return new StoreUnavailable(`The cluster of Neo4j at ${uri} has no leader at the moment: try again later.`, cause);
  }
  const away = code === neo4j.error.SERVICE_UNAVAILABLE || code === neo4j.error.SESSION_EXPIRED;
  const certificate = away ? wrongCertificate(problem) : undefined;
  if (certificate !== undefined) return new StoreUnavailable(`Neo4j at ${uri} shows a certificate that ${certificate}`, cause);
  if (away && uri.includes('+s')) {
    return new StoreUnavailable(
      `Neo4j cannot be reached over TLS at ${uri}: is it running, does it speak TLS there, and is NEO4J_URI its address?`,
      cause,
    );
  }
  if (away) return new StoreUnavailable(`Neo4j cannot be reached at ${uri}: is it running, and is NEO4J_URI its address?`, cause);
  if (code === NOT_NEO4J || code === neo4j.error.PROTOCOL_ERROR) {
    return new StoreUnavailable(
      `What answers at ${uri} is not Neo4j's Bolt (${message}): NEO4J_URI is the address of its Bolt port.`,
      cause,
    );
  }
  if (problem.retriable)
    return new StoreUnavailable(`Neo4j at ${uri} is busy or changing its leader: ask again later. ${message}`, cause);
  return problem;
}

/** What is wrong with a certificate, and what to do: the driver has no code of its own for it and quotes Node's. */
function wrongCertificate(problem: unknown): string | undefined {
  const said = reasons(problem);
  if (!/certificate/i.test(said)) return undefined;
  if (/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/.test(said)) {
    return 'does not hold today: have a new one, or set the clock of this machine right.';
  }
  if (said.includes('ERR_TLS_CERT_ALTNAME_INVALID')) {
    return 'is for another name: NEO4J_URI must use a name or an address that stands in it.';
  }
  return 'this machine does not trust: have one that it trusts, name its authority in NODE_EXTRA_CA_CERTS, or take a self-signed one with +ssc:// in place of +s://.';
}

/** The messages of a problem and of what caused it: who asked for a routing table is told why at the end only. */
function reasons(problem: unknown): string {
  return problem instanceof Error ? `${problem.message} ${reasons(problem.cause)}` : '';
}

/** The address without a user or password that someone put into it. */
export function shownAddress(uri: string): string {
  return uri.replace(/\/\/[^/]*@/, '//');
}

/** What Neo4j or the driver calls transient, and the same question would meet again. */
export function meetsItAgain(problem: unknown): boolean {
  return isOutOfMemory(problem) || wrongCertificate(problem) !== undefined;
}

/** The driver that was asked has been closed meanwhile, for which it has no code of its own. */
export function connectionsWereReplaced(problem: unknown): boolean {
  return problem instanceof Error && (problem.message.startsWith('Pool is closed') || connectionsWereReplaced(problem.cause));
}

function isOutOfMemory(problem: unknown): boolean {
  return problem instanceof neo4j.Neo4jError && problem.code.includes('OutOfMemory');
}
