import { afterAll, beforeAll } from '@jest/globals';
import type { Graph } from '../../src/domain/model.js';
import { startServer, type RunningServer, type ServerOptions } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { GraphStore } from '../../src/store/port.js';

export interface GraphQLAnswer {
  status: number;
  // Tests look at what they asked for; the schema's own types are not repeated here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; suggestions?: string[] } }[];
  extensions?: { dataVersion: string };
  /** The codes of the errors. */
  codes: string[];
}

export interface ServedGraph {
  url(): string;
  /** Asks by POST. */
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
  /** What the server told its log. */
  logged: unknown[];
}

/** A real server over HTTP for the tests of one file, with this graph in memory. */
export function serveGraph(
  graph: Graph | null | (() => Promise<Graph>),
  options: Partial<ServerOptions> & { wrap?: (store: GraphStore) => GraphStore } = {},
): ServedGraph {
  const { wrap = (store) => store, ...serverOptions } = options;
  const logged: unknown[] = [];
  let server: RunningServer | undefined;
  beforeAll(async () => {
    const store = new MemoryStore();
    if (graph !== null) await store.load(typeof graph === 'function' ? await graph() : graph);
    server = await startServer({
      store: wrap(store),
      port: 0,
      host: '127.0.0.1',
      log: (message, cause) => logged.push([message, cause]),
      ...serverOptions,
    });
  });
  afterAll(() => server?.close());
  const url = (): string => {
    if (server === undefined) throw new Error('The server did not start');
    return server.url;
  };
  return { url, ask: (query, variables) => askServer(url(), query, variables), logged };
}

export async function askServer(url: string, query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Omit<GraphQLAnswer, 'status' | 'codes'>;
  return { status: response.status, ...answer, codes: (answer.errors ?? []).map((error) => error.extensions.code) };
}
