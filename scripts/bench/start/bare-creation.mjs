/**
 * The least that writing a graph into Neo4j can cost: the same records as nodes and relationships with the same properties, by UNWIND
 * over the bare driver, without names as nodes of their own, fingerprints, checks or a lock. Constraints are there, for the ends to be found.
 */
import { performance } from 'node:perf_hooks';
import neo4j from 'neo4j-driver';

const ROWS = 5_000;
const BETWEEN_ENDS =
  'UNWIND $rows AS row MATCH (a:BareEntity { id: row.source }) MATCH (b:BareEntity { id: row.target }) CREATE (a)-[r:BARE]->(b) SET r = row.properties';

/** @param {{ uri: string, user: string, password: string }} address @returns milliseconds, and what was created */
export async function timeBareCreation({ uri, user, password }, { entities, relations, claims, sources }) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const began = performance.now();
    await driver.executeQuery('CREATE CONSTRAINT bare_id IF NOT EXISTS FOR (node:BareEntity) REQUIRE node.id IS UNIQUE');
    const session = driver.session();
    await session.executeWrite(async (transaction) => {
      const inBatches = async (statement, rows) => {
        for (let from = 0; from < rows.length; from += ROWS)
          await transaction.run(statement, { rows: rows.slice(from, from + ROWS) });
      };
      await inBatches('UNWIND $rows AS row CREATE (node:BareSource) SET node = row', sources.map(flat));
      await inBatches('UNWIND $rows AS row CREATE (node:BareEntity) SET node = row', entities.map(flat));
      await inBatches(
        BETWEEN_ENDS,
        relations.map((relation) => ({ source: relation.source, target: relation.target, properties: flat(relation) })),
      );
      await inBatches('UNWIND $rows AS row CREATE (node:BareClaim) SET node = row', claims.map(flat));
    });
    await session.close();
    return performance.now() - began;
  } finally {
    await driver.close();
  }
}

/** What is not text, number or a list of texts becomes JSON: properties hold no maps. */
function flat(record) {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && !(Array.isArray(value) && value.every((item) => typeof item === 'string'))
        ? JSON.stringify(value)
        : value,
    ]),
  );
}
