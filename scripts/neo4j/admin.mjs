#!/usr/bin/env node
/**
 * `neo4j-admin` from the jars that are fetched for the server: `node scripts/neo4j/admin.mjs HOME database dump neo4j --to-path=…`, where HOME is
 * the folder of a server that is stopped (`startNeo4j`), or of one that has not been started yet.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fetchJars } from './server.mjs';

/**
 * @param {string} home @param {string[]} words of the command
 * @throws where the program ends with an error; the message has what it says
 */
export async function neo4jAdmin(home, words) {
  const jars = await fetchJars(() => undefined);
  const conf = join(resolve(home), 'conf');
  await mkdir(conf, { recursive: true });
  if (!existsSync(join(conf, 'neo4j.conf'))) await writeFile(join(conf, 'neo4j.conf'), '');
  const opened = ['java.base/java.nio', 'java.base/sun.nio.ch'].map((name) => `--add-opens=${name}=ALL-UNNAMED`);
  try {
    await promisify(execFile)('java', ['-cp', join(jars, '*'), '-Xmx512m', ...opened, 'org.neo4j.cli.AdminTool', ...words], {
      env: { ...process.env, NEO4J_HOME: resolve(home), NEO4J_CONF: conf },
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (problem) {
    const said = `${problem.stdout}${problem.stderr}`.slice(-2000);
    throw new Error(`neo4j-admin ${words.slice(0, 2).join(' ')} failed: ${said}`, { cause: problem });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await neo4jAdmin(process.argv[2], process.argv.slice(3));
