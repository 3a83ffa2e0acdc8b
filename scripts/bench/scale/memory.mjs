import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { actor } from './generated-records.mjs';

/** Milliseconds that each is read at most. */
const PATIENCE = 60_000;
const HUB = actor(0);

const PAGE = `query ($id: ID!, $after: String) { entity(id: $id) { relations(first: 100, after: $after) {
  nodes { id type start source { id name kind } target { id name kind } } pageInfo { hasNextPage endCursor } } } }`;

/** @typedef {{ took: number, whole: boolean, amount: number, before: number, most: number }} Held milliseconds, whether to the end, bytes or relations, MiB */

/**
 * Everything as a records file, or what comes of it in a minute, read as fast as it comes, while the memory of the server is looked at.
 * @param {string} url of the server @param {number} pid its process
 * @returns {Promise<Held>}
 */
export function memoryOfExport(url, pid) {
  return watched(pid, async (over) => {
    const response = await fetch(`${url}/export/records`);
    let [amount, last, whole] = [0, '', true];
    for await (const chunk of response.body) {
      amount += chunk.length;
      last = (last + Buffer.from(chunk).toString('latin1')).slice(-200);
      whole = !over();
      if (!whole) break;
    }
    if (whole && !last.includes('{"end":')) throw new Error(`The export broke off: ${last}`);
    return { amount, whole };
  });
}

/**
 * All relations of the greatest hub, or those of a minute, page after page, with both ends of each.
 * @param {string} url of the server @param {number} pid its process
 * @returns {Promise<Held>}
 */
export function memoryOfHub(url, pid) {
  return watched(pid, async (over) => {
    let [amount, after] = [0, null];
    do {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: PAGE, variables: { id: HUB, after } }),
      });
      const { data, errors } = await response.json();
      if (errors) throw new Error(`A page of the hub failed: ${JSON.stringify(errors).slice(0, 500)}`);
      const { nodes, pageInfo } = data.entity.relations;
      amount += nodes.length;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null && !over());
    return { amount, whole: after === null };
  });
}

async function watched(pid, work) {
  const before = residentMiB(pid);
  let most = before;
  let working = true;
  const watching = (async () => {
    for (; working; await delay(100)) most = Math.max(most, residentMiB(pid));
  })();
  const began = performance.now();
  try {
    const done = await work(() => performance.now() - began > PATIENCE);
    return { ...done, took: performance.now() - began, before, most: Math.max(most, residentMiB(pid)) };
  } finally {
    working = false;
    await watching;
  }
}

/** @param {number} pid of a process */
export function residentMiB(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
