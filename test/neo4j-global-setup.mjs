/**
 * Starts one Neo4j for a test run and says where it is in CUSTODES_TEST_NEO4J_URI, _USER and _PASSWORD; test/neo4j-global-teardown.mjs
 * stops it. Where these are set already that server is used, and its graph is replaced by the tests'.
 *
 * Not started where it is not asked for: CUSTODES_TEST_STORES=memory, or only test files that have nothing to do with Neo4j.
 * Where it cannot be started the tests of Neo4j are skipped, and one line says so; with CI=true that is a failure.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Neo4jNotPossible, NEO4J_FOLDER, startNeo4j } from '../scripts/neo4j/server.mjs';

export default async function startNeo4jForTests({ testPathPatterns, rootDir }) {
  // The settings of who runs the tests are none of theirs.
  process.env.CUSTODES_ENV_FILE = 'off';
  const stores = process.env.CUSTODES_TEST_STORES?.split(',') ?? ['memory', 'neo4j'];
  if (!stores.includes('neo4j')) return delete process.env.CUSTODES_TEST_NEO4J_URI;
  if (process.env.CUSTODES_TEST_NEO4J_URI) return;
  if (!asksForNeo4j(testPathPatterns.patterns, rootDir ?? process.cwd())) return;

  const home = join(NEO4J_FOLDER, `test-${process.pid}`);
  try {
    const server = await startNeo4j({ home, password: 'custodes-test' });
    process.env.CUSTODES_TEST_NEO4J_URI = server.uri;
    process.env.CUSTODES_TEST_NEO4J_USER = server.user;
    process.env.CUSTODES_TEST_NEO4J_PASSWORD = server.password;
    globalThis.stopNeo4jOfTests = async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    };
  } catch (problem) {
    await rm(home, { recursive: true, force: true });
    if (process.env.CI === 'true' || !(problem instanceof Neo4jNotPossible)) throw problem;
    process.stderr.write(`The tests of Neo4j are skipped: ${problem.message}\n`);
  }
}

/** True where a test file that the patterns choose, or a file of test/ that it imports, speaks of Neo4j. */
function asksForNeo4j(patterns, rootDir) {
  const chosen = patterns.map((pattern) => new RegExp(pattern, 'i'));
  const tests = readdirSync(join(rootDir, 'test'), { recursive: true }).filter((file) => file.endsWith('.test.ts'));
  const asked = tests
    .map((file) => join(rootDir, 'test', file))
    .filter((file) => chosen.length === 0 || chosen.some((p) => p.test(file)));
  const read = new Set();
  const speaks = (file) => {
    if (read.has(file)) return false;
    read.add(file);
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return false;
    }
    if (/neo4j/i.test(text)) return true;
    const imports = [...text.matchAll(/from '(\.{1,2}\/[^']+)\.js'/g)].map(([, path]) => resolve(file, '..', `${path}.ts`));
    return imports.filter((path) => path.startsWith(join(rootDir, 'test'))).some(speaks);
  };
  return asked.some(speaks);
}
