import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What Apollo puts before the hash of a query when it keeps it. */
const APOLLO_PREFIX = 'apq:';

/** Characters of text kept, all queries together. */
const MOST_TEXT = 8 * 1024 * 1024;

/**
 * Queries that clients ask by the SHA-256 of their text (automatic persisted queries): sent once in full, then by hash alone, which makes
 * an address short enough for GET. Those least used go when there are too many; a client that is told PERSISTED_QUERY_NOT_FOUND sends
 * the text again. It is also the cache that Apollo takes, so that a query learnt on one way is known on the other.
 */
export class PersistedQueries {
  readonly #texts = new LRUCache<string, string>({ maxSize: MOST_TEXT, sizeCalculation: (text) => text.length + 100 });

  /** The text with this hash (hexadecimal). */
  textOf(hash: string): string | undefined {
    return this.#texts.get(hash);
  }

  /** @returns false where the hash is not the text's, and the text is not kept */
  keep(hash: string, text: string): boolean {
    if (this.#texts.get(hash) === text) return true;
    if (createHash('sha256').update(text).digest('hex') !== hash) return false;
    this.#texts.set(hash, text);
    return true;
  }

  async get(key: string): Promise<string | undefined> {
    return this.textOf(hashIn(key));
  }

  async set(key: string, text: string): Promise<void> {
    this.#texts.set(hashIn(key), text);
  }

  async delete(key: string): Promise<boolean> {
    return this.#texts.delete(hashIn(key));
  }
}

const hashIn = (key: string): string => (key.startsWith(APOLLO_PREFIX) ? key.slice(APOLLO_PREFIX.length) : key);
