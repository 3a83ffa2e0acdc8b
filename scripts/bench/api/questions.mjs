/**
 * What the benchmark asks. Each question has the same fields for both servers; the peer has none for what it cannot be asked.
 * `id` is the variable that changes from request to request, so that nobody answers from a cache of whole answers.
 */

const ends = 'id name kind';
const hop = (inner) => `relations(direction: OUT, types: [PARTNERED_WITH], first: 10) { nodes { id start target { ${inner} } } }`;
const peerHop = (inner) =>
  `partnersConnection(first: 10, sort: [{ edge: { sortKey: ASC } }]) { edges { properties { id start } node { ${inner} } } }`;

const entity = (selection) => `query ($id: ID!) { entity(id: $id) { ${selection} } }`;
const peerEntity = (selection) => `query ($id: ID!) { actors(where: { id: { eq: $id } }) { ${selection} } }`;

const three = (step) => `${ends} ${step(`${ends} ${step(`${ends} ${step(ends)}`)}`)}`;

export const QUESTIONS = [
  { name: 'entity by id', ours: entity(ends), peer: peerEntity(ends) },
  { name: 'one hop', ours: entity(`${ends} ${hop(ends)}`), peer: peerEntity(`${ends} ${peerHop(ends)}`) },
  { name: 'three levels, ten each', ours: entity(three(hop)), peer: peerEntity(three(peerHop)) },
  {
    name: 'page of 50, one hop',
    ours: `query ($id: String!) { actors(first: 50, within: $id) { nodes { ${ends} ${hop(ends)} } } }`,
    peer: `query ($id: String!) { actors(limit: 50, where: { within: { includes: $id } }, sort: [{ sortKey: ASC }]) { ${ends} ${peerHop(ends)} } }`,
    of: 'country',
  },
  {
    name: 'network, depth 2',
    ours: `query ($id: ID!) { network(centers: [$id], depth: 2, limit: 100) { nodes { depth degree entity { ${ends} } } edges { id type source { id } target { id } } } }`,
  },
  {
    name: 'paths',
    ours: 'query ($id: ID!) { paths(from: $id, to: "a0", maxLength: 3) { paths { hops { direction relation { type } to { id name } } } } }',
  },
  {
    name: 'influence',
    ours: 'query ($id: String!) { influence(region: $id, first: 10) { oversightBodies { actor { name } } influencers { nodes { rank score actor { name } } } } }',
    of: 'region',
  },
  {
    name: 'search',
    ours: `query ($id: String!) { search(text: $id, first: 10) { hits { reason entity { ${ends} } } } }`,
    of: 'name',
  },
];

/**
 * Values of `$id`, the same for every server. Half of the actors are drawn evenly, half from the well connected first ones.
 * @param {string | undefined} of what the question asks about; an actor unless told
 * @param {number} actors how many the graph has
 */
export function idsFor(of, actors) {
  const numbers = Array.from({ length: 512 }, (_, i) => (i * 7919) % (i % 2 === 0 ? actors : Math.ceil(actors / 20)));
  if (of === 'country') return numbers.map((n) => `c${n % 200}`);
  if (of === 'region') return numbers.map((n) => `r${n % 20}`);
  if (of === 'name') return numbers.map((n) => `office ${n}`);
  // a0 is the other end of the paths asked for.
  return numbers.map((n) => `a${n + 1}`);
}
