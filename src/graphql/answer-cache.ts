import { LRUCache } from 'lru-cache';

/** An answer without errors, and the version of the data that it was made from. */
export interface KeptAnswer {
  version: string;
  /** How many loads the store had seen. */
  loads: number;
  /** Null until one is wanted: only an answer by GET bears it. */
  etag: string | null;
  /** UTF-8 of the JSON. */
  body: Buffer;
}

/** An answer larger than this share of the cache is not kept. */
const LARGEST_SHARE = 1 / 8;
/**
 * Milliseconds for which an answer is kept. Of a load, and of `custodes adopt`, it is known; of changes by hand that nobody tells of, not.
 */
const LONGEST = 3_600_000;
/** Bytes beside the body: key, version, bookkeeping. */
const AROUND = 500;

/**
 * Answers by what was asked. A graph has one answer to a question, so an answer holds until another is loaded; whoever takes one
 * checks that. When there are too many bytes, those least used go.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, KeptAnswer> | null;

  /** @param bytes of all answers together; 0 keeps none */
  constructor(bytes: number) {
    this.#answers =
      bytes === 0
        ? null
        : new LRUCache({
            maxSize: bytes,
            ttl: LONGEST,
            maxEntrySize: Math.max(1, Math.floor(bytes * LARGEST_SHARE)),
            sizeCalculation: ({ body }, key) => body.length + 2 * key.length + AROUND,
          });
  }

  find(question: string): KeptAnswer | undefined {
    return this.#answers?.get(question);
  }

  keep(question: string, answer: Omit<KeptAnswer, 'body'> & { body: string }): void {
    this.#answers?.set(question, { ...answer, body: withBytesOfItsOwn(answer.body) });
  }

  forget(question: string): void {
    this.#answers?.delete(question);
  }

  /** Bytes of what is kept, about. */
  get bytes(): number {
    return this.#answers?.calculatedSize ?? 0;
  }
}

/** UTF-8. Node cuts small buffers out of larger ones, the whole of which would be kept for as long as a part of it is. */
function withBytesOfItsOwn(text: string): Buffer {
  const own = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  own.write(text);
  return own;
}
