import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Clients that are remembered; of more, those that began to ask first are forgotten. */
const CLIENTS = 5_000;

/**
 * How many requests each client has sent in its minute. The store that comes with the plugin counts the minute by the clock: put back by a day,
 * it refuses a client for a day.
 */
export class RateStore implements FastifyRateLimitStore {
  readonly #clients = new Map<string, { current: number; began: number }>();

  incr(client: string, told: (error: Error | null, now?: { current: number; ttl: number }) => void, window = 60_000): void {
    const now = performance.now();
    let count = this.#clients.get(client);
    if (count === undefined || now - count.began >= window) {
      count = { current: 0, began: now };
      this.#clients.delete(client);
      this.#clients.set(client, count);
      const [first] = this.#clients.keys();
      if (this.#clients.size > CLIENTS) this.#clients.delete(first!);
    }
    count.current++;
    told(null, { current: count.current, ttl: window - (now - count.began) });
  }

  child(): RateStore {
    return this;
  }
}
