/** Which entities and relations the filters keep. What a filter cannot know yet it keeps, until the answer is there. */
import { computed } from '@preact/signals';
import { familyOf } from '../entity/kinds.js';
import type { Entity } from '../entity/names.js';
import { view } from './history.js';
import { publishersOf } from './provenance.js';
import type { Relation } from './questions.js';
import { placesOf } from './ties.js';

type Keeps<Thing> = (thing: Thing) => boolean;

export const keepsEntity = computed<Keeps<Entity>>(() => {
  const { withoutFamilies, withoutKinds } = view.value;
  return (entity) => !withoutFamilies.includes(familyOf(entity)) && !withoutKinds.includes(entity.kind);
});

/** Whether it rests on what was chosen, whenever it held. */
export const keepsAtAnyTime = computed<Keeps<Relation>>(() => {
  const { withoutTypes, sources, places, publishers } = view.value;
  const tied = places.length > 0 ? placesOf.value : null;
  const published = publishers.length > 0 ? publishersOf.value : null;
  const inPlace = (id: string): boolean => places.some((place) => tied?.get(id)?.has(place));
  return ({ id, type, evidence, source, target }) =>
    !withoutTypes.includes(type) &&
    evidence.supporting >= sources &&
    (tied === null || inPlace(source.id) || inPlace(target.id)) &&
    (published === null || publishers.some((publisher) => published.get(id)?.has(publisher)));
});

export const keepsRelation = computed<Keeps<Relation>>(() => {
  const { certainOnly, asOf } = view.value;
  const keeps = keepsAtAnyTime.value;
  return certainOnly && asOf !== null ? (relation) => relation.holds === 'CERTAINLY' && keeps(relation) : keeps;
});

/** How many filters are set; each choice that is left out counts. */
export const filtersSet = computed(() => {
  const { withoutFamilies, withoutKinds, withoutTypes, places, publishers, certainOnly, asOf, sources } = view.value;
  const lists = [withoutFamilies, withoutKinds, withoutTypes, places, publishers];
  return lists.reduce((sum, { length }) => sum + length, 0) + Number(certainOnly && asOf !== null) + Number(sources > 1);
});

export const anyFilter = computed(() => filtersSet.value > 0);
