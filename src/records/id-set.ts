import { hash } from 'node:crypto';

/** Bits of every id's SHA-256 that are kept: of a billion ids two share them once in 10^11 files. */
const WORDS = 3;

/** Which ids were met, in 24 to 48 bytes each however long they are: a file may have many millions. */
export class IdSet {
  #slots = 1 << 16;
  #words = new Uint32Array(this.#slots * WORDS);
  #size = 0;

  has(id: string): boolean {
    return this.#isAt(this.#place(wordsOf(id)));
  }

  /** @returns false where it was there already */
  add(id: string): boolean {
    const words = wordsOf(id);
    const place = this.#place(words);
    if (this.#isAt(place)) return false;
    this.#words.set(words, place);
    if (++this.#size * 2 > this.#slots) this.#grow();
    return true;
  }

  /** Where it stands, or would. */
  #place(words: Uint32Array): number {
    for (let slot = words[0]! % this.#slots; ; slot = (slot + 1) % this.#slots) {
      const place = slot * WORDS;
      if (!this.#isAt(place) || words.every((word, at) => this.#words[place + at] === word)) return place;
    }
  }

  /** The first word of an empty slot is 0, and of no other. */
  #isAt(place: number): boolean {
    return this.#words[place] !== 0;
  }

  #grow(): void {
    const before = this.#words;
    this.#slots *= 2;
    this.#words = new Uint32Array(this.#slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      if (before[at] === 0) continue;
      const words = before.subarray(at, at + WORDS);
      this.#words.set(words, this.#place(words));
    }
  }
}

function wordsOf(id: string): Uint32Array {
  const digest = hash('sha256', id, 'buffer');
  const words = new Uint32Array(WORDS);
  for (let word = 0; word < WORDS; word++) words[word] = digest.readUInt32LE(word * 4);
  words[0] ||= 1;
  return words;
}
