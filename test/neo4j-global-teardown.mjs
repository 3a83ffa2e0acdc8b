/** Stops the Neo4j that test/neo4j-global-setup.mjs started, and removes its data. */
export default async function stopNeo4jOfTests() {
  await globalThis.stopNeo4jOfTests?.();
}
