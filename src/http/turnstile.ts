import { AsyncResource } from 'node:async_hooks';

/** Lets so many pass at a time; so many others wait their turn, in order. */
export class Turnstile {
  readonly #most: number;
  readonly #mostWaiting: number;
  #inside = 0;
  #refused = 0;
  /** A set keeps the order, and one who gives up leaves it at once. */
  readonly #waiting = new Set<() => void>();

  constructor(most: number, mostWaiting: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * Calls `enter` at once or when it is its turn; who has entered must `leave`.
   * @returns how to give up waiting; null where as many wait as may, and `enter` is never called
   */
  pass(enter: () => void): (() => void) | null {
    if (this.#inside < this.#most) {
      this.#inside++;
      enter();
      return () => undefined;
    }
    if (this.#waiting.size >= this.#mostWaiting) {
      this.#refused++;
      return null;
    }
    // It enters when another leaves, and is no part of what that one does.
    const turn = AsyncResource.bind(enter);
    this.#waiting.add(turn);
    return () => void this.#waiting.delete(turn);
  }

  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#inside--;
      return;
    }
    this.#waiting.delete(next);
    next();
  }

  /** How many were not even let wait, since the start. */
  get refused(): number {
    return this.#refused;
  }

  get counts(): { inside: number; waiting: number } {
    return { inside: this.#inside, waiting: this.#waiting.size };
  }
}
