import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log/log.js';
import { StoreUnavailable } from '../store/errors.js';
import type { Reach } from './open-store.js';

/** Milliseconds between two tries. */
const PAUSE = 1_000;

/** Milliseconds between two lines of the log that say the same. */
const SAY_EVERY = 10_000;

/**
 * Tries again while a store cannot be reached, for as long as was told: after a power failure servers come up in any order. What does not
 * pass (a wrong password, an old version) is not waited for.
 */
export function reachWithin(waitMs: number, log: Log): Reach {
  return async (open) => {
    const [start, end] = [performance.now(), performance.now() + waitMs];
    let said = -Infinity;
    for (;;) {
      try {
        const opened = await open();
        if (said > 0) log.note(`Neo4j was reached after ${seconds(performance.now() - start)}.`);
        return opened;
      } catch (error) {
        const left = end - performance.now();
        if (!(error instanceof StoreUnavailable) || !error.mayPass || left <= 0) throw error;
        if (performance.now() - said >= SAY_EVERY) {
          log.warn(`${error.message} Trying again for ${seconds(left)} more (CUSTODES_NEO4J_WAIT_MS).`);
          said = performance.now();
        }
        await delay(Math.min(PAUSE, left));
      }
    }
  };
}

const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} s`;
