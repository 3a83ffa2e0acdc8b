/**
 * All there is to show, before filters: what the paths of the answer walk over, the paths between two entities, and the relations
 * that were brought in.
 */
import { computed } from '@preact/signals';
import { shown } from '../api/asked.js';
import type { Entity } from '../entity/names.js';
import { expansions, influence, pathsBetween, type Relation } from './questions.js';

export interface PictureNode {
  entity: Entity;
  /** It is an oversight body of the region. */
  body: boolean;
  /** Its score as an influencer; 0 where it is none. */
  score: number;
  /**
   * Fewest steps to an oversight body along a path shown; null where none leads there. Without a region asked about: to where the
   * paths between two entities end.
   */
  distance: number | null;
  /** Relations at it in view. */
  links: number;
  /** It is here for the paths between two entities alone. */
  onPathOnly: boolean;
}

export interface PictureEdge {
  relation: Relation;
  from: string;
  to: string;
  /** Influence flows from its source to its target, back, both ways; null where no path shown walks it. */
  flow: 'FORWARD' | 'BACKWARD' | 'BOTH' | null;
  /** It is here for the paths between two entities alone. */
  onPathOnly: boolean;
}

export interface Picture {
  nodes: ReadonlyMap<string, PictureNode>;
  edges: ReadonlyMap<string, PictureEdge>;
}

/** Some of the picture: what is lit, or marked. */
export interface Light {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export const wholePicture = computed<Picture>(() => {
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  let onPathOnly = false;
  const node = (entity: Entity): PictureNode => {
    const known = nodes.get(entity.id);
    if (known) return known;
    const added: PictureNode = { entity, body: false, score: 0, distance: null, links: 0, onPathOnly };
    nodes.set(entity.id, added);
    return added;
  };
  const edge = (relation: Relation): PictureEdge => {
    const known = edges.get(relation.id);
    if (known) return known;
    const added: PictureEdge = { relation, from: relation.source.id, to: relation.target.id, flow: null, onPathOnly };
    edges.set(relation.id, added);
    return added;
  };

  const answer = shown(influence.asked.value);
  for (const { actor } of answer?.oversightBodies ?? []) Object.assign(node(actor), { body: true, distance: 0 });
  for (const { actor, score, paths } of answer?.influencers.nodes ?? []) {
    node(actor).score = score;
    for (const { hops } of paths) {
      hops.forEach(({ from, relation, direction }, index) => {
        const start = node(from);
        start.distance = Math.min(start.distance ?? Infinity, hops.length - index);
        const walked = edge(relation);
        walked.flow = walked.flow === null || walked.flow === direction ? direction : 'BOTH';
      });
    }
  }
  for (const { entity, relations } of shown(expansions.asked.value) ?? []) {
    node(entity);
    for (const relation of relations) {
      node(relation.source);
      node(relation.target);
      edge(relation);
    }
  }
  onPathOnly = true;
  const paths = shown(pathsBetween.asked.value)?.paths ?? [];
  for (const { hops } of paths) {
    hops.forEach(({ from, to, relation }, index) => {
      for (const [end, left] of [
        [node(from), hops.length - index],
        [node(to), hops.length - index - 1],
      ] as const) {
        if (!answer) end.distance = Math.min(end.distance ?? Infinity, left);
      }
      edge(relation);
    });
  }
  // All of them start at one side.
  const start = nodes.get(paths[0]?.hops[0]?.from.id ?? '');
  if (start && !answer) start.distance = Math.max(...paths.map(({ hops }) => hops.length));
  return { nodes, edges };
});
