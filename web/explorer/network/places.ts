/**
 * Where nodes stand: where the arrangement puts them, except those that somebody put elsewhere, which the address knows. All there
 * is to show is arranged, filtered or not, in the order in which it came: so an address shows everybody the same picture.
 */
import { computed, effect, signal } from '@preact/signals';
import { shown } from '../api/asked.js';
import { radiusOf, scaleOf } from '../measures/scale.js';
import { foundPaths } from '../state/found-paths.js';
import { change, view } from '../state/history.js';
import { expansions, influence, pathsBetween } from '../state/questions.js';
import { wholePicture, type Picture } from '../state/whole-picture.js';
import type { Position } from './arrange.js';
import { arranged } from './arranger.js';

/** Width of the room through its height, as it is on this screen; 0 while it is not seen. */
export const room = signal(0);
export const arranging = signal(false);

interface Laid {
  places: ReadonlyMap<string, Position>;
  /** What was asked, and the room it was arranged for; null: nothing yet. */
  for: { question: string; proportion: number } | null;
}
const laid = signal<Laid>({ places: new Map(), for: null });

export const positions = computed<ReadonlyMap<string, Position>>(() => {
  const { places } = laid.value;
  const { pinned } = view.value;
  const put = pinned.flatMap(({ id, at }): [string, Position][] => (at && places.has(id) ? [[id, at]] : []));
  return put.length === 0 ? places : new Map([...places, ...put]);
});

/** Keeps a node where it is put, or where it stands; the address gets its place, and the room that the rest was arranged for. */
export function pin(id: string, at: Position | null = positions.value.get(id) ?? null): void {
  const others = view.value.pinned.filter((one) => one.id !== id);
  const place = at && { x: Math.round(at.x), y: Math.round(at.y) };
  change({ pinned: [...others, { id, at: place }], room: keptRoom() });
}

export function unpin(id: string): void {
  const pinned = view.value.pinned.filter((one) => one.id !== id);
  change({ pinned, room: pinned.length > 0 ? keptRoom() : null });
}

export const isPinned = (id: string): boolean => view.value.pinned.some((one) => one.id === id);
export const pinOrUnpin = (id: string): void => (isPinned(id) ? unpin(id) : pin(id));

const keptRoom = (): number | null => view.value.room ?? laid.value.for?.proportion ?? null;

/** Another value with every arrangement from the ground up, which nodes jump to; to others they move. */
export const arrangement = computed(() => laid.value.for);

/** Room that is so much wider or narrower is filled anew. */
const OTHER_ROOM = 1.3;

effect(() => {
  const { region, asOf, pages, from, to, room: kept } = view.value;
  const proportion = kept ?? room.value;
  // Who came first decides where the rest finds room: so all that is asked for is awaited.
  if ([influence, expansions, pathsBetween].some(({ asked }) => asked.value.status === 'asking')) return;
  const whole = wholePicture.value;
  const onPaths = foundPaths.value.nodes;
  const nodes = [...whole.nodes.values()].filter(({ entity, onPathOnly }) => !onPathOnly || onPaths.has(entity.id));
  if (nodes.length === 0 || room.value === 0) return;
  // Without a region the paths between two stand in columns, and other paths in others.
  const question = JSON.stringify([region, asOf, pages, region === null ? [from, to, ...onPaths] : null]);
  const { places, for: before } = laid.peek();
  const same = before?.question === question;
  const change = before && same ? Math.max(before.proportion / proportion, proportion / before.proportion) : Infinity;
  const known = change > OTHER_ROOM ? new Map<string, Position>() : places;
  if (nodes.every(({ entity }) => known.has(entity.id))) return;
  // Not by what size stands for just now: nobody's place hangs on how the picture is looked at.
  const scale = scaleOf('influence');
  const steps = stepsOf(whole);
  arranging.value = true;
  const done = arranged({
    nodes: nodes.map((node) => ({
      id: node.entity.id,
      distance: node.distance,
      size: radiusOf(node, scale),
      at: known.get(node.entity.id) ?? null,
      step: steps.get(node.entity.id) ?? 0,
    })),
    edges: [...whole.edges].map(([id, { from, to }]) => ({ from, to, step: steps.get(id) ?? 0 })),
    proportion,
  });
  void done.then(
    (found) => {
      if (found === null) return;
      arranging.value = false;
      const anew = known.size === 0;
      laid.value = { places: new Map([...known, ...found]), for: anew || !before ? { question, proportion } : before };
    },
    () => void (arranging.value = false),
  );
});

/** In which step each entity and relation came into the picture: 0 with the answer, then with each thing brought in. */
function stepsOf({ nodes, edges }: Picture): Map<string, number> {
  const steps = new Map<string, number>();
  for (const [id, { distance }] of nodes) if (distance !== null) steps.set(id, 0);
  for (const [id, { flow }] of edges) if (flow !== null) steps.set(id, 0);
  (shown(expansions.asked.value) ?? []).forEach(({ relations, entity }, index) => {
    for (const { id } of [entity, ...relations.flatMap((relation) => [relation, relation.source, relation.target])]) {
      if (!steps.has(id)) steps.set(id, index + 1);
    }
  });
  return steps;
}
