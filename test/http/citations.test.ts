import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

interface CslItem {
  id: string;
  title: string;
  URL?: string;
  version?: string;
  note?: string;
}

describe('/cite', () => {
  const graph = serveGraph(smallGraph);
  const { version } = smallGraph;
  const QUERY = '{ paths(from: "icoca", to: "digessp") { paths { hops { relation { type } } } } }';

  const get = (path: string, asked: Record<string, string> = {}): Promise<Response> =>
    fetch(`${graph.url()}/cite${path}?${new URLSearchParams(asked).toString()}`);
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${graph.url()}/cite${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const items = async (response: Response): Promise<CslItem[]> => (await response.json()) as CslItem[];

  test('lists the formats, each of which is given as a file with the data version', async () => {
    const { formats } = (await (await get('')).json()) as { formats: { name: string; address: string; mediaType: string }[] };
    expect(formats.map(({ name }) => name)).toEqual(['bibtex', 'csl-json', 'ris', 'cff']);
    for (const { address, mediaType } of formats) {
      const response = await fetch(`${graph.url()}${address}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
      expect(response.headers.get('custodes-data-version')).toBe(version);
      expect(response.headers.get('content-disposition')).toContain('filename="custodes-citation.');
      expect(await response.text()).toContain(version);
    }
  });

  test('cites an answer with an address that asks it again, of the same version', async () => {
    const [item] = await items(await get('/csl-json', { query: QUERY, address: 'https://custodes.example' }));
    expect(item).toMatchObject({
      title: 'paths(from: "icoca", to: "digessp") (answer of Custodes)',
      version,
      note: `Query: ${QUERY}`,
    });
    const { origin, pathname, hash } = new URL(item?.URL ?? '');
    expect([origin, pathname]).toEqual(['https://custodes.example', '/graphql']);
    expect(Object.fromEntries(new URLSearchParams(hash.slice(1)))).toEqual({ query: QUERY, dataVersion: version });
  });

  test('cites a view of the explorer', async () => {
    const view = 'https://custodes.example/?region=gt&asOf=2021';
    const [item] = await items(await get('/csl-json', { view, title: 'Guatemala' }));
    expect(item).toMatchObject({ URL: view, title: 'Guatemala (answer of Custodes)' });
  });

  test('gives the pages that an answer rests on, whether or not it asked for them', async () => {
    const withoutClaims = await items(await post('/csl-json', { query: QUERY, sources: true }));
    const asked = `query Ways($from: ID!) { ways: paths(from: $from, to: "digessp") { paths { hops { relation { claims { source { key: id } } } } } } }`;
    const variables = JSON.stringify({ from: 'icoca' });
    const withClaims = await items(await post('/csl-json', { query: asked, variables, sources: true }));
    const { data } = await graph.ask(asked.replace('key: id', 'id'), { from: 'icoca' });
    const cited = new Set([...JSON.stringify(data).matchAll(/"source":\{"id":"([^"]+)"/g)].map(([, id]) => id));
    expect(cited.size).toBeGreaterThan(0);
    expect(new Set(withoutClaims.map(({ id }) => id))).toEqual(cited);
    expect(withClaims).toEqual(withoutClaims);
  });

  test('gives the pages about entities where the answer names nothing else, and all pages where nothing is asked', async () => {
    const about = await items(await post('/csl-json', { query: '{ entity(id: "icoca") { name } }', sources: true }));
    const { data } = await graph.ask('{ entity(id: "icoca") { claims { source { id } } } }');
    const ids = (data.entity.claims as { source: { id: string } }[]).map(({ source }) => source.id);
    expect(about.map(({ id }) => id)).toEqual([...new Set(ids)].sort());
    expect(await items(await get('/csl-json', { sources: 'true' }))).toHaveLength(smallGraph.sources.length);
  });

  test.each([
    [{ query: '{ nope }' }, 'GRAPHQL_VALIDATION_FAILED', 400],
    [{ query: '{ entity(id: "icocca") { name } }' }, 'UNKNOWN_ID', 400],
    [{ query: QUERY, variables: '[]' }, 'INVALID_ARGUMENT', 400],
    [{ query: QUERY, view: 'https://custodes.example' }, 'INVALID_ARGUMENT', 400],
    [{ view: 'javascript:alert(1)' }, 'INVALID_ARGUMENT', 400],
    [{ accessed: 'yesterday' }, 'INVALID_DATE', 400],
    [{ quarry: QUERY }, 'INVALID_ARGUMENT', 400],
    [{ dataVersion: 'f'.repeat(64) }, 'DATA_VERSION_NOT_HELD', 412],
  ])('refuses %j with a code', async (asked, code, status) => {
    const response = await post('/bibtex', asked);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
  });

  test('knows no other formats, and CITATION.cff holds no list', async () => {
    for (const response of [await get('/endnote'), await get('/cff', { sources: 'true' })]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_ARGUMENT' } }] });
    }
  });
});
