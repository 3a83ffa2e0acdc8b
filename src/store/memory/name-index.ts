import MiniSearch from 'minisearch';
import type { NameCandidates } from '../port.js';
import { byId } from '../../domain/order.js';

/** The words of all names, for candidates by word, by beginning of a word and by misspelling. */
export class NameIndex {
  readonly #index = new MiniSearch<{ id: string; names: string }>({
    fields: ['names'],
    // Names come folded already.
    tokenize: (names) => names.split(/[ \n]/),
    processTerm: (word) => word,
  });

  /** @param names the folded names of an entity, a line each */
  add(id: string, names: string): void {
    this.#index.add({ id, names });
  }

  /** Ids of the entities that are wanted and have a matching word: the `limit` most relevant ones, in order of relevance. */
  candidates(words: NameCandidates['words'], limit: number, wanted: (id: string) => boolean): string[] {
    const queries = words.map(({ text, edits }) => ({ queries: [text], prefix: true, fuzzy: edits === 0 ? false : edits }));
    return this.#index
      .search({ combineWith: 'OR', queries }, { filter: ({ id }) => wanted(id as string) })
      .sort((a, b) => b.score - a.score || byId(a, b))
      .slice(0, limit)
      .map(({ id }) => id as string);
  }
}
