import type { Name, NameUse } from '../../domain/model.js';
import { scriptOf } from '../scripts.js';
import type { WrittenName } from '../format.js';

/** In the order in which names are listed. */
const USES: readonly NameUse[] = ['official', 'short', 'acronym', 'translation', 'former', 'alias'];

/** One name as one entry writes it, with the claims that it rests on. */
export interface NameEntry {
  written: WrittenName;
  /** The use that the entry states, or that its place gives; null where it is left to the other entries. */
  use: NameUse | null;
  claimIds: string[];
}

/** The names of the entry in full: a plain text is an acronym; the first name of a declaration is the official one. */
export function readNames(names: readonly (string | WrittenName)[], declares: boolean): Omit<NameEntry, 'claimIds'>[] {
  return names.map((name, index) => {
    const written: WrittenName = typeof name === 'string' ? { text: name, use: 'acronym' } : name;
    return { written, use: written.use ?? (declares ? (index === 0 ? 'official' : 'alias') : null) };
  });
}

/** The name that the entity goes by: the first official one of its declaration, or else the first. */
export function preferredName(names: readonly (string | WrittenName)[]): string {
  const entries = readNames(names, true);
  return (entries.find(({ use }) => use === 'official') ?? entries[0])?.written.text ?? '';
}

/** Merges the names of all entries of an entity; sorted by use, language and text. */
export function mergeNames(entries: readonly NameEntry[]): Name[] {
  const names = new Map<string, Name>();
  for (const { written, use, claimIds } of entries) {
    const name: Name = {
      text: written.text,
      language: written.language ?? 'und',
      script: written.script ?? scriptOf(written.text),
      use: use ?? statedUse(written, entries) ?? 'alias',
      period: written.period ?? null,
      claimIds,
    };
    const key = JSON.stringify([name.text, name.language, name.script, name.use, name.period]);
    const known = names.get(key);
    names.set(key, { ...name, claimIds: [...new Set([...(known?.claimIds ?? []), ...name.claimIds])].sort() });
  }
  return [...names.entries()]
    .sort(
      ([keyA, a], [keyB, b]) =>
        USES.indexOf(a.use) - USES.indexOf(b.use) || compare(a.language, b.language) || compare(keyA, keyB),
    )
    .map(([, name]) => name);
}

/** The use that another entry gives to the same name. */
function statedUse(written: WrittenName, entries: readonly NameEntry[]): NameUse | undefined {
  const uses = entries
    .filter((other) => other.written.text === written.text && (other.written.language ?? 'und') === (written.language ?? 'und'))
    .map(({ use }) => use);
  return USES.find((use) => uses.includes(use));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
