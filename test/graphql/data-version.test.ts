import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

const { version } = smallGraph;
const HEADER = 'custodes-data-version';
const QUERY = '{ search(text: "icoca") { hits { entity { id } } } }';

interface Answer {
  status: number;
  header: string | null;
  body: { data?: object; errors?: { message: string; extensions: object }[]; extensions?: object };
}

describe('the version of the data', () => {
  const graph = serveGraph(smallGraph);

  async function post(body: object, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${graph.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, header: response.headers.get(HEADER), body: (await response.json()) as Answer['body'] };
  }

  test('is named by every answer: in its extensions and in a header', async () => {
    // Often enough to be interpreted and compiled.
    for (let n = 0; n < 5; n++) {
      const { header, body } = await post({ query: QUERY });
      expect(header).toBe(version);
      expect(body).toEqual({ data: { search: expect.anything() }, extensions: { dataVersion: version } });
    }
    const wrong = await post({ query: '{ entity(id: "icocca") { name } }' });
    expect(wrong.body).toMatchObject({ data: { entity: null }, extensions: { dataVersion: version } });
  });

  test.each([
    ['in a header', {}, { [HEADER]: version }],
    ['in a header, by its first twelve digits', {}, { [HEADER]: version.slice(0, 12) }],
    ['as an extension of the request', { extensions: { dataVersion: version } }, {}],
  ])('can be demanded %s', async (_, body, headers) => {
    expect(await post({ query: QUERY, ...body }, headers as Record<string, string>)).toMatchObject({
      status: 200,
      header: version,
    });
  });

  test('that the server does not hold is refused, with what to do', async () => {
    const other = 'f'.repeat(64);
    for (const [body, headers] of [
      [{ extensions: { dataVersion: other } }, {}],
      [{}, { [HEADER]: other }],
    ] as const) {
      const { status, body: answer } = await post({ query: QUERY, ...body }, headers);
      expect([status, answer.data]).toEqual([412, undefined]);
      expect(answer.errors).toMatchObject([
        { message: expect.stringContaining('--archive'), extensions: { code: 'DATA_VERSION_NOT_HELD', dataVersion: version } },
      ]);
    }
  });

  test('can be demanded of an export, too, by an address that anybody can open', async () => {
    const got = async (address: string): Promise<[number, string]> => {
      const response = await fetch(`${graph.url()}/export/node-link?centers=icoca&depth=0${address}`);
      return [response.status, await response.text()];
    };
    expect(await got(`&dataVersion=${version}`)).toEqual(await got(''));
    const [status, answer] = await got(`&dataVersion=${'f'.repeat(64)}`);
    expect([status, JSON.parse(answer)]).toMatchObject([412, { errors: [{ extensions: { code: 'DATA_VERSION_NOT_HELD' } }] }]);
  });

  test.each(['latest', 'abc', 'f'.repeat(65)])('is refused where it is none: %s', async (dataVersion) => {
    const { status, body } = await post({ query: QUERY, extensions: { dataVersion } });
    expect([status, body.errors?.[0]?.extensions]).toMatchObject([400, { code: 'INVALID_ARGUMENT' }]);
  });
});

describe('a server without data', () => {
  const graph = serveGraph(null);
  test('names no version, and says so to who demands one', async () => {
    const answer = (await (
      await fetch(`${graph.url()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [HEADER]: version },
        body: JSON.stringify({ query: QUERY }),
      })
    ).json()) as Answer['body'];
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NO_DATA' } }]);
  });
});
