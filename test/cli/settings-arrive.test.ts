import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ALL_SETTINGS, SETTING_NAMES, type SettingName } from '../../src/configuration/settings.js';
import type { ServerOptions } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { smallGraph } from '../fixtures/small-graph.js';

/**
 * Each setting arrives where it is meant for: `custodes serve` with an odd value of every one, no two alike, and what the parts that it wires
 * together were given. These parts are only listened to here; what they do with it is tested with each.
 */

const folder = mkdtempSync(join(tmpdir(), 'custodes-arrive-'));
const earlier = join(folder, 'earlier.json');
writeFileSync(earlier, '');

/** What is written in the environment, and what it is where it arrives. */
interface Arrival {
  set: string;
  at: string;
  as: unknown;
}
const number = (value: number, at: string): Arrival => ({ set: String(value), at, as: value });
const text = (value: string, at: string): Arrival => ({ set: value, at, as: value });

const ARRIVALS: Record<Exclude<SettingName, 'drainMs'>, Arrival> = {
  cache: text(join(folder, 'cache'), 'place.cache'),
  neo4jUri: text('bolt://neo4j.example:7001', 'place.neo4j.uri'),
  neo4jUser: text('somebody', 'place.neo4j.user'),
  neo4jPassword: text('a-password', 'place.neo4j.password'),
  neo4jDatabase: text('somewhere', 'place.neo4j.database'),
  neo4jConnections: number(7002, 'place.neo4j.poolSize'),
  neo4jPatienceMs: number(7003, 'place.neo4j.acquisitionTimeoutMs'),
  port: number(7004, 'server.port'),
  host: text('127.1.2.3', 'server.host'),
  origins: { set: 'https://a.example,https://b.example', at: 'server.origins', as: ['https://a.example', 'https://b.example'] },
  reconcileOrigins: { set: 'https://c.example', at: 'server.reconcileOrigins', as: ['https://c.example'] },
  trustedProxies: { set: '10.9.8.0/24', at: 'server.trustedProxies', as: ['10.9.8.0/24'] },
  neo4jWaitMs: number(7005, 'neo4jWaitMs'),
  readModel: number(7006, 'lookEveryMs'),
  compareWith: { set: earlier, at: 'server.earlier.versions', as: [smallGraph.version] },
  cypher: { set: 'on', at: 'cypherAnswered', as: true },
  introspection: { set: 'off', at: 'server.api.introspection', as: false },
  operationsAtOnce: number(7007, 'server.admission.operationsAtOnce'),
  operationsOfClient: number(7008, 'server.admission.operationsOfClient'),
  operationsWaiting: number(7009, 'server.admission.operationsWaiting'),
  operationTimeoutMs: number(7010, 'server.admission.operationTimeoutMs'),
  requestsAMinute: number(7011, 'server.admission.requestsAMinute'),
  bodyBytes: number(7012, 'server.admission.bodyBytes'),
  queryTokens: number(7013, 'server.api.limits.tokens'),
  queryLevels: number(71, 'server.api.limits.levels'),
  queryAliases: number(7014, 'server.api.limits.aliases'),
  queryDirectives: number(7015, 'server.api.limits.directives'),
  queryCost: number(7016, 'server.api.limits.cost'),
  pageRows: number(72, 'server.api.limits.pageRows'),
  exportsAtOnce: number(701, 'server.admission.exportsAtOnce'),
  exportsOfClient: number(702, 'server.admission.exportsOfClient'),
  cypherAtOnce: number(703, 'server.admission.cypherAtOnce'),
  cypherRows: number(7017, 'server.admission.cypherRows'),
  cypherTimeoutMs: number(7018, 'server.admission.cypherTimeoutMs'),
  reconcileBatch: number(704, 'server.admission.reconcileBatch'),
  eventClients: number(7019, 'server.events.clients'),
  eventsOfClient: number(7020, 'server.events.ofClient'),
  requestTimeoutMs: number(7025, 'server.admission.requestTimeoutMs'),
  stallTimeoutMs: number(7021, 'server.admission.stallTimeoutMs'),
  answerCacheBytes: number(7022, 'server.api.answerCacheBytes'),
  logLevel: text('error', 'log.level'),
  logFormat: text('readable', 'log.format'),
  slowQueryMs: number(7023, 'log.slowQueryMs'),
  metrics: text('on', 'server.metrics.to'),
  otlpEndpoint: text('http://collector.example:7024', 'traces.endpoint'),
  otlpHeaders: { set: 'a-header=a%20value', at: 'traces.headers', as: { 'a-header': 'a value' } },
  otlpServiceName: text('a-service', 'traces.serviceName'),
};

test('all settings are here but drainMs, of which test/faults/sigterm.test.ts tells; each has a value of its own, and none its usual one', () => {
  expect([...Object.keys(ARRIVALS), 'drainMs'].sort()).toEqual([...SETTING_NAMES].sort());
  const values = Object.values(ARRIVALS).map(({ set }) => set);
  const switches = ['on', 'off'];
  expect(values.filter((value, i) => !switches.includes(value) && values.indexOf(value) !== i)).toEqual([]);
  for (const [name, { set }] of Object.entries(ARRIVALS)) {
    const { kind, usual } = ALL_SETTINGS[name as SettingName];
    expect([name, kind.read(set)]).not.toEqual([name, usual]);
  }
});

const arrived: Record<string, unknown> = {};
/** In place of a port that is listened at. */
const HEARD = new Error('Heard enough');

/** What `serve` listens to for as long as the process lives. */
const EVENTS = ['SIGINT', 'SIGTERM', 'unhandledRejection'] as NodeJS.Signals[];
const others = Object.fromEntries(EVENTS.map((event) => [event, process.listenerCount(event)]));

beforeAll(async () => {
  const store = new MemoryStore();
  const module = (path: string, parts: object): void => void jest.unstable_mockModule(`../../src/${path}.js`, () => parts);
  const nothing = (): void => undefined;
  const quiet = { error: nothing, warn: nothing, note: nothing, observe: nothing, hide: nothing, lost: () => 0 };
  module('log/log', { openLog: async (options: object) => ((arrived['log'] = options), quiet) });
  module('http/starting', { answerWhileStarting: async () => ({ close: async () => undefined }) });
  module('cli/reach-neo4j', { reachWithin: (waitMs: number) => void (arrived['neo4jWaitMs'] = waitMs) });
  module('cli/diff', { graphAt: async (path: string) => (path === earlier ? smallGraph : null) });
  module('cli/served-store', {
    servedStore: async (place: object, lookEveryMs: number) => {
      Object.assign(arrived, { place, lookEveryMs });
      return { store, origin: '', freshness: null };
    },
  });
  module('traces/traces', { openTraces: (options: object) => ((arrived['traces'] = options), { traced: () => store }) });
  module('http/server', {
    startServer: async (options: ServerOptions) => {
      Object.assign(arrived, { server: options, cypherAnswered: typeof options.cypher === 'function' });
      throw HEARD;
    },
  });

  for (const [name, { set }] of Object.entries(ARRIVALS)) process.env[ALL_SETTINGS[name as SettingName].environment[0]] = set;
  const { serve } = await import('../../src/cli/serve.js');
  await expect(serve({ seeds: 'seeds', watch: false })).rejects.toBe(HEARD);
});

afterAll(() => {
  for (const name of SETTING_NAMES) delete process.env[ALL_SETTINGS[name].environment[0]];
  for (const event of EVENTS) for (const heard of process.listeners(event).slice(others[event])) process.off(event, heard);
  rmSync(folder, { recursive: true });
});

test.each(Object.entries(ARRIVALS))('%s arrives', (_, { at, as }) => {
  const found = at.split('.').reduce((from: unknown, part) => (from as Record<string, unknown> | undefined)?.[part], arrived);
  expect(found).toEqual(as);
});

test('secrets are told to the log, which blots them out', () => {
  expect(arrived['log']).toMatchObject({ secrets: expect.arrayContaining([ARRIVALS.neo4jPassword.set]) });
});
