/** The groups that colours stand for: families, kinds or communities, each with its hue and its number in view. */
import { computed } from '@preact/signals';
import { FAMILIES, familyOf, type Family } from '../entity/kinds.js';
import { cut, shortNameOf } from '../entity/names.js';
import { view } from '../state/history.js';
import { picture, wholePicture, type PictureNode } from '../state/picture.js';
import { kindTitle } from '../state/vocabulary.js';
import { measures } from './in-view.js';

export interface Group {
  /** A family, a kind, or the number of a community. */
  id: string;
  title: string;
  count: number;
  hue: Family;
}

/** Hues for what has none of its own, the largest group first; the groups after these share the grey of `REST`. */
const HUES: readonly Family[] = ['authority', 'industry', 'international', 'civil', 'state', 'instrument', 'event', 'place'];
const REST: Family = 'person';

/** Families in view, before filters. */
export const families = computed(() => {
  const counts = counted([...wholePicture.value.nodes.values()].map(({ entity }) => familyOf(entity)));
  return FAMILIES.filter((family) => counts.has(family)).map((family) => ({ family, count: counts.get(family) ?? 0 }));
});

/** Kinds in view, before filters, the most frequent first. */
const kinds = computed<Group[]>(() => {
  const counts = counted([...wholePicture.value.nodes.values()].map(({ entity }) => entity.kind));
  return inHues([...counts].map(([id, count]) => ({ id, count, title: kindTitle(id) })));
});

const LONGEST_TITLE = 30;

/** Communities in view, the largest first, each called by its best connected member, an actor where there is one. */
const communities = computed<Group[]>(() => {
  const members = new Map<string, PictureNode[]>();
  for (const [id, community] of measures.value.get('community') ?? []) {
    const node = picture.value.nodes.get(id);
    if (node) members.set(String(community), [...(members.get(String(community)) ?? []), node]);
  }
  const actor = ({ entity }: PictureNode): number => Number(entity.__typename === 'Actor');
  const centre = (nodes: PictureNode[]): PictureNode | undefined =>
    [...nodes].sort((a, b) => actor(b) - actor(a) || b.links - a.links)[0];
  return inHues(
    [...members].map(([id, nodes]) => {
      const first = centre(nodes);
      return { id, count: nodes.length, title: first ? cut(shortNameOf(first.entity), LONGEST_TITLE) : id };
    }),
  );
});

/** Of the colours chosen; empty where they stand for families, which have a legend of their own, or for a number. */
export const groups = computed<Group[]>(() => {
  const { colour } = view.value;
  return colour === 'kind' ? kinds.value : colour === 'community' ? communities.value : [];
});

export const hueOf = computed<(node: PictureNode) => Family>(() => {
  const { colour } = view.value;
  const hues = new Map(groups.value.map(({ id, hue }) => [id, hue]));
  if (colour === 'kind') return ({ entity }) => hues.get(entity.kind) ?? REST;
  if (colour !== 'community') return ({ entity }) => familyOf(entity);
  const community = measures.value.get('community');
  return ({ entity }) => hues.get(String(community?.get(entity.id))) ?? REST;
});

function counted<Key>(keys: Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const inHues = (found: Omit<Group, 'hue'>[]): Group[] =>
  found
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title))
    .map((group, index) => ({ ...group, hue: HUES[index] ?? REST }));
