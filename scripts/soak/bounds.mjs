/** What a server may hold at the end beyond what it held when it was warm, both without a request under way and after collection. */
export const BOUNDS = { heap: 32, outside: 32, rss: 128, handles: 4, descriptors: 4 };

const NAMES = {
  heap: 'MiB of heap',
  outside: 'MiB outside of the heap',
  rss: 'MiB of memory (RSS)',
  handles: 'open handles',
  descriptors: 'file descriptors',
};

/**
 * @param {import('./server.mjs').Held[]} samples the first of the warm server
 * @param {number} connections to Neo4j, which may be open or not
 * @returns {{ name: string, warm: number, most: number, last: number, bound: number, kept: boolean }[]}
 */
export function judge(samples, connections = 0) {
  return Object.entries(BOUNDS).flatMap(([what, most]) => {
    const values = samples.map((sample) => sample[what]);
    if (values.includes(null)) return [];
    const bound = most + (['handles', 'descriptors'].includes(what) ? connections : 0);
    const [warm, last] = [values[0], values.at(-1)];
    return [{ name: NAMES[what], warm, most: Math.max(...values), last, bound, kept: last - warm <= bound }];
  });
}
