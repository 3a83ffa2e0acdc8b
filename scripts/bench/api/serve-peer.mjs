/** The peer: @neo4j/graphql behind Apollo Server, over the graph that Custodes has loaded into the same Neo4j. Prints its address. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { neo4jFromEnvironment } from './neo4j-address.mjs';

const typeDefs = `
  type Actor @node(labels: ["Entity", "Actor"]) {
    id: ID!
    name: String!
    kind: String!
    sortKey: String!
    within: [String!]!
    partners: [Actor!]! @relationship(type: "PARTNERED_WITH", direction: OUT, properties: "Relation")
  }
  type Relation @relationshipProperties {
    id: ID!
    start: String
    sortKey: String!
  }
`;

const { uri, user, password } = neo4jFromEnvironment();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' }, context: async () => ({}) });
process.stdout.write(`${url}\n`);
