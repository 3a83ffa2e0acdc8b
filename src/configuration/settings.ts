import { USUAL_API } from '../graphql/configurable.js';
import { USUAL_ADMISSION, USUAL_EVENTS } from '../http/configurable.js';
import { headers, secretsOf } from './headers.js';
import {
  httpAddress,
  isOrigin,
  isProxy,
  list,
  oneOf,
  orOff,
  path,
  portNumber,
  SWITCH,
  text,
  wholeNumber,
  type Kind,
} from './kinds.js';
import { neo4jUri } from './neo4j-uri.js';

/** What can be set, in one place: the command line, the environment, `.env.example` and docs/operations.md have it from here. */
export interface Setting<T> {
  /** Names in the environment and in `.env`; the first that is there counts. */
  environment: readonly [string, ...string[]];
  kind: Kind<T>;
  /** What it is unless set. */
  usual: NoInfer<T>;
  /** One line. */
  about: string;
  /**
   * Never shown and never an option, for the command line of a process is everybody's to see; but a file may hold it, named by the same name
   * with `_FILE`.
   */
  secret?: true;
}

const setting = <T>(described: Setting<T>): Setting<T> => described;

const { limits } = USUAL_API;

/** Rows that the explorer asks for at a time: it must work with every server. */
const LEAST_PAGE = 25;

export const SETTINGS = {
  'The graph': {
    cache: setting({
      environment: ['CUSTODES_CACHE'],
      kind: orOff(path('a folder')),
      usual: '',
      about: 'folder of the compiled graph, for the next start; .custodes beside the program where it is not set',
    }),
    neo4jUri: setting({
      environment: ['NEO4J_URI'],
      kind: orOff(neo4jUri),
      usual: null,
      about: 'where Neo4j is; off: the graph is in memory',
    }),
    neo4jUser: setting({
      environment: ['NEO4J_USER', 'NEO4J_USERNAME'],
      kind: text('a name'),
      usual: 'neo4j',
      about: 'user of Neo4j',
    }),
    neo4jPassword: setting({
      environment: ['NEO4J_PASSWORD'],
      kind: text('a password'),
      usual: '',
      about: 'its password',
      secret: true,
    }),
    neo4jDatabase: setting({
      environment: ['NEO4J_DATABASE'],
      kind: text('the name of a database'),
      usual: '',
      about: "database in Neo4j; the user's own where it is not set",
    }),
    neo4jConnections: setting({
      environment: ['CUSTODES_NEO4J_CONNECTIONS'],
      kind: wholeNumber(1, 10_000),
      usual: 100,
      about: 'most connections to each Neo4j server',
    }),
    neo4jPatienceMs: setting({
      environment: ['CUSTODES_NEO4J_PATIENCE_MS'],
      kind: wholeNumber(100, 600_000),
      usual: 20_000,
      about: 'milliseconds that a question waits for a connection',
    }),
  },
  'The server': {
    port: setting({
      environment: ['CUSTODES_PORT', 'PORT'],
      kind: portNumber,
      usual: 4000,
      about: 'port; 0 takes a free one',
    }),
    host: setting({
      environment: ['CUSTODES_HOST', 'HOST'],
      kind: text('an address or a name of this machine', /^\S+$/),
      usual: 'localhost',
      about: 'address to listen at; 0.0.0.0 is every one that this machine has',
    }),
    origins: setting({
      environment: ['CUSTODES_ORIGINS'],
      kind: list('<origins>', 'origins as https://dashboard.example (no / at the end), separated by commas, or *', isOrigin),
      usual: [],
      about: 'origins whose pages may read answers (CORS), or *',
    }),
    reconcileOrigins: setting({
      environment: ['CUSTODES_RECONCILE_ORIGINS'],
      kind: orOff(list('<origins>', 'origins as https://refine.example (no / at the end), separated by commas, or *', isOrigin)),
      usual: ['*'],
      about: 'origins whose pages may read /reconcile beside those; OpenRefine and the specification expect *; off adds none',
    }),
    trustedProxies: setting({
      environment: ['CUSTODES_TRUSTED_PROXIES'],
      kind: list(
        '<addresses>',
        'addresses, ranges as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
        isProxy,
      ),
      usual: [],
      about: 'proxies in front whose X-Forwarded-For, -Proto and -Host are believed',
    }),
    neo4jWaitMs: setting({
      environment: ['CUSTODES_NEO4J_WAIT_MS'],
      kind: wholeNumber(0, 3_600_000),
      usual: 60_000,
      about: 'milliseconds that the start waits for a Neo4j that cannot be reached; /health/ready says 503 meanwhile',
    }),
    drainMs: setting({
      environment: ['CUSTODES_DRAIN_MS'],
      kind: wholeNumber(0, 60_000),
      usual: 0,
      about: 'milliseconds after SIGTERM in which /health/ready says 503 and all is answered still, so that balancers notice',
    }),
    readModel: setting({
      environment: ['CUSTODES_READ_MODEL'],
      kind: orOff(wholeNumber(50, 3_600_000)),
      usual: null,
      about: "milliseconds between looks for other data, where a copy in memory of Neo4j's graph answers; off: Neo4j does",
    }),
    compareWith: setting({
      environment: ['CUSTODES_COMPARE_WITH'],
      kind: list('<paths>', 'archives, compiled graphs or folders of dossiers, separated by commas', (entry) => entry !== ''),
      usual: [],
      about: 'earlier versions of the data that `dataDifference` compares with; each is held in memory',
    }),
    cypher: setting({
      environment: ['CUSTODES_CYPHER'],
      kind: SWITCH,
      usual: false,
      about: 'clients may send Cypher of their own to /cypher (with Neo4j); it can only read',
    }),
    introspection: setting({
      environment: ['CUSTODES_INTROSPECTION'],
      kind: SWITCH,
      usual: USUAL_API.introspection,
      about: 'clients may ask what can be asked; the playground and generated clients need it',
    }),
  },
  'What clients get': {
    operationsAtOnce: setting({
      environment: ['CUSTODES_OPERATIONS_AT_ONCE'],
      kind: wholeNumber(1, 10_000),
      usual: USUAL_ADMISSION.operationsAtOnce,
      about: 'operations answered at one time',
    }),
    operationsOfClient: setting({
      environment: ['CUSTODES_OPERATIONS_OF_CLIENT'],
      kind: wholeNumber(1, 10_000),
      usual: USUAL_ADMISSION.operationsOfClient,
      about: 'operations of one client answered at one time; more wait',
    }),
    operationsWaiting: setting({
      environment: ['CUSTODES_OPERATIONS_WAITING'],
      kind: wholeNumber(0, 100_000),
      usual: USUAL_ADMISSION.operationsWaiting,
      about: 'operations that wait for their turn; more get 503',
    }),
    operationTimeoutMs: setting({
      environment: ['CUSTODES_OPERATION_TIMEOUT_MS'],
      kind: wholeNumber(10, 600_000),
      usual: USUAL_ADMISSION.operationTimeoutMs,
      about: 'milliseconds after which an operation is given up, in the database too',
    }),
    requestsAMinute: setting({
      environment: ['CUSTODES_REQUESTS_A_MINUTE'],
      kind: orOff(wholeNumber(1, 1_000_000)),
      usual: USUAL_ADMISSION.requestsAMinute,
      about: 'requests of one client (address) a minute; behind a proxy set the trusted proxies too',
    }),
    bodyBytes: setting({
      environment: ['CUSTODES_BODY_BYTES'],
      kind: wholeNumber(1024, 64 * 1024 * 1024),
      usual: USUAL_ADMISSION.bodyBytes,
      about: "bytes of a request's body",
    }),
    queryTokens: setting({
      environment: ['CUSTODES_QUERY_TOKENS'],
      kind: wholeNumber(300, 20_000),
      usual: limits.tokens,
      about: 'words, names and punctuators of a query',
    }),
    queryLevels: setting({
      environment: ['CUSTODES_QUERY_LEVELS'],
      kind: wholeNumber(1, 100),
      usual: limits.levels,
      about: 'levels of a query',
    }),
    queryAliases: setting({
      environment: ['CUSTODES_QUERY_ALIASES'],
      kind: wholeNumber(0, 10_000),
      usual: limits.aliases,
      about: 'aliases of a query',
    }),
    queryDirectives: setting({
      environment: ['CUSTODES_QUERY_DIRECTIVES'],
      kind: wholeNumber(0, 10_000),
      usual: limits.directives,
      about: 'directives of a query',
    }),
    queryCost: setting({
      environment: ['CUSTODES_QUERY_COST'],
      kind: wholeNumber(1, 100_000_000),
      usual: limits.cost,
      about: 'cost of a query: fields that its answer may come to, and the prices of what it calculates',
    }),
    pageRows: setting({
      environment: ['CUSTODES_PAGE_ROWS'],
      kind: wholeNumber(LEAST_PAGE, limits.pageRows),
      usual: limits.pageRows,
      about: 'most rows of a page (`first`)',
    }),
    exportsAtOnce: setting({
      environment: ['CUSTODES_EXPORTS_AT_ONCE'],
      kind: wholeNumber(1, 1000),
      usual: USUAL_ADMISSION.exportsAtOnce,
      about: 'exports under way at one time; more get 429',
    }),
    exportsOfClient: setting({
      environment: ['CUSTODES_EXPORTS_OF_CLIENT'],
      kind: wholeNumber(1, 1000),
      usual: USUAL_ADMISSION.exportsOfClient,
      about: 'those of one client (address) among them; behind a proxy set the trusted proxies too',
    }),
    cypherAtOnce: setting({
      environment: ['CUSTODES_CYPHER_AT_ONCE'],
      kind: wholeNumber(1, 1000),
      usual: USUAL_ADMISSION.cypherAtOnce,
      about: 'statements of /cypher under way at one time; more get 503',
    }),
    cypherRows: setting({
      environment: ['CUSTODES_CYPHER_ROWS'],
      kind: wholeNumber(1, 1_000_000),
      usual: USUAL_ADMISSION.cypherRows,
      about: 'most rows of an answer of /cypher; it is in memory as a whole',
    }),
    cypherTimeoutMs: setting({
      environment: ['CUSTODES_CYPHER_TIMEOUT_MS'],
      kind: wholeNumber(10, 600_000),
      usual: USUAL_ADMISSION.cypherTimeoutMs,
      about: 'milliseconds after which Neo4j ends a statement of /cypher; the time of an operation holds, too',
    }),
    reconcileBatch: setting({
      environment: ['CUSTODES_RECONCILE_BATCH'],
      kind: wholeNumber(1, 1000),
      usual: USUAL_ADMISSION.reconcileBatch,
      about: 'names in a batch of /reconcile, as its manifest says',
    }),
    eventClients: setting({
      environment: ['CUSTODES_EVENT_CLIENTS'],
      kind: wholeNumber(0, 100_000),
      usual: USUAL_EVENTS.clients,
      about: 'clients that listen to /events at one time',
    }),
    eventsOfClient: setting({
      environment: ['CUSTODES_EVENTS_OF_CLIENT'],
      kind: wholeNumber(1, 100_000),
      usual: USUAL_EVENTS.ofClient,
      about: 'those of one client (address) among them; behind a proxy set the trusted proxies too',
    }),
    requestTimeoutMs: setting({
      environment: ['CUSTODES_REQUEST_TIMEOUT_MS'],
      kind: wholeNumber(100, 600_000),
      usual: USUAL_ADMISSION.requestTimeoutMs,
      about: 'milliseconds that a client may take to send a request; it is given up with 408 within two seconds of them',
    }),
    stallTimeoutMs: setting({
      environment: ['CUSTODES_STALL_TIMEOUT_MS'],
      kind: wholeNumber(100, 600_000),
      usual: USUAL_ADMISSION.stallTimeoutMs,
      about: 'milliseconds in which a client takes nothing of its answer, an export or another, until it is given up',
    }),
    answerCacheBytes: setting({
      environment: ['CUSTODES_ANSWER_CACHE_BYTES'],
      kind: wholeNumber(0, 64 * 1024 * 1024 * 1024),
      usual: USUAL_API.answerCacheBytes,
      about: 'bytes of answers kept for who asks the same again; 0 keeps none',
    }),
  },
  'What is told': {
    logLevel: setting({
      environment: ['CUSTODES_LOG_LEVEL'],
      kind: oneOf('debug', 'info', 'warn', 'error', 'silent'),
      usual: 'info',
      about: 'least that is logged; requests are info, those of balancers and for files of pages debug',
    }),
    logFormat: setting({
      environment: ['CUSTODES_LOG_FORMAT'],
      kind: oneOf('auto', 'json', 'readable'),
      usual: 'auto',
      about: 'how logs are written; auto is readable on a terminal, else JSON, an object a line',
    }),
    slowQueryMs: setting({
      environment: ['CUSTODES_SLOW_QUERY_MS'],
      kind: orOff(wholeNumber(1, 600_000)),
      usual: 1000,
      about: 'milliseconds from which a query is logged by itself, by name and digest',
    }),
    metrics: setting({
      environment: ['CUSTODES_METRICS'],
      kind: oneOf('local', 'on', 'off'),
      usual: 'local',
      about: 'who gets /metrics, for Prometheus; local is programs on this machine that no proxy speaks for, on is everybody',
    }),
    otlpEndpoint: setting({
      environment: ['OTEL_EXPORTER_OTLP_ENDPOINT'],
      kind: orOff(httpAddress),
      usual: null,
      about: 'OTLP/HTTP collector that traces are sent to, as http://localhost:4318',
    }),
    otlpHeaders: setting({
      environment: ['OTEL_EXPORTER_OTLP_HEADERS'],
      kind: headers,
      usual: [],
      about: 'headers for the collector',
      secret: true,
    }),
    otlpServiceName: setting({
      environment: ['OTEL_SERVICE_NAME'],
      kind: text('a name'),
      usual: 'custodes',
      about: 'name of this server in traces',
    }),
  },
};

type Groups = typeof SETTINGS;
type All = { [Group in keyof Groups]: (settings: Groups[Group]) => void }[keyof Groups] extends (settings: infer Every) => void
  ? Every
  : never;
export type SettingName = keyof All;
export type Settings = { [Name in SettingName]: All[Name] extends Setting<infer T> ? T : never };
export type GraphSettings = Pick<Settings, keyof Groups['The graph']>;

/** All of them by name, in their order. */
export const ALL_SETTINGS = Object.assign({}, ...Object.values(SETTINGS)) as Record<SettingName, Setting<unknown>>;
export const GRAPH_SETTINGS = Object.keys(SETTINGS['The graph']) as (keyof GraphSettings)[];
export const SETTING_NAMES = Object.keys(ALL_SETTINGS) as SettingName[];

/** `--operations-at-once`; null for a secret. */
export function optionOf(name: SettingName): string | null {
  return ALL_SETTINGS[name].secret ? null : `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

/** What must be written nowhere. */
export function secretsIn(settings: Settings): string[] {
  const inAddress = /\/\/[^/]*:([^/]*)@/.exec(settings.otlpEndpoint ?? '')?.[1] ?? '';
  const secrets = SETTING_NAMES.filter((name) => ALL_SETTINGS[name].secret).map((name) =>
    ALL_SETTINGS[name].kind.write(settings[name]),
  );
  return [...secrets, ...secretsOf(settings.otlpHeaders), inAddress].filter((secret) => secret !== '');
}
