/**
 * The floor of a GraphQL server over memory: bare Node HTTP, graphql-jit, and resolvers that look up objects which are laid out for the four
 * questions that the peer is asked. It knows no limits, no dates, no other fields, checks nothing and keeps no answer:
 * `serve-bare-graphql.mjs '<size as JSON>'`. Prints its address.
 */
import { createServer } from 'node:http';
import { buildSchema, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { generatedGraph } from './api/generated-graph.mjs';

const { entities, relations } = generatedGraph(JSON.parse(process.argv[2]));
const byId = new Map(entities.map((entity) => [entity.id, { ...entity, out: [] }]));
const bySortKey = (a, b) => (a.sortKey < b.sortKey ? -1 : 1);
for (const { id, type, source, target, time } of [...relations].sort(bySortKey)) {
  byId.get(source).out.push({ id, type, start: time.start, target: byId.get(target) });
}
const actorsWithin = new Map();
for (const entity of [...byId.values()].sort(bySortKey)) {
  if (entity.label !== 'Actor') continue;
  for (const place of entity.within) actorsWithin.set(place, [...(actorsWithin.get(place) ?? []), entity]);
}

const schema = buildSchema(`
  enum Direction { OUT }
  enum RelationType { PARTNERED_WITH }
  type Query { entity(id: ID!): Entity, actors(first: Int!, within: String!): Entities! }
  type Entities { nodes: [Entity!]! }
  type Entity { id: ID!, name: String!, kind: String!, relations(direction: Direction!, types: [RelationType!]!, first: Int!): Relations! }
  type Relations { nodes: [Relation!]! }
  type Relation { id: ID!, start: String, target: Entity! }
`);
const query = schema.getQueryType().getFields();
query.entity.resolve = (_root, { id }) => byId.get(id);
query.actors.resolve = (_root, { first, within }) => ({ nodes: actorsWithin.get(within).slice(0, first) });
schema.getType('Entity').getFields().relations.resolve = ({ out }, { types, first }) => ({
  nodes: out.filter(({ type }) => types.includes(type)).slice(0, first),
});

const compiled = new Map();
function compiledOf(text) {
  const known = compiled.get(text) ?? compileQuery(schema, parse(text)).query;
  compiled.set(text, known);
  return known;
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    const { query: text, variables } = JSON.parse(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await compiledOf(text)(undefined, undefined, variables)));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
