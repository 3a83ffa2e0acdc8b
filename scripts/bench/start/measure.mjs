#!/usr/bin/env node
/** `npm run bench:start`: how long starting and loading take; writes its section of docs/performance.md. */
import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { optionsOr } from '../../command-options.mjs';
import { deserialize, serialize } from 'node:v8';
import { loadDossiers } from '../../../dist/dossier/index.js';
import { startNeo4j } from '../../neo4j/server.mjs';
import { machine, median, writeSection } from '../performance-page.mjs';
import { timeBareCreation } from './bare-creation.mjs';
import { timeCommand, timeNode, timeToServe } from './starting.mjs';

const HELP = `npm run bench:start -- [options]

Measures, from the start of the command until the server is ready: the first start (dossiers read, checked, assembled) and the next one
(compiled graph); and loading all of it into an empty Neo4j (Java 17, Maven). Beside each: the least that this machine could take.

  --seeds FOLDER   the dossiers (seeds)
  --runs NUMBER    of each start, one after the other in turns (7)
  --loads NUMBER   into a fresh Neo4j each (3); 0 for none
  --print          only print the section, do not write docs/performance.md
  --help
`;

const options = optionsOr(HELP, {
  seeds: { type: 'string', default: 'seeds' },
  runs: { type: 'string', default: '7' },
  loads: { type: 'string', default: '3' },
  print: { type: 'boolean', default: false },
});
await main(options);

async function main({ seeds, runs, loads, print }) {
  const work = mkdtempSync(join(tmpdir(), 'custodes-bench-'));
  try {
    const starts = await measureStarts(seeds, Number(runs), work);
    const loaded = await loadDossiers(seeds);
    const { graph } = loaded;
    const formats = measureFormats(graph, Number(runs));
    const neo4j = Number(loads) > 0 ? await measureLoads(seeds, graph, Number(loads), work) : null;
    const text = section(graph, seeds, starts, formats, neo4j, Number(runs));
    if (print) console.log(text);
    else await writeSection('Start and load', text);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** In turns, so that what else the machine does falls on all alike. */
async function measureStarts(seeds, runs, work) {
  const cache = join(work, 'cache');
  const times = { node: [], files: [], first: [], next: [] };
  for (let run = 0; run < runs; run++) {
    say(`start ${run + 1} of ${runs}`);
    times.node.push(await timeNode());
    times.files.push(timeOf(() => bytesBelow(seeds)));
    rmSync(cache, { recursive: true, force: true });
    times.first.push(await timeToServe(['--seeds', seeds, '--cache', cache]));
    times.next.push(await timeToServe(['--seeds', seeds, '--cache', cache]));
  }
  return times;
}

/** What the compiled graph is written as, and what else it could be. */
function measureFormats(graph, runs) {
  const json = Buffer.from(JSON.stringify(graph));
  const structured = serialize(graph);
  const times = { json: [], v8: [] };
  for (let run = 0; run < runs; run++) {
    times.json.push(timeOf(() => JSON.parse(json.toString('utf8'))));
    times.v8.push(timeOf(() => deserialize(structured)));
  }
  return { ...times, jsonBytes: json.length, v8Bytes: structured.length };
}

async function measureLoads(seeds, graph, loads, work) {
  const times = { custodes: [], again: [], bare: [] };
  let progressLines = 0;
  const inEmptyNeo4j = async (name, measure) => {
    const server = await startNeo4j({ home: join(work, name), password: 'custodes-bench', say });
    try {
      await measure(server);
    } finally {
      await server.stop();
    }
  };
  for (let load = 0; load < loads; load++) {
    say(`load ${load + 1} of ${loads}`);
    await inEmptyNeo4j(`custodes-${load}`, async ({ uri, user, password }) => {
      const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
      const command = ['load', '--seeds', seeds, '--cache', join(work, 'cache')];
      const { took, progress } = await timeCommand(command, environment);
      times.custodes.push(took);
      progressLines = progress.split('\n').filter((line) => /\d+ of \d+ records/.test(line)).length;
      times.again.push((await timeCommand(command, environment)).took);
    });
    await inEmptyNeo4j(`bare-${load}`, async (server) => void times.bare.push(await timeBareCreation(server, graph)));
  }
  return { ...times, progressLines };
}

function section(graph, seeds, starts, formats, neo4j, runs) {
  const { entities, relations, claims, sources } = graph;
  const files = readdirSync(seeds, { recursive: true }).filter((name) => name.endsWith('.yaml')).length;
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const lines = [
    `\`npm run bench:start\` on ${machine()}. ${files} dossiers (${megabytes(bytesBelow(seeds))}): ${entities.length} entities, ${relations.length} relations, ${claims.length} claims, ${sources.length} sources. ` +
      `Medians of ${runs} starts in turns, the quickest in brackets.`,
    '',
    '| from the command until `/health/ready` | time |',
    '|---|---|',
    `| first start: every dossier read, checked, assembled; the compiled graph written | ${shown(starts.first)} |`,
    `| next start: the compiled graph read | ${shown(starts.next)} |`,
    `| the floor: Node starts and ends | ${shown(starts.node)} |`,
    `| the floor: the bytes of the dossiers are read | ${shown(starts.files)} |`,
    `| reading the graph from JSON (${megabytes(formats.jsonBytes)}), in a warm process | ${shown(formats.json)} |`,
    `| the same from \`v8.deserialize\` (${megabytes(formats.v8Bytes)}), which the compiled graph is not written as | ${shown(formats.v8)} |`,
  ];
  if (neo4j !== null) {
    lines.push(
      '',
      `Loading all of it into an empty Neo4j 5.26, each in a fresh server (${neo4j.custodes.length} times); progress was said ${neo4j.progressLines} times on the way:`,
      '',
      '| | time |',
      '|---|---|',
      `| \`custodes load\`, from the command to its end | ${shown(neo4j.custodes)} |`,
      `| the same again: nothing differs | ${shown(neo4j.again)} |`,
      `| the floor: the same records by bare \`UNWIND … CREATE\`, from an open driver | ${shown(neo4j.bare)} |`,
    );
  }
  return lines.join('\n');
}

function shown(times) {
  return `${time(median(times))} (${time(Math.min(...times))})`;
}

function time(ms) {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}

function timeOf(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function bytesBelow(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return names.reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
