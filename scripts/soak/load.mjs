import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { CLIENTS } from './clients.mjs';

/** One entry for each client in every round: as many of a kind as its weight says. */
const ROUND = Object.entries(CLIENTS).flatMap(([kind, { weight }]) => Array.from({ length: weight }, () => kind));

/**
 * What is asked about.
 * @param {string} url of a server with data
 * @returns {Promise<{ ids: string[], places: string[] }>}
 */
export async function subjects(url) {
  const ask = async (query) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()).data;
  };
  const page = '(first: 100, orderBy: DEGREE, direction: DESC) { nodes { id } }';
  const { actors, places } = await ask(`{ actors${page} places${page} }`);
  const idsOf = ({ nodes }) => nodes.map(({ id }) => id);
  return { ids: idsOf(actors), places: idsOf(places) };
}

/**
 * All kinds of clients at once for some time; then all have ended, and their connections are closed.
 * @param {{ url: string, ids: string[], places: string[] }} target
 * @param {{ seconds: number, clients: number, counts: Record<string, Record<string, number>>, lost: string[] }} load counts by kind and outcome, and what
 *   went wrong, are written into it
 */
export async function loadFor(target, { seconds, clients, counts, lost }) {
  const agent = new Agent({ keepAlive: true });
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const n = asked++;
        const kind = ROUND[n % ROUND.length];
        const outcome = await CLIENTS[kind].ask({ ...target, agent }, Math.floor(n / ROUND.length) + n).catch((error) => {
          if (lost.length < 20) lost.push(`${kind}: ${error.message}`);
          return 'lost';
        });
        counts[kind] ??= {};
        counts[kind][outcome] = (counts[kind][outcome] ?? 0) + 1;
      }
    }),
  );
  agent.destroy();
}
let asked = 0;
