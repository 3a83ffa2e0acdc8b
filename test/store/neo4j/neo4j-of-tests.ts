import { describe } from '@jest/globals';
import type { Neo4jAddress } from '../../../src/store/neo4j/connection.js';

const { CUSTODES_TEST_NEO4J_URI, CUSTODES_TEST_NEO4J_USER, CUSTODES_TEST_NEO4J_PASSWORD } = process.env;

/** The real Neo4j of this test run (see test/neo4j-global-setup.mjs), whose graph tests may replace. */
export const neo4jOfTests: Neo4jAddress = {
  uri: CUSTODES_TEST_NEO4J_URI ?? '',
  user: CUSTODES_TEST_NEO4J_USER ?? '',
  password: CUSTODES_TEST_NEO4J_PASSWORD ?? '',
};

/** `describe` where there is a Neo4j; CI fails before it comes to skipping. */
export const describeWithNeo4j = CUSTODES_TEST_NEO4J_URI ? describe : describe.skip;
