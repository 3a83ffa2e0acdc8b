import MiniSearch from 'minisearch';
import type { NameCandidates } from '../port.js';
import { byId } from '../../domain/order.js';

interface NamedEntity {
  id: string;
  /** Folded, a line each. */
  names: string;
}

/** Entities whose names are put into the index within a tenth of a second: a start does not wait for them, the first search does. */
const SOON_INDEXED = 5_000;

/** The words of all names, for candidates by word, by beginning of a word and by misspelling. */
export class NameIndex {
  readonly #waiting: NamedEntity[] = [];
  #isLarge = false;
  readonly #index = new MiniSearch<NamedEntity>({
    fields: ['names'],
    // Names come folded already.
    tokenize: (names) => names.split(/[ \n]/),
    processTerm: (word) => word,
  });

  /** @param names the folded names of an entity, a line each */
  add(id: string, names: string): void {
    this.#waiting.push({ id, names });
    this.#isLarge ||= this.#waiting.length > SOON_INDEXED;
    if (this.#isLarge) this.#indexWaiting();
  }

  #indexWaiting(): void {
    this.#index.addAll(this.#waiting.splice(0));
  }

  /** Ids of the entities that are wanted and have a matching word: the `limit` most relevant ones, in order of relevance. */
  candidates(words: NameCandidates['words'], limit: number, wanted: (id: string) => boolean): string[] {
    this.#indexWaiting();
    const queries = words.map(({ text, edits }) => ({ queries: [text], prefix: true, fuzzy: edits === 0 ? false : edits }));
    return this.#index
      .search({ combineWith: 'OR', queries }, { filter: ({ id }) => wanted(id as string) })
      .sort((a, b) => b.score - a.score || byId(a, b))
      .slice(0, limit)
      .map(({ id }) => id as string);
  }
}
