import { afterAll, describe, expect, test } from '@jest/globals';
import { BoundedNames } from '../../src/metrics/bounded-names.js';
import { openMetrics } from '../../src/metrics/metrics.js';
import { timed } from '../../src/store/neo4j/statement-channel.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

const metrics = openMetrics('9.9.9');
afterAll(() => metrics.close());
const graph = serveGraph(smallGraph, { observers: [metrics.observe], metrics: { show: metrics, to: 'local' } });

const page = async (headers: Record<string, string> = {}): Promise<Response> => fetch(`${graph.url()}/metrics`, { headers });

/** Values by name and labels, as Prometheus writes them. */
async function values(): Promise<Record<string, number>> {
  // What was asked just before is told of when its answer has been handed over.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const lines = (await (await page()).text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

describe('/metrics', () => {
  test('counts operations by name and outcome, errors by code, kept answers, requests by address', async () => {
    const named = 'query Named { entity(id: "icoca") { name } }';
    await graph.ask(named);
    await graph.ask(named);
    await graph.ask('{ dataVersion }');
    await graph.ask('query Partly { dataVersion paths(from: "a", to: "b") { paths { hops { to { id } } } } }');
    await graph.ask('query Wrong { nothing }');
    await (await fetch(`${graph.url()}/nowhere/${Math.random()}`)).text();
    expect(await values()).toMatchObject({
      'custodes_operations_total{operation="Named",outcome="answered"}': 2,
      'custodes_operations_total{operation="unnamed",outcome="answered"}': 1,
      'custodes_operations_total{operation="Partly",outcome="partly"}': 1,
      'custodes_operations_total{operation="unknown",outcome="refused"}': 1,
      'custodes_operation_seconds_count{operation="Named"}': 2,
      'custodes_errors_total{code="UNKNOWN_ID"}': 1,
      'custodes_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
      'custodes_answer_cache_total{result="hit"}': 1,
      'custodes_answer_cache_total{result="miss"}': 3,
      'custodes_requests_total{route="none",method="GET",status="404"}': 1,
      'custodes_requests_total{route="/graphql",method="POST",status="400"}': 1,
      custodes_operations_running: 0,
      custodes_operations_waiting: 0,
      custodes_operations_refused: 0,
      custodes_exports_running: 0,
      custodes_event_listeners: 0,
      [`custodes_data_info{version="${smallGraph.version.slice(0, 12)}",engine="memory",release="9.9.9"}`]: 1,
    });
  });

  test('has what is kept, the statements of Neo4j and the process', async () => {
    await timed('read/example', async () => 1);
    await timed('read/example', () => Promise.reject(new Error('away'))).catch(() => undefined);
    const found = await values();
    expect(found['custodes_answer_cache_bytes']).toBeGreaterThan(0);
    expect(found['custodes_statement_seconds_count{statement="read/example"}']).toBe(2);
    expect(found['custodes_statement_failures_total{statement="read/example"}']).toBe(1);
    expect(found['custodes_statements_running']).toBe(0);
    expect(found['process_resident_memory_bytes']).toBeGreaterThan(0);
  });

  test('is for programs on this machine, not for those a proxy speaks for', async () => {
    expect((await page()).headers.get('content-type')).toContain('text/plain');
    expect((await page({ 'x-real-ip': '198.51.100.7' })).status).toBe(403);
    const refused = await page({ 'x-forwarded-for': '198.51.100.7' });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'METRICS_NOT_PUBLIC' } }] },
    ]);
  });
});

describe('switched', () => {
  const open = openMetrics('9.9.9');
  afterAll(() => open.close());
  const shown = serveGraph(smallGraph, { observers: [open.observe], metrics: { show: open, to: 'on' } });
  const none = serveGraph(smallGraph);

  test('on, it is for everybody; off, there is nothing', async () => {
    expect((await fetch(`${shown.url()}/metrics`, { headers: { 'x-forwarded-for': '198.51.100.7' } })).status).toBe(200);
    expect((await fetch(`${none.url()}/metrics`)).status).toBe(404);
  });
});

test('names that clients choose are a hundred at the most', () => {
  const names = new BoundedNames();
  const labels = new Set(Array.from({ length: 1000 }, (_, i) => names.bounded(`Operation${i}`)));
  expect([labels.size, names.bounded('Operation7'), names.bounded('Operation999'), names.bounded(null)]).toEqual([
    101,
    'Operation7',
    'other',
    'unnamed',
  ]);
});
