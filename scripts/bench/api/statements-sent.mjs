/** Which Cypher Custodes sends for a request: what the bare driver is then measured with. */
import { createRequire } from 'node:module';

/** The driver that Custodes uses; the one of this folder is the peer's. */
const { default: neo4j } = await import(createRequire(new URL('../../../dist/', import.meta.url)).resolve('neo4j-driver'));

/**
 * @param {{ uri: string, user: string, password: string }} address of the Neo4j
 * @returns {Promise<(work: () => Promise<unknown>) => Promise<{ text: string, parameters: object }[]>>} the statements that work sends
 */
export async function recordStatements({ uri, user, password }) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = Object.getPrototypeOf(driver.session());
  await driver.close();
  const run = session.run;
  let sent = [];
  session.run = function (text, parameters, ...others) {
    sent.push({ text, parameters: plain(parameters ?? {}) });
    return run.call(this, text, parameters, ...others);
  };
  return async (work) => {
    sent = [];
    await work();
    if (sent.length === 0) throw new Error('Custodes sent no statement: there is nothing to measure the bare driver with.');
    return sent;
  };
}

/** The driver's integers as numbers, which JSON can carry. */
function plain(value) {
  if (neo4j.isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
