import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { buildSchema, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { influence } from '../../dist/domain/influence.js';
import { loadDossiers } from '../../dist/dossier/index.js';
import { startServer } from '../../dist/http/server.js';
import { MemoryStore } from '../../dist/store/memory/memory-store.js';
import { median } from './performance-page.mjs';

const NETWORK = `query ($id: ID!) { network(centers: [$id], depth: 2, limit: 500) {
  nodes { depth degree entity { id name kind } } edges { id type source { id } target { id } } } }`;
const TIMES = 9;
const WORLD = '001';

const INFLUENCE = `query ($region: String!) { influence(region: $region, first: 10) {
  oversightBodies { actor { name } } influencers { nodes { rank score actor { name } } } } }`;

/**
 * The project's own graph in memory, one question at a time: influence for every region and country, the slowest of them over HTTP as well,
 * and a network of 500 entities over HTTP beside the time that serialising its answer takes.
 * @param {string} seeds folder of the dossiers
 * @returns {Promise<{ entities: number, relations: number, regions: number, answered: number, first: number, median: number, slowest: { region: string, ms: number, http: number }, network: { nodes: number, edges: number, bytes: number, ms: number, kept: number, json: number, bare: number, bareGraphql: number } }>} milliseconds;
 *   `answered` regions have somebody who reaches them, of which `median` is; `first` is the whole world as the first question ever
 */
export async function measureSeedWorld(seeds) {
  const { graph } = await loadDossiers(seeds);
  const store = new MemoryStore();
  await store.load(graph);
  const places = graph.entities.filter(({ label }) => label === 'Place').map(({ id }) => id);
  const first = await timed(() => influence(store, { region: WORLD }));
  const times = [];
  for (const region of places) {
    const { influencers } = await influence(store, { region });
    const own = [];
    for (let time = 0; time < 3; time++) own.push(await timed(() => influence(store, { region })));
    times.push({ region, ms: median(own), empty: influencers.totalCount === 0 });
  }
  const slowest = times.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  const answered = times.filter(({ empty }) => !empty);
  const network = await measureNetwork(store);
  const { asked } = await askInTurns(store, { query: INFLUENCE, variables: { region: slowest.region } }, { answerCacheBytes: 0 });
  await store.close();
  const { entities, relations } = graph;
  return {
    ...{ entities: entities.length, relations: relations.length, regions: places.length, answered: answered.length, first },
    ...{ median: median(answered.map(({ ms }) => ms)), slowest: { ...slowest, http: median(asked) }, network },
  };
}

async function measureNetwork(store) {
  const question = { query: NETWORK, variables: { id: 'icoca' } };
  const { asked, written, text } = await askInTurns(store, question, { answerCacheBytes: 0 });
  // As a server is started: what was answered is kept while the data stay as they are.
  const kept = await askInTurns(store, question, {});
  const { data } = JSON.parse(text);
  const bytes = Buffer.from(text);
  const bare = await bareHttp(() => bytes);
  const { query } = compileQuery(schemaOfReadyAnswers(), parse(NETWORK));
  const bareGraphql = await bareHttp(async () => JSON.stringify(await query(data, undefined, { id: 'icoca' })));
  const { nodes, edges } = data.network;
  const times = { ms: median(asked), kept: median(kept.asked), json: median(written), bare, bareGraphql };
  return { nodes: nodes.length, edges: edges.length, bytes: text.length, ...times };
}

/** Milliseconds that an answer takes over HTTP when the code is warm, and that the writing of the same answer as JSON takes, in turns. */
async function askInTurns(store, question, api) {
  const server = await startServer({ store, port: 0, host: '127.0.0.1', api });
  const body = JSON.stringify(question);
  let text = '';
  const ask = async () => {
    const answer = await fetch(`${server.url}/graphql`, {
      ...{ method: 'POST', body, headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' } },
    });
    text = await answer.text();
  };
  for (let time = 0; time < 5 * TIMES; time++) await ask();
  const [asked, written] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    asked.push(await timed(ask));
    const answer = JSON.parse(text);
    written.push(await timed(() => JSON.stringify(answer)));
  }
  await server.close();
  if (JSON.parse(text).errors) throw new Error(`A question was not answered: ${text.slice(0, 300)}`);
  return { asked, written, text };
}

/** The contract, with every field's value ready in the object that the answer itself is. */
function schemaOfReadyAnswers() {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  schema.getType('Entity').resolveType = () => 'Actor';
  return schema;
}

/**
 * Milliseconds that an answer takes from a server that does nothing else.
 * @param {() => string | Buffer | Promise<string>} answer
 */
async function bareHttp(answer) {
  const server = createServer(async (_, response) => {
    const body = await answer();
    response.setHeader('content-type', 'application/json').end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const ask = async () => (await fetch(`http://127.0.0.1:${server.address().port}`, { method: 'POST', body: '{}' })).text();
  for (let time = 0; time < 5 * TIMES; time++) await ask();
  const times = [];
  for (let time = 0; time < TIMES; time++) times.push(await timed(ask));
  server.close();
  server.closeAllConnections();
  return median(times);
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
