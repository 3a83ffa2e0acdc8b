/**
 * What the studies ask: the queries of docs/studies/queries/, answered by the API over the dossiers. Nothing else is read, so that whoever has a
 * server can ask the same.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @returns {Promise<{ ask: (query: string, variables?: object) => Promise<any>, all: Function, version: string, issued: string }>} */
export async function answers() {
  const load = (name) => import(`../../dist/${name}.js`);
  const [{ readDossiers, dossierFolder }, { MemoryStore }, { answerQuery }, { dataSetOf }] = await Promise.all(
    ['cli/dossier-folder', 'store/memory/memory-store', 'graphql/answer-query', 'cite/data-set'].map(load),
  );
  const loaded = await readDossiers(dossierFolder({ seeds: project('seeds'), cache: '' }));
  if (!('graph' in loaded)) throw new Error('The dossiers have mistakes: `npm run custodes -- validate` lists them.');
  const store = new MemoryStore();
  await store.load(loaded.graph);
  const { version, issued } = await dataSetOf(store);

  /** The data of an answer. @param {string} query name of a file of docs/studies/queries/ */
  async function ask(query, variables = {}) {
    const { data, errors } = await answerQuery(
      store,
      readFileSync(project(`docs/studies/queries/${query}.graphql`), 'utf8'),
      variables,
    );
    if (errors) throw new Error(`${query}.graphql: ${errors.map(({ message }) => message).join('; ')}`);
    return data;
  }

  /** All rows of a query that gives them a page at a time. @param {(data: any) => any} connection where the page is in the answer */
  async function all(query, variables, connection) {
    const rows = [];
    for (let after = null; ;) {
      const { nodes, pageInfo } = connection(await ask(query, { ...variables, after }));
      rows.push(...nodes);
      if (!pageInfo.hasNextPage) return rows;
      after = pageInfo.endCursor;
    }
  }
  return { ask, all, version, issued };
}

/** A claim of a relation with its page, as a paragraph: what leads from a number to who says so. */
export async function traced({ ask }, relationId) {
  const { relation } = await ask('claims-of-relation', { id: relationId });
  const supporting = relation.claims.filter(({ stance }) => stance === 'SUPPORTS');
  const claim = supporting.find(({ start }) => start !== null) ?? supporting[0];
  const { title, publisher, url, retrieved } = claim.source;
  return [
    `> \`${relation.id}\`: ${claim.statement}`,
    `>`,
    `> ${publisher}, [${title.replace(/[[\]]/g, '')}](${url}), ${claim.locator}; read on ${retrieved}. SHA-256 of the passage: \`${claim.digest}\`.`,
  ].join('\n');
}
