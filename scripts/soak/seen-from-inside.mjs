/**
 * Loaded into the server before its program (`node --expose-gc --import …`): answers its parent, whenever that asks, with what it holds
 * once everything unreachable is gone.
 */
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

process.on('message', async () => {
  for (let time = 0; time < 3; time++) {
    globalThis.gc();
    await delay(50);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ heapUsed, external, rss, resources: process.getActiveResourcesInfo().length });
});
// Nobody need stay for it.
process.channel.unref();
