#!/usr/bin/env node
/** `npm run bench:explorer`: how quick the explorer is in a headless Chromium; writes its section of docs/performance.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOr } from '../../command-options.mjs';
import { chromium } from 'playwright-core';
import { installedChromium, NO_CHROMIUM, QUIET, WEBGL_BY_SOFTWARE } from '../../chromium.mjs';
import { machine, median, writeSection } from '../performance-page.mjs';
import { makeNetwork } from './made-network.mjs';
import {
  countFrames,
  firstViewStands,
  frames,
  madeNetworkStands,
  showEmptyCanvas,
  takeNotes,
  webglRenderer,
} from './page-measures.mjs';
import { serving } from '../../serving.mjs';

const HELP = `npm run bench:explorer -- [options]

Starts the server and a headless Chromium, and measures: until the Guatemala answer is painted; the JavaScript of the first view; frames a
second while a made network of 5,000 entities and 20,000 relations is moved and zoomed, beside those of an empty canvas; how long its
arrangement takes and whether the page stands still meanwhile.

  --seeds FOLDER    the dossiers (seeds)
  --runs NUMBER     of the first view, each with an empty cache (9)
  --rounds NUMBER   of moving, zooming and the empty canvas, in turns (3)
  --gpu             WebGL by whatever the machine has, instead of by software
  --print           only print the section, do not write docs/performance.md
  --help
`;

const WINDOW = { width: 1440, height: 900 };
const MADE = { nodes: 5_000, edges: 20_000 };
/** Of each movement that is counted. */
const MILLISECONDS = 4_000;
const PATIENCE = 180_000;

const options = optionsOr(HELP, {
  seeds: { type: 'string', default: 'seeds' },
  runs: { type: 'string', default: '9' },
  rounds: { type: 'string', default: '3' },
  gpu: { type: 'boolean', default: false },
  print: { type: 'boolean', default: false },
});
await main();

async function main() {
  const executablePath = installedChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  const browser = await chromium.launch({ executablePath, args: [...QUIET, ...(options.gpu ? [] : WEBGL_BY_SOFTWARE)] });
  try {
    const first = await withServer(options.seeds, (url) => measureFirstView(browser, url, Number(options.runs)));
    const network = await measureMadeNetwork(browser, Number(options.rounds));
    const text = section(browser.version(), first, network);
    if (options.print) console.log(text);
    else await writeSection('The explorer', text);
  } finally {
    await browser.close();
  }
}

/** A visitor with an empty cache, each time; the server has answered once before. */
async function measureFirstView(browser, url, runs) {
  const painted = { answer: [], network: [] };
  const scripts = {};
  const visit = async (path) => {
    const context = await browser.newContext({ viewport: WINDOW });
    const page = await context.newPage();
    const sizes = [];
    page.on('requestfinished', (request) => {
      if (/\.js$/.test(new URL(request.url()).pathname))
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    // The browser does not tell the page's part of what a worker loads.
    page.on('worker', (worker) => sizes.push(compressedSize(worker.url())));
    await page.addInitScript(takeNotes);
    await page.goto(url + path);
    if (path === '/') await page.locator('.place-list button').first().waitFor();
    else await page.waitForFunction(firstViewStands);
    const notes = await page.evaluate('notes');
    scripts[path] = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await context.close();
    return notes;
  };
  await visit('/');
  await visit('/?region=gt');
  for (let run = 0; run < runs; run++) {
    say(`first view ${run + 1} of ${runs}`);
    const { painted: times } = await visit('/?region=gt');
    painted.answer.push(times.answer);
    painted.network.push(times.network);
  }
  return { painted, scripts, runs };
}

async function compressedSize(url) {
  const { headers } = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  return Number(headers.get('content-length'));
}

async function measureMadeNetwork(browser, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'custodes-bench-'));
  try {
    const { address } = makeNetwork({ folder, ...MADE });
    return await withServer(folder, async (url) => {
      const context = await browser.newContext({ viewport: WINDOW });
      const page = await context.newPage();
      await page.addInitScript(takeNotes);
      say('the made network comes');
      await page.goto(`${url}/${address}`);
      const stage = page.getByRole('application');
      await page.waitForFunction(madeNetworkStands, MADE.edges.toLocaleString('en'), { timeout: PATIENCE });
      // The tasks that come of it are over.
      await page.waitForTimeout(3_000);
      const notes = await page.evaluate('notes');
      const renderer = await page.evaluate(webglRenderer);

      const empty = await context.newPage();
      await empty.evaluate(showEmptyCanvas);
      const counted = { moving: [], zooming: [], empty: [] };
      for (let round = 0; round < rounds; round++) {
        say(`round ${round + 1} of ${rounds}`);
        for (const [name, move] of Object.entries({ moving: drag, zooming: wheel })) {
          await page.bringToFront();
          await page.getByRole('button', { name: 'Show all' }).click();
          await page.waitForTimeout(2_000);
          counted[name].push(await framesDuring(page, () => move(page, stage)));
        }
        await empty.bringToFront();
        counted.empty.push(await framesDuring(empty, () => empty.waitForTimeout(MILLISECONDS)));
      }
      await context.close();
      return { notes, renderer, counted, rounds };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function framesDuring(page, movement) {
  await page.evaluate(countFrames);
  await movement();
  return page.evaluate(frames);
}

/** Held at the empty ground beside the network, to and fro. */
async function drag(page, stage) {
  const { x, y, width, height } = await stage.boundingBox();
  const from = { x: x + width * 0.96, y: y + height * 0.94 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const end = Date.now() + MILLISECONDS;
  for (let step = 0; Date.now() < end; step++) {
    await page.mouse.move(from.x - width * 0.25 * (1 - Math.cos(step / 25)), from.y - height * 0.25 * (1 - Math.cos(step / 19)));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

/** In and out again. */
async function wheel(page, stage) {
  const { x, y, width, height } = await stage.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  const end = Date.now() + MILLISECONDS;
  for (let step = 0; Date.now() < end; step++) {
    await page.mouse.wheel(0, Math.floor(step / 12) % 2 ? 120 : -120);
    await page.waitForTimeout(16);
  }
}

async function withServer(seeds, use) {
  const server = await serving(seeds);
  try {
    return await use(server.url);
  } finally {
    await server.stop();
  }
}

function section(version, { painted, scripts, runs }, { notes, renderer, counted, rounds }) {
  const took = notes.worker.map(({ start, end }) => end - start);
  const last = notes.worker[notes.worker.length - 1];
  const during = notes.tasks.filter(({ start }) => start > notes.worker[0].start && start < last.end);
  const longest = Math.max(0, ...notes.tasks.map(({ duration }) => duration));
  const rate = (name) =>
    `${median(counted[name].map((one) => one.rate)).toFixed(0)} (${counted[name].map((one) => one.rate.toFixed(0)).join(', ')})`;
  return [
    `\`npm run bench:explorer\` on ${machine()}; headless Chromium ${version}, ${WINDOW.width} × ${WINDOW.height}, WebGL by ${/swiftshader/i.test(renderer) ? 'software' : 'the machine'}: ${renderer}.`,
    '',
    `The first view, from a server that has answered before to a browser with an empty cache; medians of ${runs} visits, the quickest in brackets:`,
    '',
    '| | |',
    '|---|---|',
    `| \`/?region=gt\`: until the ranking is painted | ${milliseconds(painted.answer)} |`,
    `| until the network beside it is painted | ${milliseconds(painted.network)} |`,
    `| JavaScript of the page as it opens, compressed | ${kibibytes(scripts['/'])} |`,
    `| JavaScript of the answer with its network and the worker, compressed | ${kibibytes(scripts['/?region=gt'])} |`,
    '',
    `A made network of ${MADE.nodes.toLocaleString('en')} entities and ${MADE.edges.toLocaleString('en')} relations, all in view; ${MILLISECONDS / 1000} seconds each, median of ${rounds} rounds in turns, the rounds in brackets:`,
    '',
    '| | frames a second |',
    '|---|---|',
    `| moving the picture with the mouse | ${rate('moving')} |`,
    `| zooming it with the wheel | ${rate('zooming')} |`,
    `| the floor: an empty WebGL canvas over the whole window | ${rate('empty')} |`,
    '',
    '| its arrangement | |',
    '|---|---|',
    `| in the worker | ${took.map((time) => `${(time / 1000).toFixed(1)} s`).join(', ')} |`,
    `| longest task of the page meanwhile | ${Math.max(0, ...during.map(({ duration }) => duration)).toFixed(0)} ms |`,
    `| longest task of the page at all, from the first byte on | ${longest.toFixed(0)} ms |`,
  ].join('\n');
}

function milliseconds(times) {
  return `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)})`;
}

function kibibytes(bytes) {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
