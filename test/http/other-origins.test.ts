import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

const HERE = 'https://dashboard.example';

describe('pages of other origins', () => {
  const graph = serveGraph(smallGraph, { origins: [HERE] });
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${graph.url()}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
  const asked = (origin: string): Promise<Response> =>
    fetch(`${graph.url()}/graphql`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{"query": "{ dataVersion }"}',
    });

  test('that are listed may ask and read, with the headers that answers bring', async () => {
    const { status, headers } = await preflight(HERE);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, HERE]);
    expect(headers.get('access-control-allow-headers')).toContain('content-type');
    const answer = await asked(HERE);
    expect(answer.headers.get('access-control-allow-origin')).toBe(HERE);
    expect(answer.headers.get('access-control-expose-headers')).toContain('custodes-data-version');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin');
  });

  test.each(['https://elsewhere.example', `${HERE}.elsewhere.example`, 'null'])(
    '%s is not listed, and reads nothing',
    async (other) => {
      expect((await preflight(other)).headers.get('access-control-allow-origin')).toBeNull();
      expect((await asked(other)).headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('pages of other origins and /reconcile', () => {
  const REFINE = 'https://refine.example';
  const closed = serveGraph(smallGraph, { origins: [HERE], reconcileOrigins: [REFINE] });
  const open = serveGraph(smallGraph, {});
  const ask = async (url: string, origin: string) => {
    const { headers } = await fetch(url, { headers: { origin } });
    return [headers.get('access-control-allow-origin'), /\borigin\b/i.test(headers.get('vary') ?? '')];
  };

  test('every page may read it unless told, and nothing else', async () => {
    expect(await ask(`${open.url()}/reconcile`, REFINE)).toEqual(['*', false]);
    expect(await ask(`${open.url()}/reconcile/properties`, REFINE)).toEqual(['*', false]);
    expect(await ask(`${open.url()}/health/live`, REFINE)).toEqual([null, false]);
  });

  test('where origins are named, those and who may read all else', async () => {
    expect(await ask(`${closed.url()}/reconcile`, REFINE)).toEqual([REFINE, true]);
    expect(await ask(`${closed.url()}/reconcile`, HERE)).toEqual([HERE, true]);
    expect(await ask(`${closed.url()}/reconcile`, 'https://elsewhere.example')).toEqual([null, true]);
    expect(await ask(`${closed.url()}/health/live`, REFINE)).toEqual([null, true]);
  });
});
