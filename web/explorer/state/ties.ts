/**
 * The places that the entities in view are tied to: by seat, jurisdiction, field of operation or venue (and then to every place
 * around it), or by any relation in view to a place. Asked for when a filter or the map needs them.
 */
import { computed, signal } from '@preact/signals';
import { ask } from '../api/ask.js';
import { follow, shown } from '../api/asked.js';
import { EntityPlacesDocument } from '../api/operations.js';
import { wholePicture } from './whole-picture.js';
import { view } from './history.js';

/** Set while the choice of places is looked at. */
export const placesWanted = signal(false);

/** Most entities that one question takes. */
const MOST_ASKED = 100;

const wanted = computed(() => {
  const { stage, places, entity } = view.value;
  const placeChosen = entity !== null && wholePicture.value.nodes.size > 0 && !wholePicture.value.nodes.has(entity);
  return placesWanted.value || stage === 'map' || places.length > 0 || placeChosen;
});
const inView = computed(() => [...wholePicture.value.nodes.keys()].sort().join(' '));

/** What was learnt stays: a place asked about does not move. */
const known = new Map<string, readonly string[]>();

export const ties = follow(() => {
  if (!wanted.value || inView.value === '') return null;
  const ids = inView.value.split(' ');
  return async () => {
    const unknown = ids.filter((id) => !known.has(id));
    const parts = Array.from({ length: Math.ceil(unknown.length / MOST_ASKED) }, (_, index) =>
      unknown.slice(index * MOST_ASKED, (index + 1) * MOST_ASKED),
    );
    const answers = await Promise.all(parts.map((part) => ask(EntityPlacesDocument, { ids: part })));
    for (const { network } of answers) {
      for (const { entity } of network?.nodes ?? [])
        known.set(
          entity.id,
          entity.within.map(({ id }) => id),
        );
    }
    return ids;
  };
});

/** The places of each entity in view; null while they are not known. */
export const placesOf = computed<ReadonlyMap<string, ReadonlySet<string>> | null>(() => {
  const ids = wanted.value ? shown(ties.asked.value) : null;
  if (!ids) return null;
  const { nodes, edges } = wholePicture.value;
  const found = new Map(ids.map((id) => [id, new Set(known.get(id))]));
  const isPlace = (id: string): boolean => nodes.get(id)?.entity.__typename === 'Place';
  for (const id of ids) if (isPlace(id)) found.get(id)?.add(id);
  for (const { from, to } of edges.values()) {
    if (isPlace(to)) found.get(from)?.add(to);
    if (isPlace(from)) found.get(to)?.add(from);
  }
  return found;
});
