import { createHash } from 'node:crypto';
import { URLSearchParams } from 'node:url';

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
    readsMostOfTheGraph: true,
  },
  {
    name: 'search',
    ours: `query ($id: String!) { search(text: $id, first: 10) { hits { reason entity { ${ends} } } } }`,
    of: 'name',
  },
];

/** How many different values of `$id` are asked about, in turn. */
const VALUES = 64;

/**
 * The requests of a question: the same values of `$id` for every server, half of them actors drawn evenly, half the well connected first ones.
 * @param {typeof QUESTIONS[number]} question
 * @param {'ours' | 'peer'} server
 * @param {number} actors how many the graph has
 */
export function requestsOf(question, server, actors) {
  return idsFor(question.of, actors).map((id) => ({ body: JSON.stringify({ query: question[server], variables: { id } }) }));
}

function idsFor(of, actors) {
  const numbers = Array.from({ length: VALUES }, (_, i) => (i * 7919) % (i % 2 === 0 ? actors : Math.ceil(actors / 20)));
  // a0 is the other end of the paths asked for.
  const idOf = { country: (n) => `c${n % 200}`, region: (n) => `r${n % 20}`, name: (n) => `office ${n}` }[of];
  return [...new Set(numbers.map(idOf ?? ((n) => `a${(n % (actors - 1)) + 1}`)))];
}

/**
 * The same requests as a dashboard that has the answers asks again: by GET, the query by its hash, with the ETag of the answer.
 * @param {string} url of the server, which is asked each of them once
 * @param {{ body: string }[]} requests
 */
export async function askedAgain(url, requests) {
  const asked = [];
  for (const { body } of requests) {
    const { query, variables } = JSON.parse(body);
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const address = (parameters) => `${new URL(url).pathname}?${new URLSearchParams(parameters)}`;
    const json = { variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) };
    const headers = { 'apollo-require-preflight': 'true' };
    // Once with its text, so that the server knows the hash.
    const first = await fetch(new URL(address({ query, ...json }), url), { headers });
    const etag = first.headers.get('etag');
    if (!first.ok || etag === null) throw new Error(`${url} gave no ETag: ${first.status} ${(await first.text()).slice(0, 300)}`);
    await first.arrayBuffer();
    asked.push({ method: 'GET', path: address(json), headers: { ...headers, 'if-none-match': etag } });
  }
  return asked;
}
