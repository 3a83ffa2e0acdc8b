import type { Entity, Relation } from '../../domain/model.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { EntityAlone } from './entities.js';

/** Adds what the relations say of each entity: the places it is tied to, and its number of relations. */
export function tieToPlaces(
  entities: readonly EntityAlone[],
  relations: readonly Relation[],
  { relationTypes }: Vocabulary,
): Entity[] {
  const places = new Set(entities.filter(({ label }) => label === 'Place').map(({ id }) => id));
  const placedIn = new Map<string, string[]>();
  const parents = new Map<string, string[]>();
  const degrees = new Map<string, number>();
  for (const { type, source, target } of relations) {
    for (const end of new Set([source, target])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    if (!places.has(target)) continue;
    if (type === 'PART_OF' && places.has(source)) append(parents, source, target);
    if (relationTypes.get(type)?.places) append(placedIn, source, target);
  }

  const around = surroundings(parents);
  return entities.map(({ sortKey, claimIds, ...entity }) => {
    const tied = [...(places.has(entity.id) ? [entity.id] : []), ...(placedIn.get(entity.id) ?? [])];
    const within = [...new Set(tied.flatMap((place) => [...around(place)]))].sort();
    return { ...entity, within, degree: degrees.get(entity.id) ?? 0, sortKey, claimIds };
  });
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A place with all that it is part of. Places have no cycles: that was checked. */
function surroundings(parents: ReadonlyMap<string, readonly string[]>): (place: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const around = (place: string): ReadonlySet<string> => {
    const found = known.get(place) ?? new Set([place, ...(parents.get(place) ?? []).flatMap((parent) => [...around(parent)])]);
    known.set(place, found);
    return found;
  };
  return around;
}
