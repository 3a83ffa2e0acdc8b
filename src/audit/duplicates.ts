import { foldedWords, foldText } from '../domain/folding.js';
import type { Entity } from '../domain/model.js';

/** Two entities that may be one, and why one may think so. */
export interface LikelyDuplicate {
  /** ids, in order */
  pair: [string, string];
  names: [string, string];
  reason: 'SAME_NAME' | 'SAME_ACRONYM' | 'SIMILAR_NAME';
}

/** Words that do not tell names apart. */
const EMPTY_WORDS = new Set(
  'a al and at de del des du e el for fur in la las le les los of on para pour sur the to und y'.split(' '),
);

/** How alike the words of two names must be (Jaccard). */
const SIMILAR = 0.75;

/**
 * Pairs of actors, instruments or events that may be one thing: the same name or acronym, or names of nearly the same words, where neither their
 * countries nor, for events, their dates tell them apart. Sorted by pair.
 */
export function likelyDuplicates(entities: readonly Entity[]): LikelyDuplicate[] {
  const candidates = entities.filter((entity) => entity.label !== 'Place');
  const found = new Map<string, LikelyDuplicate>();
  for (const [a, b] of pairsThatShareAWord(candidates)) {
    const reason = reasonFor(a, b);
    if (reason !== null) found.set(`${a.id} ${b.id}`, { pair: [a.id, b.id], names: [a.name, b.name], reason });
  }
  return [...found.values()].sort((a, b) => (a.pair.join(' ') < b.pair.join(' ') ? -1 : 1));
}

function reasonFor(a: Entity, b: Entity): LikelyDuplicate['reason'] | null {
  if (a.label !== b.label || apartInSpace(a, b) || apartInTime(a, b) || apartInKind(a, b)) return null;
  const [namesOfA, namesOfB] = [fullNames(a), fullNames(b)];
  if (namesOfA.some((name) => namesOfB.includes(name))) return 'SAME_NAME';
  if (acronyms(a).some((acronym) => acronyms(b).includes(acronym))) return 'SAME_ACRONYM';
  return namesOfA.some((name) => namesOfB.some((other) => likeness(name, other) >= SIMILAR)) ? 'SIMILAR_NAME' : null;
}

/** A state is not its ministry, though both are called by the country; organs and persons are told apart by what they belong to. */
function apartInKind(a: Entity, b: Entity): boolean {
  return a.kind !== b.kind && [a.kind, b.kind].some((kind) => ['state', 'person', 'diplomatic-mission'].includes(kind));
}

/** Both are tied to countries (ids of two letters), and to different ones. */
function apartInSpace(a: Entity, b: Entity): boolean {
  const [countriesOfA, countriesOfB] = [a, b].map((entity) => entity.within.filter((place) => /^[a-z]{2}$/.test(place))) as [
    string[],
    string[],
  ];
  return countriesOfA.length > 0 && countriesOfB.length > 0 && !countriesOfA.some((country) => countriesOfB.includes(country));
}

function apartInTime(a: Entity, b: Entity): boolean {
  if (a.label !== 'Event') return false;
  return a.time.latestStart < b.time.earliestStart || b.time.latestStart < a.time.earliestStart;
}

const fullNames = (entity: Entity): string[] =>
  entity.names.filter((name) => name.use !== 'acronym' && name.use !== 'short').map((name) => foldText(name.text));

const acronyms = (entity: Entity): string[] =>
  entity.names.filter((name) => name.use === 'acronym').map((name) => foldText(name.text));

/** Words in common over words in all, without the empty ones; numbers must be the same, or "ISO 28007" is "ISO 18788". */
function likeness(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [tellingWords(a), tellingWords(b)];
  const numbers = (words: Set<string>): string =>
    [...words]
      .filter((word) => /\d/.test(word))
      .sort()
      .join(' ');
  if (numbers(wordsOfA) !== numbers(wordsOfB)) return 0;
  const common = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  const all = new Set([...wordsOfA, ...wordsOfB]).size;
  return all === 0 ? 0 : common / all;
}

const tellingWords = (name: string): Set<string> => new Set(name.split(' ').filter((word) => !EMPTY_WORDS.has(word)));

/** Each pair of entities with a telling word in common that few others have: comparing all with all would be quadratic. */
function* pairsThatShareAWord(entities: readonly Entity[]): Generator<[Entity, Entity]> {
  const byWord = new Map<string, Entity[]>();
  for (const entity of entities) {
    const words = new Set(entity.names.flatMap((name) => foldedWords(name.text)).filter((word) => !EMPTY_WORDS.has(word)));
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), entity]);
  }
  const seen = new Set<string>();
  for (const group of byWord.values()) {
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        const [first, second] = a.id < b.id ? [a, b] : [b, a];
        const key = `${first.id} ${second.id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield [first, second];
      }
    }
  }
}
