/** What there is to choose from in each filter, with how much of the view each choice stands for, before any filter. */
import { computed } from '@preact/signals';
import { shown } from '../api/asked.js';
import { FAMILIES, familyOf, type Family } from '../entity/kinds.js';
import { nameOf, type Entity } from '../entity/names.js';
import { publishersOf } from '../state/provenance.js';
import { places } from '../state/questions.js';
import { placesOf } from '../state/ties.js';
import { wholePicture } from '../state/whole-picture.js';

export interface Counted {
  id: string;
  count: number;
}

const entities = computed(() => [...wholePicture.value.nodes.values()].map(({ entity }) => entity));
const relations = computed(() => [...wholePicture.value.edges.values()].map(({ relation }) => relation));

/** The most frequent first. */
function counted(ids: Iterable<string>): Counted[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
}

/** Entities of each kind of a family. */
export const kindsOf = computed<ReadonlyMap<Family, Counted[]>>(
  () =>
    new Map(
      FAMILIES.map((family) => {
        const members = entities.value.filter((entity) => familyOf(entity) === family);
        return [family, counted(members.map(({ kind }) => kind))];
      }),
    ),
);

/** Relations of each type. */
export const types = computed(() => counted(relations.value.map(({ type }) => type)));

/** Relations on at least so many independent sources, from 1 to the most that there are. */
export const supported = computed(() => {
  const supporting = relations.value.map(({ evidence }) => evidence.supporting);
  const most = Math.min(Math.max(1, ...supporting), 9);
  return Array.from({ length: most }, (_, index) => ({
    least: index + 1,
    count: supporting.filter((sources) => sources > index).length,
  }));
});

/** Relations that held at the date certainly, and possibly; null without a date. */
export const held = computed(() => {
  const dated = relations.value.filter(({ holds }) => holds !== undefined);
  if (dated.length === 0) return null;
  const count = (how: 'CERTAINLY' | 'POSSIBLY'): number => dated.filter(({ holds }) => holds === how).length;
  return { certainly: count('CERTAINLY'), possibly: count('POSSIBLY') };
});

/** Relations that rest on each publisher; null while not known. */
export const publishers = computed(() => publishersOf.value && counted(relationsIn(publishersOf.value)));

function* relationsIn(byRelation: ReadonlyMap<string, ReadonlySet<string>>): Iterable<string> {
  for (const { id } of relations.value) yield* byRelation.get(id) ?? [];
}

const COUNTRIES_FIRST = ['country', 'sub-region', 'region', 'world'];

/** Entities tied to each place: countries first, then the regions around them; null while not known. Towns are not told apart. */
export const tiedPlaces = computed<{ place: Entity; count: number }[] | null>(() => {
  const answer = shown(places.asked.value);
  if (!placesOf.value || !answer) return null;
  const named = new Map<string, Entity>();
  for (const { place } of answer.statistics?.entitiesByPlace ?? []) named.set(place.id, place);
  for (const place of answer.countries) named.set(place.id, place);
  const rank = ({ place }: { place: Entity }): number => COUNTRIES_FIRST.indexOf(place.kind);
  return counted([...placesOf.value.values()].flatMap((tied) => [...tied]))
    .flatMap(({ id, count }) => {
      const place = named.get(id);
      return place ? [{ place, count }] : [];
    })
    .filter((one) => rank(one) >= 0)
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count || nameOf(a.place).localeCompare(nameOf(b.place)));
});
