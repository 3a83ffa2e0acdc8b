import type { GraphStore } from '../store/port.js';

/** What whoever starts a server reads first. */
export async function greeting(store: GraphStore, origin: string, url: string): Promise<string> {
  const dataset = await store.dataset();
  const loaded =
    dataset === null
      ? 'nothing yet'
      : `${dataset.entities} entities, ${dataset.relations} relations, ${dataset.claims} claims from ${dataset.sources} sources`;
  return `
Custodes: who governs private security

  Explorer    ${url}/
  GraphQL     ${url}/graphql   (open it in a browser for the playground)
  Health      ${url}/health/ready
  Graph       ${loaded}
              ${origin}; data version ${dataset?.version.slice(0, 12) ?? '-'}

Three queries to try, in the playground or with npx custodes query '…':

  { influence(region: "GT") { oversightBodies { actor { name } } influencers { nodes { rank score actor { name } } } } }
  { paths(from: "swiss-embassy-guatemala", to: "digessp") { paths { hops { direction relation { type } to { name } } } } }
  { search(text: "iepades") { hits { reason entity { id name relations { nodes { type claims { statement source { url } } } } } } } }

With curl: curl ${url}/graphql -H 'content-type: application/json' -d '{"query": "{ search(text: \\"iepades\\") { hits { entity { name } } } }"}'

Ctrl+C stops it.
`;
}
