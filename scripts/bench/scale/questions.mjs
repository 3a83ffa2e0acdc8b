import { actor, COUNTRIES, ISLAND } from './generated-records.mjs';

/**
 * The bounded questions: each answer has at most so many rows, however large the graph. `of` gives the variable of the n-th time it is asked, of
 * a graph of so many actors; half are asked about well-connected ones.
 */

const some = (n, actors) => actor(n % 2 === 0 ? (n * 7919) % actors : (n * 31) % Math.ceil(actors / 50));
const hop = (inner) => `relations(first: 10) { nodes { id type start source { id } target { ${inner} } } }`;
const ends = 'id name kind';

const influence =
  'query ($id: String!) { influence(region: $id, first: 10) { oversightBodies { actor { name } } influencers { nodes { rank score actor { name } } } } }';

export const QUESTIONS = [
  { name: 'entity by id', query: `query ($id: ID!) { entity(id: $id) { ${ends} } }`, of: some },
  { name: 'one hop, 10', query: `query ($id: ID!) { entity(id: $id) { ${ends} ${hop(ends)} } }`, of: some },
  {
    name: 'one hop of the greatest hub, 10',
    query: `query ($id: ID!) { entity(id: $id) { ${ends} ${hop(ends)} } }`,
    of: (n) => actor(n % 5),
  },
  {
    name: 'three levels, 10 each',
    query: `query ($id: ID!) { entity(id: $id) { ${ends} ${hop(`${ends} ${hop(`${ends} ${hop(ends)}`)}`)} } }`,
    of: some,
  },
  {
    name: 'page of 50 by name',
    query: `query ($id: String) { actors(first: 50, after: $id) { nodes { ${ends} } } }`,
    of: () => null,
  },
  {
    name: 'page of 50 in a country',
    query: `query ($id: String!) { actors(first: 50, within: $id) { nodes { ${ends} } } }`,
    of: (n) => `c${n % COUNTRIES}`,
  },
  {
    name: 'page of 50 of a kind, by degree',
    query: `query ($id: [String!]) { actors(first: 50, kinds: $id, orderBy: DEGREE, direction: DESC) { nodes { ${ends} degree } } }`,
    of: () => ['regulator'],
  },
  {
    name: 'network, depth 2, 100',
    query: `query ($id: ID!) { network(centers: [$id], depth: 2, limit: 100) { nodes { depth entity { ${ends} } } edges { id type } } }`,
    of: some,
  },
  {
    name: 'paths of up to 3',
    query: `query ($id: ID!) { paths(from: $id, to: "a1", maxLength: 3, first: 5) { paths { hops { direction relation { type } to { id name } } } } }`,
    of: (n, actors) => actor((n * 7919 + 2) % actors),
  },
  {
    name: 'search',
    query: `query ($id: String!) { search(text: $id, first: 10) { hits { reason entity { ${ends} } } } }`,
    of: (n, actors) => `office ${(n * 7919) % actors}`,
  },
  { name: 'influence in a region of 40 actors', query: influence, of: () => ISLAND },
  { name: 'influence in a region that all have to do with', query: influence, of: (n) => `c${n % COUNTRIES}`, times: 1 },
];
