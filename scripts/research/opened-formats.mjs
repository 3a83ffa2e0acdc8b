/**
 * Every export of the seed story, opened by programs that are not ours: networkx, igraph, followthemoney, rdflib and libcovebods by
 * test/judges/formats.py, igraph in R by formats.R, xmllint, and Neo4j itself. In: nothing but the built command and these programs, Java and
 * Maven; out: rows of the table.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { importCsv } from '../neo4j/import.mjs';
import { startNeo4j } from '../neo4j/server.mjs';
import { askJudge } from './judge.mjs';

const project = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SEED_STORY = project('seeds/icoca/2021-06-25-digessp.yaml');
const READ_BY_PYTHON = ['graphml', 'gexf', 'gephi-nodes', 'gephi-edges', 'node-link', 'cytoscape', 'ftm', 'json-ld', 'bods'];
const READ_BY_NEO4J = ['cypher', 'neo4j-nodes', 'neo4j-relationships', 'neo4j-after-import'];

/** @returns {Promise<{ format: string, program: string, nodes: number, edges: number, claims: number }[]>} */
export async function openedFormats() {
  const folder = mkdtempSync(join(tmpdir(), 'custodes-research-'));
  try {
    const files = {};
    for (const format of [...READ_BY_PYTHON, ...READ_BY_NEO4J]) {
      files[format] = join(folder, format);
      const command = [project('dist/main.js'), 'export', format, '--no-cache', '--seeds', SEED_STORY, '--out', files[format]];
      await promisify(execFile)(process.execPath, command, { env: { ...process.env, NEO4J_URI: '' } });
    }
    return [
      ...openedByJudge('test/judges/formats.py', files, READ_BY_PYTHON),
      ...openedByJudge('test/judges/formats.R', files, ['graphml']),
      ...(await openedByXmllint(files)),
      ...(await openedByNeo4j(files, join(folder, 'neo4j'))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openedByJudge(judge, files, formats) {
  const readings = askJudge(judge, { files: Object.fromEntries(formats.map((format) => [format, files[format]])) });
  const count = (found) => Object.keys(found).length;
  return readings.map(({ format, program, nodes, edges, claims }) => ({
    format,
    program,
    nodes: count(nodes),
    edges: count(edges),
    claims: count(claims),
  }));
}

/** Valid against the schema, and counted by XPath: of claims an XML program sees how many each record says it has. */
async function openedByXmllint(files) {
  const all = (name) => `//*[local-name()="${name}"]`;
  const claims = {
    graphml: `sum(${all('data')}[contains(@key, "_claim_count")])`,
    gexf: `sum(${all('attvalue')}[@for="claim_count"]/@value)`,
  };
  const xmllint = async (...options) => (await promisify(execFile)('xmllint', ['--nonet', ...options])).stdout.trim();
  const rows = [];
  for (const [format, schema] of Object.entries({ graphml: 'graphml.rng', gexf: 'gexf-1.3.rng' })) {
    await xmllint('--noout', '--relaxng', project(`test/judges/${schema}`), files[format]);
    const count = async (path) => Number(await xmllint('--xpath', path, files[format]));
    const [nodes, edges] = [await count(`count(${all('node')})`), await count(`count(${all('edge')})`)];
    rows.push({ format, program: 'xmllint, RELAX NG', nodes, edges, claims: await count(claims[format]) });
  }
  return rows;
}

/** The CSV pair goes into a new database before its server starts; then the database is emptied, and the script run. */
async function openedByNeo4j(files, home) {
  await importCsv({ home, nodes: files['neo4j-nodes'], relationships: files['neo4j-relationships'] });
  const server = await startNeo4j({ home });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true });
  const ask = async (statement) => (await driver.executeQuery(statement)).records[0]?.toObject();
  const run = async (file) => {
    const script = await readFile(file, 'utf8');
    for (const statement of script.split(/;\n/).filter((text) => text.trim() !== '')) await ask(statement);
  };
  const counts = () =>
    ask(
      `RETURN COUNT { (:Entity) } AS nodes, COUNT { (:Entity)-->(:Entity) } AS edges, COUNT { (:Claim)-[:FROM_SOURCE]->(:Source) } AS claims`,
    );
  try {
    const { version } = await ask('CALL dbms.components() YIELD versions RETURN versions[0] AS version');
    await run(files['neo4j-after-import']);
    const imported = {
      format: 'neo4j-nodes, neo4j-relationships',
      program: `neo4j-admin import ${version}`,
      ...(await counts()),
    };
    await ask('MATCH (node) DETACH DELETE node');
    await run(files['cypher']);
    return [{ format: 'cypher', program: `Neo4j ${version}`, ...(await counts()) }, imported];
  } finally {
    await driver.close();
    await server.stop();
  }
}

export async function seedStoryGraph() {
  const { loadDossiers } = await import('../../dist/dossier/index.js');
  return (await loadDossiers(SEED_STORY)).graph;
}

/** What the seed story has, to compare with. */
export async function seedStory() {
  const graph = await seedStoryGraph();
  return { nodes: graph.entities.length, edges: graph.relations.length, claims: graph.claims.length };
}
