import { expect, test } from '@jest/globals';
import { custodesServe } from '../cli/custodes.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';
const QUERY = '{ influence(region: "GT") { influencers { nodes { rank actor { name relations { nodes { id } } } } } } }';

test('SIGTERM under load: no answer is cut off, nothing new is taken, and the end comes in under 10 seconds', async () => {
  const server = await custodesServe(['--seeds', SEED_STORY]);
  const outcomes = { answered: 0, notTaken: 0, cutOff: [] as string[] };
  let stopped = false;
  const load = Array.from({ length: 16 }, async () => {
    while (!stopped) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY }),
      }).catch(() => null);
      // Not a byte of an answer came, or a 503: the client may ask another server. That what is under way is answered: test/http/server.test.ts.
      if (response === null || response.status === 503) {
        outcomes.notTaken++;
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      const text = await response.text().catch((problem: Error) => `cut off: ${problem.message}`);
      if (/^\{"data":.*\}\n?$/s.test(text)) outcomes.answered++;
      else outcomes.cutOff.push(text.slice(0, 200));
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const asked = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  stopped = true;
  await Promise.all(load);
  expect(outcomes.cutOff).toEqual([]);
  expect(outcomes.answered).toBeGreaterThan(0);
});
