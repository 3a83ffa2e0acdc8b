/**
 * A Neo4j server of one's own, from Maven's jars and the Java that is installed: `startNeo4j` in, an address out.
 * Used by `npm run neo4j` (scripts/neo4j.mjs) and by the tests (test/neo4j-global-setup.mjs).
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';

const run = promisify(execFile);
const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const GRAPH_DATA_SCIENCE = fileURLToPath(new URL('graph-data-science.xml', import.meta.url));
const FIRST_PASSWORD = fileURLToPath(new URL('set-first-password.cypher', import.meta.url));
export const NEO4J_FOLDER = fileURLToPath(new URL('../../.neo4j/', import.meta.url));
const JAVA = 17;

/** What is missing on this machine to run Neo4j; the message says what to install. `code` is stable. */
export class Neo4jNotPossible extends Error {
  code = 'NEO4J_NOT_POSSIBLE';
}

/**
 * Starts Neo4j and waits until it answers.
 *
 * @param {object} options
 * @param {string} options.home folder for data, logs and configuration; made if it is not there
 * @param {number} [options.boltPort] 0, the default: any free port; always on 127.0.0.1
 * @param {number} [options.httpPort] the same for Neo4j Browser
 * @param {string | null} [options.password] of the user `neo4j`, at least 8 characters; null: no authentication
 * @param {string} [options.heap] as Neo4j writes sizes
 * @param {boolean} [options.graphDataScience] with that plugin
 * @param {Record<string, unknown>} [options.settings] more of neo4j.conf, by name
 * @param {(line: string) => void} [options.say] told what is being done
 * @returns {Promise<{ uri: string, browser: string, user: string, password: string, pid: number, stop: () => Promise<void>,
 *   kill: () => Promise<void>, ended: Promise<void> }>} `kill` as a power failure does
 * @throws Neo4jNotPossible where Java or Maven is missing or too old; Error with the end of the log where the server does not start
 */
export async function startNeo4j({
  home,
  boltPort = 0,
  httpPort = 0,
  password = 'custodes-local',
  heap = '1g',
  graphDataScience = false,
  settings = {},
  say = () => undefined,
}) {
  await requireJava();
  const jars = await fetchJars(say);
  const plugins = graphDataScience ? await fetchGraphDataScience(say) : null;
  const bolt = await availablePort(boltPort);
  const http = await availablePort(httpPort, bolt);
  await configure(home, { bolt, http, heap, authenticated: password !== null, plugins, more: settings });

  say(`Starting Neo4j in ${home} …`);
  const server = spawn('java', javaArguments([jars, ...(plugins ? [plugins] : [])], home, heap), {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);
  let complaint = '';
  server.stderr.on('data', (text) => (complaint = (complaint + text).slice(-2000)));
  const ended = new Promise((resolve) => {
    server.once('error', resolve);
    server.once('exit', resolve);
  }).then(() => void process.off('exit', killWithUs));

  const stop = async () => {
    server.kill('SIGTERM');
    const patience = new AbortController();
    await Promise.race([ended, delay(30_000, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    server.kill('SIGKILL');
    await ended;
  };
  const kill = async () => {
    server.kill('SIGKILL');
    await ended;
  };
  const uri = `bolt://127.0.0.1:${bolt}`;
  try {
    await answers(uri, password, ended);
  } catch (problem) {
    await stop();
    throw new Error(`Neo4j did not start: ${problem.message}\n${complaint}${await endOfLog(home)}`.trimEnd());
  }
  return {
    uri,
    browser: `http://127.0.0.1:${http}`,
    user: 'neo4j',
    password: password ?? '',
    pid: server.pid,
    stop,
    kill,
    ended,
  };
}

async function requireJava() {
  const found = await run('java', ['-version']).catch(() => null);
  if (found === null)
    throw new Neo4jNotPossible(`Neo4j needs Java ${JAVA} or later, and there is no "java" on the PATH: install a JDK or JRE.`);
  const version = /version "(\d+)(?:\.(\d+))?/.exec(found.stderr + found.stdout);
  const major = version === null ? 0 : Number(version[1] === '1' ? version[2] : version[1]);
  if (major < JAVA)
    throw new Neo4jNotPossible(
      `Neo4j needs Java ${JAVA} or later, "java" on the PATH is ${version?.[0] ?? 'of no known version'}.`,
    );
}

/** Neo4j itself. */
export const fetchJars = (say) => fetched(POM, { name: 'Neo4j', folder: 'lib', size: '125 MB' }, say);

/** The plugin with everything that it needs; what Neo4j has, too, is the same there. */
const fetchGraphDataScience = (say) =>
  fetched(GRAPH_DATA_SCIENCE, { name: 'Graph Data Science', folder: 'graph-data-science', size: '32 MB' }, say);

/** Fetches jars once; a folder that is there is complete, for it is renamed into place. */
async function fetched(pom, { name, folder, size }, say) {
  const version = /<\w+\.version>(.+)<\/\w+\.version>/.exec(await readFile(pom, 'utf8'))[1];
  const jars = join(NEO4J_FOLDER, `${folder}-${version}`);
  if (existsSync(jars)) return jars;
  if ((await run('mvn', ['-version']).catch(() => null)) === null) {
    throw new Neo4jNotPossible(
      `The jars of ${name} are fetched by Maven, and there is no "mvn" on the PATH: install Maven 3.6 or later.`,
    );
  }
  say(`Fetching ${name} ${version} with Maven (about ${size}, once) …`);
  const partial = `${jars}.${process.pid}.part`;
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`];
  try {
    await run('mvn', ['-q', '-B', '-f', pom, ...goal], { maxBuffer: 64 * 1024 * 1024 });
    await rename(partial, jars).catch((problem) => {
      if (!existsSync(jars)) throw problem;
    });
  } catch (problem) {
    const said = `${problem.stdout ?? ''}${problem.stderr ?? ''}`.trim().slice(-1500) || problem.message;
    throw new Neo4jNotPossible(`Maven could not fetch ${name} ${version}; is there a way to its repository?\n${said}`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return jars;
}

async function configure(home, { bolt, http, heap, authenticated, plugins, more }) {
  await mkdir(join(home, 'conf'), { recursive: true });
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${bolt}`,
    'server.bolt.advertised_address': `127.0.0.1:${bolt}`,
    'server.http.listen_address': `127.0.0.1:${http}`,
    'server.memory.heap.max_size': heap,
    'server.memory.pagecache.size': '256m',
    'dbms.security.auth_enabled': authenticated,
    'dbms.usage_report.enabled': false,
    ...(plugins && { 'server.directories.plugins': plugins, 'dbms.security.procedures.unrestricted': 'gds.*' }),
    ...more,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(home, 'conf', 'neo4j.conf'), lines.join(''));
}

/** Neo4j's own start script puts plugins on the class path, too: only there are the extensions found that their procedures need. */
function javaArguments(jars, home, heap) {
  const opened = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'].map(
    (name) => `--add-opens=${name}=ALL-UNNAMED`,
  );
  const entry = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
  return ['-cp', jars.map((folder) => join(folder, '*')).join(delimiter), `-Xmx${heap}`, ...opened, ...entry];
}

/** Waits until the server takes the password, which a new server is given first. */
async function answers(uri, password, ended) {
  let gone = false;
  void ended.then(() => (gone = true));
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await delay(300)) {
    if (gone) throw new Error('the server ended.');
    const problem = await connect(uri, password);
    if (problem === null) return;
    if (problem.code !== 'Neo.ClientError.Security.Unauthorized') continue;
    // A new server knows only its own first password, which must be changed before anything else.
    if ((await setFirstPassword(uri, password)) === null) return;
    throw new Error('this folder was started with another password before; give that one, or remove the folder.');
  }
  throw new Error('no answer within two minutes.');
}

const connect = (uri, password) =>
  withDriver(uri, password === null ? undefined : neo4j.auth.basic('neo4j', password), (driver) =>
    driver.verifyConnectivity({ database: 'neo4j' }),
  );

const setFirstPassword = async (uri, password) => {
  const statement = await readFile(FIRST_PASSWORD, 'utf8');
  return withDriver(uri, neo4j.auth.basic('neo4j', 'neo4j'), (driver) =>
    driver.executeQuery(statement, { password }, { database: 'system' }),
  );
};

/** The problem that the work met, null where there was none. */
async function withDriver(uri, auth, work) {
  const driver = neo4j.driver(uri, auth, { maxTransactionRetryTime: 0 });
  try {
    await work(driver);
    return null;
  } catch (problem) {
    return problem;
  } finally {
    await driver.close();
  }
}

/** The port asked for, or any free one for 0. */
async function availablePort(wanted, other) {
  const probe = createServer();
  try {
    await new Promise((resolve, reject) => probe.once('error', reject).listen(wanted, '127.0.0.1', resolve));
  } catch {
    throw new Error(`Port ${wanted} on 127.0.0.1 is taken: give another one, or 0 for any free one.`);
  }
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port === other ? availablePort(wanted, other) : port;
}

async function endOfLog(home) {
  const log = await readFile(join(home, 'logs', 'neo4j.log'), 'utf8').catch(() => '');
  return log.split('\n').slice(-12).join('\n');
}
