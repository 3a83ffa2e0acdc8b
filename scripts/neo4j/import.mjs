/**
 * `neo4j-admin database import` of a pair of CSV files, by Neo4j's own program from the jars that are fetched for the server. Used by
 * `npm run research:table` and by the tests: the exports are opened by the program that they are for.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchJars } from './server.mjs';

/**
 * Makes the database of a server that has not been started yet.
 *
 * @param {{ home: string, nodes: string, relationships: string }} files folder of the server (see `startNeo4j`), and the two files
 * @throws where the program refuses a row; the message has what it says
 */
export async function importCsv({ home, nodes, relationships }) {
  const jars = await fetchJars(() => undefined);
  const conf = join(home, 'conf');
  await mkdir(conf, { recursive: true });
  await writeFile(join(conf, 'neo4j.conf'), '');
  const opened = ['java.base/java.nio', 'java.base/sun.nio.ch'].map((name) => `--add-opens=${name}=ALL-UNNAMED`);
  const options = [
    `--nodes=${nodes}`,
    `--relationships=${relationships}`,
    '--multiline-fields=true',
    '--max-off-heap-memory=200m',
    `--report-file=${join(home, 'import.report')}`,
  ];
  const program = ['-cp', join(jars, '*'), '-Xmx512m', ...opened, 'org.neo4j.cli.AdminTool'];
  try {
    await promisify(execFile)('java', [...program, 'database', 'import', 'full', 'neo4j', ...options], {
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf },
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (problem) {
    throw new Error(`neo4j-admin database import failed: ${`${problem.stdout}${problem.stderr}`.slice(-2000)}`, {
      cause: problem,
    });
  }
}
