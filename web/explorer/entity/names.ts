/** What an entity is called, in full and in short. */
import type { EntityCoreFragment } from '../api/operations.js';
import { language } from '../state/preferences.js';

export type Entity = EntityCoreFragment;
type Named = Pick<Entity, 'name' | 'names'>;

/** Its name in the language of the page where it has one, otherwise its preferred name. */
export function nameOf({ name, names }: Named): string {
  const own = names.find((one) => one.language === language.value && (one.use === 'OFFICIAL' || one.use === 'TRANSLATION'));
  return own?.text ?? name;
}

const LONGEST_SHORT = 22;

/** For tight places: the acronym or the short name where there is one. */
export function shortNameOf(entity: Named): string {
  const full = nameOf(entity);
  if (full.length <= LONGEST_SHORT) return full;
  const acronym = entity.names.find(({ use }) => use === 'ACRONYM') ?? entity.names.find(({ use }) => use === 'SHORT');
  return acronym && acronym.text.length < full.length ? acronym.text : full;
}

/** The acronym, where the name is not it already. */
export function acronymOf(entity: Named): string | null {
  const acronym = entity.names.find(({ use }) => use === 'ACRONYM')?.text;
  return acronym && acronym !== nameOf(entity) ? acronym : null;
}

/** At most so many letters, cut at a word with an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(' ');
  return `${space > most * 0.6 ? room.slice(0, space) : room.trimEnd()}…`;
}
