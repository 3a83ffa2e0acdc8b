/** What a visitor can do to the view. Each is one step of the history, so each can be undone. */
import { shown } from '../api/asked.js';
import { change, view } from './history.js';
export { redo, undo } from './history.js';
import { wholePicture } from './picture.js';
import { influence } from './questions.js';
import { askAbout, MOST_EXPANSION_PAGES, NO_FILTERS, SELECTION, type Stage } from './view.js';

export const askAboutRegion = (region: string | null): void => change(askAbout(view.value, region));
/** Who is looked at stays; the paths are others at another date. */
export const askAsOf = (asOf: string | null): void => change({ asOf, path: null, relation: null, claim: null });
export const showStage = (stage: Stage): void => change({ stage });
export const selectNothing = (): void => change(SELECTION);

const isInfluencer = (id: string): boolean =>
  shown(influence.asked.value)?.influencers.nodes.some(({ actor }) => actor.id === id) ?? false;

/** Lights the paths of an influencer; chosen again: no longer. */
export const selectInfluencer = (id: string): void => change(view.value.actor === id ? SELECTION : { ...SELECTION, actor: id });

/** @param path from 1; null: all its paths */
export const selectPath = (path: number | null): void => change({ path, entity: null, relation: null, claim: null });

/** Opens the panel of an entity. One that is not in the picture is brought in with its relations. */
export function openEntity(id: string): void {
  const { actor, path } = view.value;
  const keepsPaths = actor !== null && actor === id;
  change({
    entity: id,
    relation: null,
    claim: null,
    actor: isInfluencer(id) ? id : null,
    path: keepsPaths ? path : null,
    hidden: view.value.hidden.filter((one) => one !== id),
    ...(wholePicture.value.nodes.has(id) || view.value.expanded.some((one) => one.id === id)
      ? {}
      : { expanded: [...view.value.expanded, { id, type: null, pages: 1 }] }),
  });
}

/** Opens the panel of a place and lights what is tied to it; the picture stays as it is. Chosen again: no longer. */
export const selectPlace = (id: string): void => change(view.value.entity === id ? SELECTION : { ...SELECTION, entity: id });

/** Opens the claims of a relation. The paths that it is part of stay lit. */
export const openRelation = (id: string): void => change({ relation: id, claim: null, entity: null });
export const pointAtClaim = (claim: string | null): void => change({ claim });
export const closeDetails = (): void => change({ entity: null, relation: null, claim: null });

/** Brings in the next page of an entity's relations, of one type or of all. */
export function expand(id: string, type: string | null = null): void {
  const { expanded } = view.value;
  const known = expanded.some((one) => one.id === id && one.type === type);
  change({
    expanded: known
      ? expanded.map((one) =>
          one.id === id && one.type === type ? { ...one, pages: Math.min(one.pages + 1, MOST_EXPANSION_PAGES) } : one,
        )
      : [...expanded, { id, type, pages: 1 }],
  });
}

/** Takes out what was brought in at an entity, of one type or all of it. */
export const collapse = (id: string, type: string | null = null): void =>
  change({ expanded: view.value.expanded.filter((one) => one.id !== id || (type !== null && one.type !== type)) });

export const collapseOrExpand = (id: string): void =>
  view.value.expanded.some((one) => one.id === id) ? collapse(id) : expand(id);

export const hide = (id: string): void =>
  change({ ...SELECTION, hidden: [...view.value.hidden.filter((one) => one !== id), id] });
export const unhideAll = (): void => change({ hidden: [] });

export const toggle = (
  list: 'withoutFamilies' | 'withoutKinds' | 'withoutTypes' | 'places' | 'publishers',
  entry: string,
): void => change({ [list]: toggled(view.value[list], entry) });
export const resetFilters = (): void => change(NO_FILTERS);

const toggled = (list: readonly string[], entry: string): string[] =>
  list.includes(entry) ? list.filter((one) => one !== entry) : [...list, entry];
