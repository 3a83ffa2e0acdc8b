/** @returns {{ uri: string, user: string, password: string }} the Neo4j that the benchmark has started */
export function neo4jFromEnvironment() {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
  return { uri, user, password };
}
