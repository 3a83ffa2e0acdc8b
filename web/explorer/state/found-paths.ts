/**
 * The shortest paths between the two entities chosen, as many as are asked for. Types of relations, date and length go to the API;
 * the other filters keep a path where they keep all of it.
 */
import { computed } from '@preact/signals';
import { shown } from '../api/asked.js';
import { keepsEntity, keepsRelation } from './filters.js';
import { view } from './history.js';
import { pathsAsked, pathsBetween, type FoundPath } from './questions.js';
import type { Light } from './whole-picture.js';

export interface FoundPaths extends Light {
  paths: readonly FoundPath[];
  /** How many of those that the API gave the other filters leave out. */
  leftOut: number;
  /** The search ended before all was looked at: there may be others, shorter ones too. */
  incomplete: boolean;
}

export const foundPaths = computed<FoundPaths>(() => {
  const { from, to, hidden, shortest } = view.value;
  const answer = shown(pathsBetween.asked.value);
  const all = answer?.paths ?? [];
  const [keepsNode, keepsEdge] = [keepsEntity.value, keepsRelation.value];
  const isEnd = (id: string): boolean => id === from || id === to;
  const kept = all.filter(({ hops }) =>
    hops.every(
      (hop) =>
        keepsEdge(hop.relation) &&
        [hop.from, hop.to].every((end) => isEnd(end.id) || (keepsNode(end) && !hidden.includes(end.id))),
    ),
  );
  const paths = kept.slice(0, shortest);
  const hops = paths.flatMap((path) => path.hops);
  const ends = [from, to].filter((id) => id !== null);
  return {
    paths,
    leftOut: all.length - kept.length,
    // Where as many came as were asked for, that alone may be why.
    incomplete: (answer?.truncated ?? false) && all.length < (pathsAsked()?.first ?? 0),
    nodes: new Set(paths.length > 0 ? [...ends, ...hops.flatMap((hop) => [hop.from.id, hop.to.id])] : []),
    edges: new Set(hops.map(({ relation }) => relation.id)),
  };
});
