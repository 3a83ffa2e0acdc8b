import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';
import { startServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { timed } from '../../src/store/neo4j/statement-channel.js';
import type { GraphStore } from '../../src/store/port.js';
import { ReadModel } from '../../src/store/read-model/read-model.js';
import { TellingExporter } from '../../src/traces/telling-exporter.js';
import { openTraces } from '../../src/traces/traces.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { custodes, custodesServe, post } from '../cli/custodes.js';
import { askServer } from '../graphql/served-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

/** Makes a program tell which modules it loads. */
const TELLING = 'test/traces/telling-modules.mjs';

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}
interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
}
interface Received {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Span[] }[] }[];
}

/** A collector, as OTLP/HTTP has it. @param port a free one, unless given */
async function collector(port = 0) {
  const received: Received[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    void json(request).then((body) => {
      if (request.url === '/v1/traces') received.push(body as Received);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    authorizations,
    resources: () => received.flatMap(({ resourceSpans }) => resourceSpans.map(({ resource }) => resource)),
    spans: () =>
      received.flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    close: () => {
      const closed = new Promise((done) => server.close(done));
      // Exporters keep theirs.
      server.closeAllConnections();
      return closed;
    },
  };
}

const silent = { warn: () => undefined, note: () => undefined };

/** As Neo4j's adapter tells of a statement. */
function withStatements(store: GraphStore): GraphStore {
  const neighbourhood = store.neighbourhood.bind(store);
  store.snapshot = () => store;
  store.neighbourhood = (question) => timed('read/neighbourhood', () => neighbourhood(question));
  return store;
}

test('a request is followed to the statement that it leads to, also while it waits for another', async () => {
  const { endpoint, authorizations, resources, spans, close } = await collector();
  const traces = openTraces({
    endpoint,
    headers: { authorization: 'Bearer abc' },
    serviceName: 'custodes-test',
    release: '9.9.9',
    telling: silent,
  });
  const store = new MemoryStore();
  await store.load(smallGraph);
  const server = await startServer({
    store: traces.traced(withStatements(store)),
    tracing: traces,
    port: 0,
    host: '127.0.0.1',
    admission: { operationsAtOnce: 1 },
    api: { answerCacheBytes: 0 },
  });
  const names = ['First', 'Second', 'Third', 'Fourth'];
  await Promise.all(names.map((name) => askServer(server.url, `query ${name} { entity(id: "icoca") { name } }`)));
  await askServer(server.url, 'query Wrong { nothing }');
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await (await fetch(`${server.url}/health/live`, { headers: { traceparent } })).text();
  await server.close();
  await traces.close();
  await close();

  const all = spans();
  for (const name of names) {
    const operation = all.find((span) => span.name === `query ${name}`)!;
    const family = all.filter(({ traceId }) => traceId === operation.traceId);
    const parentOf = (name: string): string | undefined => {
      const { parentSpanId } = family.find((span) => span.name === name)!;
      return family.find(({ spanId }) => spanId === parentSpanId)?.name;
    };
    expect(parentOf('POST /graphql')).toBeUndefined();
    expect(parentOf(`query ${name}`)).toBe('POST /graphql');
    expect(parentOf('store neighbourhood')).toBe(`query ${name}`);
    expect(parentOf('read/neighbourhood')).toBe('store neighbourhood');
    expect(family.filter((span) => span.name === 'POST /graphql')).toHaveLength(1);
  }
  const wrong = all.find(({ attributes }) => attributes.some(({ key }) => key === 'custodes.error.codes'));
  expect(JSON.stringify(wrong)).toContain('GRAPHQL_VALIDATION_FAILED');
  // Whoever asks may be traced, too.
  expect(all.find((span) => span.name === 'GET /health/live')).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
  expect(JSON.stringify(resources()[0])).toContain('custodes-test');
  expect(authorizations[0]).toBe('Bearer abc');
  // Neither queries nor what they ask for.
  expect(JSON.stringify(all)).not.toContain('icoca');
});

test('what a server asks for itself is no trace: a copy that looks for other data, the look for listeners', async () => {
  const { endpoint, spans, close } = await collector();
  const traces = openTraces({ endpoint, headers: {}, serviceName: 'custodes-test', release: '9.9.9', telling: silent });
  const original = new MemoryStore();
  await original.load(smallGraph);
  const held = original.dataset.bind(original);
  let looks = 0;
  original.dataset = () => timed('read/dataset', () => (looks++, held()));
  const copy = await ReadModel.open(original, { lookEveryMs: 10 });
  const dataset = copy.dataset.bind(copy);
  let looksForListeners = 0;
  copy.dataset = () => (looksForListeners++, dataset());
  const server = await startServer({
    store: traces.traced(copy),
    tracing: traces,
    port: 0,
    host: '127.0.0.1',
    events: { clients: 2, ofClient: 2, lookEveryMs: 10 },
  });
  const listening = await fetch(`${server.url}/events`);
  await until(async () => looks > 20 && looksForListeners > 20);
  await listening.body!.cancel();
  await server.close();
  await copy.close();
  await traces.close();
  await close();
  // On connecting a client is told what is there.
  expect(
    spans()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['GET /events', 'store dataset']);
});

describeWithNeo4j('a question to Neo4j', () => {
  test('is followed from HTTP to the statements that Neo4j is sent, with the trace of who asks', async () => {
    const { endpoint, spans, close } = await collector();
    const { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD } = neo4jOfTests;
    const environment = { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD };
    const seeds = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
    expect(await custodes(['load', ...seeds], environment)).toMatchObject({ exitCode: 0 });
    const server = await custodesServe(seeds, { ...environment, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-b7ad6b7169203331-01` },
      body: JSON.stringify({ query: 'query Followed { entity(id: "icoca") { name relations { nodes { id } } } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { entity: { name: expect.any(String) } } });
    // What is still to be sent goes with the end.
    expect(await server.stop()).toBe(0);
    await close();

    const family = spans().filter((span) => span.traceId === traceId);
    const parentOf = ({ parentSpanId }: Span): Span | undefined => family.find(({ spanId }) => spanId === parentSpanId);
    const statements = family.filter(({ attributes }) =>
      attributes.some(({ key, value }) => key === 'db.system.name' && value['stringValue'] === 'neo4j'),
    );
    const files = readdirSync('cypher/read').map((name) => `read/${name.replace('.cypher', '')}`);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      expect(files).toContain(statement.name);
      const way = [];
      for (let span = parentOf(statement); span !== undefined; span = parentOf(span)) way.push(span.name);
      expect(way).toEqual([expect.stringMatching(/^store \w+$/), 'query Followed', 'POST /graphql']);
    }
    expect(family.find(({ name }) => name === 'POST /graphql')?.parentSpanId).toBe('b7ad6b7169203331');
    expect(JSON.stringify(family)).not.toContain('icoca');
  }, 120_000);
});

describe('OpenTelemetry', () => {
  /** What a server has loaded of it when it has answered, as a hook of Node's loader sees it. */
  async function loadedBy(environment: Record<string, string>): Promise<string[]> {
    const server = await custodesServe([], { ...environment, NODE_OPTIONS: `--import ${pathToFileURL(TELLING).href}` });
    await post(server.url, '{ dataVersion }');
    await server.stop();
    expect(server.printed()).toContain('LOADED node:http');
    return server.printed().match(/^LOADED OPENTELEMETRY .*/gm) ?? [];
  }

  test('is not loaded where traces go nowhere, and is where they go somewhere', async () => {
    expect(await loadedBy({})).toEqual([]);
    expect(await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })).not.toEqual([]);
  });
});

describe('a server whose collector', () => {
  /** Stops after an answer that it has a trace of. */
  async function stopped(endpoint: string): Promise<{ exitCode: number | null; printed: string; ms: number }> {
    const server = await custodesServe([], { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    await post(server.url, '{ dataVersion }');
    const began = performance.now();
    const exitCode = await server.stop();
    return { exitCode, printed: server.printed(), ms: performance.now() - began };
  }

  test('is not there ends as any other, and says so', async () => {
    const { exitCode, printed } = await stopped('http://127.0.0.1:9');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(
      /"level":"warn",.*"msg":"TRACES_NOT_SENT: The last traces were not sent to http:.*: \d spans \(connect ECONNREFUSED/,
    );
    expect(printed).not.toMatch(/"stack"|\n {4}at /);
    expect(printed).toContain('Stopped');
  });

  test('is away, comes and goes tells of it once each time, and counts what was lost', async () => {
    const before = await collector();
    const { port } = new URL(before.endpoint);
    await before.close();
    const server = await custodesServe([], {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://user:of-no-use@127.0.0.1:${port}`,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    });
    const told = (): object[] =>
      [...server.printed().matchAll(/^{.*}$/gm)]
        .map(([line]) => JSON.parse(line) as { msg: string })
        .filter(({ msg }) => /traces/i.test(msg));
    const lost = async (): Promise<number> =>
      Number(/^custodes_spans_lost_total (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);
    const at = `http://127.0.0.1:${port}/v1/traces`;
    const away = {
      level: 'warn',
      msg: expect.stringMatching(
        `^TRACES_NOT_SENT: Traces cannot be sent to ${at} \\(connect ECONNREFUSED .*OTEL_EXPORTER_OTLP_ENDPOINT=off`,
      ),
    };
    const back = { level: 'info', msg: expect.stringMatching(`^Traces are sent to ${at} again. Lost meanwhile: \\d+ spans.$`) };

    await post(server.url, '{ dataVersion }');
    await server.hasPrinted('TRACES_NOT_SENT');
    const first = await lost();
    expect(first).toBeGreaterThan(0);
    // Told of once, however often it is tried.
    await until(async () => (await lost()) > first);
    expect(told()).toEqual([expect.objectContaining(away)]);

    const there = await collector(Number(port));
    await post(server.url, '{ dataVersion }');
    await server.hasPrinted('Traces are sent');
    expect(there.spans().length).toBeGreaterThan(0);
    await there.close();
    await post(server.url, '{ dataVersion }');
    await until(async () => told().length === 3);
    expect(told()).toEqual([away, back, away].map((line) => expect.objectContaining(line)));
    expect(await server.stop()).toBe(0);
    expect(server.printed()).not.toMatch(/"stack"|of-no-use/);
  }, 60_000);

  test('says nothing does not wait for it for long', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const { exitCode, ms } = await stopped(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    silent.closeAllConnections();
    await new Promise((closed) => silent.close(closed));
    expect(exitCode).toBe(0);
    expect(ms).toBeLessThan(10_000);
  });
});

test('spans for which there is no room while others wait are counted as lost', async () => {
  let asleep = true;
  const held: Parameters<SpanExporter['export']>[1][] = [];
  const sleepy: SpanExporter = {
    export: (_, told) => (asleep ? void held.push(told) : told({ code: 0 })),
    shutdown: async () => undefined,
  };
  const exporter = new TellingExporter(sleepy, 'nowhere', silent);
  const provider = new NodeTracerProvider({ spanProcessors: [exporter.processor()] });
  const tracer = provider.getTracer('test');
  for (let i = 0; i < 3000; i++) tracer.startSpan('one').end();
  // A batch of 512 is under way, 2048 wait.
  expect(exporter.lost).toBe(3000 - 512 - 2048);
  asleep = false;
  for (const told of held) told({ code: 0 });
  await provider.shutdown();
  expect(exporter.lost).toBe(440);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 200) {
    if (waited > 20_000) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
