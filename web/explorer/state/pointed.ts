/**
 * What is pointed at, and with it what list, table, picture, years and map mark alike. It is of the moment: it leaves no trace in
 * the address.
 */
import { computed, signal } from '@preact/signals';
import { light, picture, type Light } from './picture.js';
import { view } from './history.js';

/** The entity under the pointer or with the focus, wherever it is shown. */
export const pointed = signal<string | null>(null);

/** Attributes of whatever stands for an entity, so that all else marks it too while it is pointed at. */
export const pointsAt = (
  id: string,
): Record<'onPointerEnter' | 'onPointerLeave' | 'onFocusCapture' | 'onBlurCapture', () => void> => ({
  onPointerEnter: () => void (pointed.value = id),
  onPointerLeave: () => void (pointed.value = null),
  onFocusCapture: () => void (pointed.value = id),
  onBlurCapture: () => void (pointed.value = null),
});

/** What is pointed at with its relations, or else what is selected; null: nothing. */
export const marked = computed<Light | null>(() => {
  const id = pointed.value;
  if (id === null || !picture.value.nodes.has(id)) return light.value;
  const nodes = new Set([id]);
  const edges = new Set<string>();
  for (const [edge, { from, to }] of picture.value.edges) {
    if (from !== id && to !== id) continue;
    edges.add(edge);
    nodes.add(from).add(to);
  }
  return { nodes, edges };
});

/** The entities that it is about, without those that only lie on their paths. */
export const subjects = computed<readonly string[]>(() => {
  const { entity, relation, actor } = view.value;
  if (pointed.value !== null) return [pointed.value];
  if (entity !== null) return [entity];
  const edge = relation === null ? undefined : picture.value.edges.get(relation);
  if (edge) return [edge.from, edge.to];
  return actor === null ? [] : [actor];
});
