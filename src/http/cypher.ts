import type { FastifyInstance, FastifyReply } from 'fastify';
import { STORE_AWAY, type ErrorLog } from '../graphql/errors.js';
import { StatementRefused, StoreUnavailable } from '../store/errors.js';
import { OperationGivenUp } from '../store/operation.js';
import type { OwnRows, OwnStatement } from '../store/own-statement.js';
import type { GraphStore } from '../store/port.js';
import type { AdmissionLimits } from './configurable.js';
import { graphqlShaped } from './error-shape.js';
import { RequestRefused } from './request-refused.js';

/** Answers a statement of a client; the store's adapter for Neo4j has one. */
export type AskCypher = (asked: OwnStatement) => Promise<OwnRows>;

/** Rows of an answer unless told, where the server gives as many. */
export const USUAL_CYPHER_ROWS = 1_000;
/** Characters of a statement. */
export const MOST_STATEMENT_CHARACTERS = 20_000;

/** Seconds after which to ask again. */
const RETRY_AFTER = 5;

/**
 * `POST /cypher` with `{"statement", "parameters", "limit"}` as JSON: the client's own statement, answered by Neo4j as
 * `{"columns", "rows", "more", "dataVersion"}`. Neo4j holds it to reading; rows, time and number at once are bounded.
 * @param ask null: switched off
 */
export function serveCypher(
  http: FastifyInstance,
  store: GraphStore,
  ask: AskCypher | null,
  limits: AdmissionLimits,
  log: ErrorLog,
): void {
  let underWay = 0;
  http.post('/cypher', async (request, reply) => {
    try {
      if (ask === null) throw new RequestRefused(403, 'CYPHER_OFF', OFF);
      if (store.engine !== 'neo4j') throw new RequestRefused(501, 'NO_NEO4J', NO_NEO4J);
      const asked = statementIn(request.body, limits);
      if (underWay >= limits.cypherAtOnce) {
        void reply.header('retry-after', RETRY_AFTER);
        throw new RequestRefused(
          503,
          'TOO_MANY_STATEMENTS',
          `${limits.cypherAtOnce} statements are under way. Try again in ${RETRY_AFTER} seconds.`,
        );
      }
      underWay++;
      try {
        const answer = await ask(asked);
        const dataset = await store.dataset();
        return { ...answer, dataVersion: dataset?.version ?? null };
      } finally {
        underWay--;
      }
    } catch (problem) {
      return refuse(reply, problem, log);
    }
  });
}

const OFF =
  'Cypher is switched off here. Who runs the server can switch it on (`custodes serve --cypher`); `custodes cypher` on the command line needs no server.';
const NO_NEO4J =
  'Cypher is answered by Neo4j, and this server holds the graph in memory. `npm run neo4j` starts one without Docker (Java 17 or later, Maven) and prints what to set.';

/** @throws RequestRefused INVALID_ARGUMENT, saying which part is wrong and what it takes */
function statementIn(body: unknown, { cypherRows: most, cypherTimeoutMs: timeout }: AdmissionLimits): OwnStatement {
  const usual = Math.min(USUAL_CYPHER_ROWS, most);
  const wrong = (what: string): RequestRefused =>
    new RequestRefused(400, 'INVALID_ARGUMENT', `${what} Send {"statement": "MATCH …", "parameters": {}, "limit": ${usual}}.`);
  if (typeof body !== 'object' || body === null) throw wrong('The body is no JSON object.');
  const { statement, parameters = {}, limit = usual, ...others } = body as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined) throw wrong(`\`${other}\` is not known here.`);
  if (typeof statement !== 'string' || statement.trim() === '') throw wrong('`statement` must be a text.');
  if (statement.length > MOST_STATEMENT_CHARACTERS)
    throw wrong(`\`statement\` has ${statement.length} characters; ${MOST_STATEMENT_CHARACTERS} is the most.`);
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))
    throw wrong('`parameters` must be an object of values by name.');
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > most)
    throw wrong(`\`limit\` must be a whole number from 1 to ${most}.`);
  return { text: statement, parameters: parameters as Record<string, unknown>, limit, timeout };
}

/** Shaped as GraphQL's errors. */
function refuse(reply: FastifyReply, problem: unknown, log: ErrorLog): unknown {
  const answer = (status: number, code: string, message: string): unknown =>
    reply.code(status).send(graphqlShaped(code, message));
  if (problem instanceof RequestRefused) return answer(problem.statusCode, problem.code, problem.message);
  if (problem instanceof StatementRefused) return answer(400, problem.code, problem.message);
  if (problem instanceof OperationGivenUp) return answer(503, problem.code, problem.message);
  if (problem instanceof StoreUnavailable) {
    log('The store did not answer a statement', problem);
    void reply.header('retry-after', RETRY_AFTER);
    return answer(503, 'STORE_UNAVAILABLE', STORE_AWAY);
  }
  throw problem;
}
