#!/usr/bin/env node
/** `npm run neo4j`: starts a real Neo4j without Docker and prints what to set so that Custodes uses it. Ctrl-C stops it. */
import { join } from 'node:path';
import { optionsOr } from './command-options.mjs';
import { NEO4J_FOLDER, startNeo4j } from './neo4j/server.mjs';

const HELP = `npm run neo4j -- [options]

Starts Neo4j 5.26 (LTS, community) on 127.0.0.1, from Maven's jars: needs Java 17 or later, and Maven the first time.
Data, logs and jars are kept in .neo4j/. Ctrl-C stops it.

  --home FOLDER       data, logs and configuration (.neo4j/home)
  --bolt-port PORT    7687; 0 for any free port
  --http-port PORT    7474, Neo4j Browser; 0 for any free port
  --password TEXT     of the user neo4j, at least 8 characters ($NEO4J_PASSWORD, else custodes-local)
  --no-auth           no authentication
  --heap SIZE         1g; a graph of 200,000 entities wants more to be loaded
  --graph-data-science  with that plugin (32 MB more the first time), for measures of large graphs
  --help

Examples
  npm run neo4j
  npm run neo4j -- --bolt-port 0 --http-port 0
`;

async function main() {
  const values = optionsOr(HELP, {
    home: { type: 'string', default: join(NEO4J_FOLDER, 'home') },
    'bolt-port': { type: 'string', default: '7687' },
    'http-port': { type: 'string', default: '7474' },
    password: { type: 'string', default: process.env.NEO4J_PASSWORD || 'custodes-local' },
    'no-auth': { type: 'boolean', default: false },
    heap: { type: 'string', default: '1g' },
    'graph-data-science': { type: 'boolean', default: false },
  });
  if (!values['no-auth'] && values.password.length < 8) throw new Error('Neo4j asks for a password of at least 8 characters.');

  let running = null;
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (running === null) process.exit(1);
      if (!asked) process.stderr.write('Stopping Neo4j …\n');
      asked = true;
      void running.stop();
    });
  }

  running = await startNeo4j({
    home: values.home,
    boltPort: port(values['bolt-port']),
    httpPort: port(values['http-port']),
    password: values['no-auth'] ? null : values.password,
    heap: values.heap,
    graphDataScience: values['graph-data-science'],
    say: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`Neo4j is ready; Neo4j Browser: ${running.browser}. Ctrl-C stops it. In another terminal:

export NEO4J_URI=${running.uri}
export NEO4J_USER=${running.user}
export NEO4J_PASSWORD=${quoted(running.password)}
`);
  await running.ended;
  if (!asked) throw new Error('Neo4j ended by itself; its logs are in the logs folder of its home.');
}

/** As one word of a shell. */
const quoted = (text) => (/^[\w-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

function port(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new Error(`"${text}" is not a port: give a number from 0 to 65535.`);
  return number;
}

main().catch((problem) => {
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
});
