import { AsyncResource } from 'node:async_hooks';
import { ClientTally } from './client-tally.js';

/**
 * Lets so many pass at a time; so many others wait their turn, in order. No client has all places: whose share is taken waits, and lets others
 * go first; nor can it have more than its share of those who wait.
 */
export class Turnstile {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #mostOfClient: number;
  readonly #mostWaitingOfClient: number;
  #inside = 0;
  #refused = 0;
  readonly #insideOf = new ClientTally();
  readonly #waitingOf = new ClientTally();
  /** By what lets them enter. A map keeps the order, and one who gives up leaves it at once. */
  readonly #waiting = new Map<() => void, string>();

  /** @param mostOfClient of those who pass at a time */
  constructor(most: number, mostWaiting: number, mostOfClient = most) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
    this.#mostOfClient = Math.min(most, mostOfClient);
    this.#mostWaitingOfClient = Math.ceil((mostWaiting * this.#mostOfClient) / most);
  }

  /**
   * Calls `enter` at once or when it is its turn; who has entered must `leave`.
   * @returns how to give up waiting; null where as many wait as may, and `enter` is never called
   */
  pass(client: string, enter: () => void): (() => void) | null {
    if (this.#inside < this.#most && this.#hasRoom(client)) {
      this.#enter(client, enter);
      return () => undefined;
    }
    const full = this.#waiting.size >= this.#mostWaiting;
    if (full || this.#waitingOf.of(client) >= this.#mostWaitingOfClient) {
      this.#refused++;
      return null;
    }
    // It enters when another leaves, and is no part of what that one does.
    const turn = AsyncResource.bind(enter);
    this.#waiting.set(turn, client);
    this.#waitingOf.add(client);
    return () => this.#stopWaiting(turn, client);
  }

  leave(client: string): void {
    this.#inside--;
    this.#insideOf.remove(client);
    for (const [turn, next] of this.#waiting) {
      if (!this.#hasRoom(next)) continue;
      this.#stopWaiting(turn, next);
      return this.#enter(next, turn);
    }
  }

  #hasRoom(client: string): boolean {
    return this.#insideOf.of(client) < this.#mostOfClient;
  }

  #enter(client: string, enter: () => void): void {
    this.#inside++;
    this.#insideOf.add(client);
    enter();
  }

  #stopWaiting(turn: () => void, client: string): void {
    if (this.#waiting.delete(turn)) this.#waitingOf.remove(client);
  }

  /** How many were not even let wait, since the start. */
  get refused(): number {
    return this.#refused;
  }

  get counts(): { inside: number; waiting: number } {
    return { inside: this.#inside, waiting: this.#waiting.size };
  }
}
