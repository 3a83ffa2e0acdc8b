import SearchableMap from 'minisearch/SearchableMap';
import TinyQueue from 'tinyqueue';
import type { NameCandidates } from '../port.js';

interface NamedEntity {
  id: string;
  /** Folded, a line each. */
  names: string;
}

/** Numbers of the entities that have a word in their names, ascending: each as often as it has it. */
type Occurrences = number[];

/** Entities whose names are put into the index within a tenth of a second: a start does not wait for them, the first search does. */
const SOON_INDEXED = 5_000;

/**
 * The words of all names, for candidates by word, by beginning of a word and by misspelling. Which words there are is minisearch's radix tree;
 * relevance is that of minisearch (BM25+), added up in arrays by entity, for a common word has a good part of a large graph: minisearch itself
 * makes an object of everything that fits before the best of it can be kept.
 */
export class NameIndex {
  #waiting: NamedEntity[] = [];
  #isLarge = false;
  readonly #words = new SearchableMap<Occurrences>();
  /** By number. */
  readonly #ids: string[] = [];
  /** Different words of an entity's names, by number. */
  readonly #lengths: number[] = [];
  #lengthInAll = 0;
  #scratch = new Scratch(0);

  /**
   * Entities come by id, so that their numbers are in the order of their ids.
   * @param names the folded names of an entity, a line each
   */
  add(id: string, names: string): void {
    this.#waiting.push({ id, names });
    this.#isLarge ||= this.#waiting.length > SOON_INDEXED;
    if (this.#isLarge) this.#indexWaiting();
  }

  #indexWaiting(): void {
    for (const { id, names } of this.#waiting) {
      const number = this.#ids.push(id) - 1;
      // Names come folded already.
      const words = names.split(/[ \n]/).filter((word) => word !== '');
      for (const word of words) this.#words.fetch(word, () => []).push(number);
      const length = new Set(words).size;
      this.#lengths.push(length);
      this.#lengthInAll += length;
    }
    this.#waiting = [];
  }

  /** Ids of the entities that are wanted and have a matching word: the `limit` most relevant ones, by id. */
  candidates(words: NameCandidates['words'], limit: number, wanted: (id: string) => boolean): string[] {
    this.#indexWaiting();
    if (this.#scratch.scores.length < this.#ids.length) this.#scratch = new Scratch(this.#ids.length);
    const { scores, wordsFound, lastWord } = this.#scratch;
    const found: number[] = [];

    words.forEach(({ text, edits }, word) => {
      for (const { occurrences, weight } of this.#wordsLike(text, edits)) {
        const rarity = weight * rarityOf(occurrences, this.#ids.length);
        const meanLength = this.#lengthInAll / this.#ids.length;
        for (let at = 0; at < occurrences.length;) {
          const entity = occurrences[at]!;
          let times = 1;
          while (occurrences[++at] === entity) times++;
          if (wordsFound[entity] === 0) found.push(entity);
          if (wordsFound[entity] === 0 || lastWord[entity] !== word) wordsFound[entity]!++;
          lastWord[entity] = word;
          scores[entity]! += rarity * frequencyScore(times, this.#lengths[entity]! / meanLength);
        }
      }
    });

    const byRelevance = (a: number, b: number): number => scores[a]! - scores[b]! || b - a;
    // The first is the one to be given up first.
    const best = new TinyQueue<number>([], byRelevance);
    for (const entity of found) {
      // What has more of the words asked for is above what has fewer.
      scores[entity]! *= wordsFound[entity]!;
      const full = best.length >= limit;
      if (full && byRelevance(entity, best.peek()!) < 0) continue;
      if (!wanted(this.#ids[entity]!)) continue;
      best.push(entity);
      if (full) best.pop();
    }
    for (const entity of found) scores[entity] = wordsFound[entity] = 0;
    return best.data.sort((a, b) => a - b).map((entity) => this.#ids[entity]!);
  }

  /** The words of names that are this one, begin with it or are within its edits; how much each counts. */
  *#wordsLike(text: string, edits: 0 | 1 | 2): Generator<{ occurrences: Occurrences; weight: number }> {
    const misspelt = edits === 0 ? null : this.#words.fuzzyGet(text, edits);
    for (const [word, occurrences] of this.#words.atPrefix(text)) {
      const more = word.length - text.length;
      yield { occurrences, weight: more === 0 ? 1 : (0.375 * word.length) / (word.length + 0.3 * more) };
    }
    for (const [word, [occurrences, distance]] of misspelt ?? []) {
      if (!word.startsWith(text)) yield { occurrences, weight: (0.45 * word.length) / (word.length + distance) };
    }
  }
}

/** What a search adds up for each entity, by its number: nothing between two searches. */
class Scratch {
  readonly scores: Float64Array;
  /** How many of the words asked for it has. */
  readonly wordsFound: Uint32Array;
  /** Which of them was found in it last. */
  readonly lastWord: Uint32Array;

  constructor(entities: number) {
    this.scores = new Float64Array(entities);
    this.wordsFound = new Uint32Array(entities);
    this.lastWord = new Uint32Array(entities);
  }
}

/** A word that few entities have says more than a common one. */
function rarityOf(occurrences: Occurrences, entities: number): number {
  let having = 0;
  for (let at = 0; at < occurrences.length; at++) if (occurrences[at] !== occurrences[at - 1]) having++;
  return Math.log(1 + (entities - having + 0.5) / (having + 0.5));
}

/** A word says more of an entity that has it several times, and of one with few other words. @param length as a part of the mean */
function frequencyScore(times: number, length: number): number {
  return 0.5 + (times * 2.2) / (times + 1.2 * (0.3 + 0.7 * length));
}
