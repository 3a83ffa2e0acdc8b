/**
 * What servers say themselves of where their time went: sums in milliseconds since they began, and of how many requests.
 * @type {Record<string, (servers: Record<string, string>) => Promise<{ requests: number, sums: Record<string, number> }>>}
 */
export const OWN_TIMES = {
  driver: async ({ floor }) => {
    const { requests, ms } = await (await fetch(`${floor}/database-time`)).json();
    return { requests, sums: { databaseMs: ms } };
  },
  watched: async ({ watched }) => {
    const page = await (await fetch(new URL('/metrics', watched))).text();
    const sum = (metric) =>
      [...page.matchAll(new RegExp(`^${metric}(?:\\{.*\\})? (.+)$`, 'gm'))].reduce((all, [, value]) => all + Number(value), 0);
    return {
      requests: sum('custodes_operation_seconds_count'),
      sums: {
        operationMs: 1000 * sum('custodes_operation_seconds_sum'),
        statementsMs: 1000 * sum('custodes_statement_seconds_sum'),
      },
    };
  },
};

/** Means of a request, by the name of each sum. */
export function meansBetween(before, after) {
  const requests = Math.max(1, after.requests - before.requests);
  return Object.fromEntries(Object.entries(after.sums).map(([name, sum]) => [name, (sum - before.sums[name]) / requests]));
}
