/**
 * The network in view: what the paths of the answer walk over, the paths between two entities, and the relations that were brought
 * in, less what is hidden or filtered. List, table, picture and files to take away all show this one value.
 */
import { computed } from '@preact/signals';
import { shown } from '../api/asked.js';
import { familyOf } from '../entity/kinds.js';
import type { Entity } from '../entity/names.js';
import { view } from './history.js';
import { expansions, influence, pathsBetween, type Influence, type Relation } from './questions.js';

export interface PictureNode {
  entity: Entity;
  /** It is an oversight body of the region. */
  body: boolean;
  /** Its score as an influencer; 0 where it is none. */
  score: number;
  /** Fewest steps to an oversight body along a path shown; null where none leads there. */
  distance: number | null;
  /** Relations at it in view. */
  links: number;
}

export interface PictureEdge {
  relation: Relation;
  from: string;
  to: string;
  /** Influence flows from its source to its target, back, both ways; null where no path shown walks it. */
  flow: 'FORWARD' | 'BACKWARD' | 'BOTH' | null;
}

export interface Picture {
  nodes: ReadonlyMap<string, PictureNode>;
  edges: ReadonlyMap<string, PictureEdge>;
}

/** What is lit; null: everything alike. */
export interface Light {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** All there is to show, before filters. */
export const wholePicture = computed<Picture>(() => {
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  const node = (entity: Entity): PictureNode => {
    const known = nodes.get(entity.id);
    if (known) return known;
    const added: PictureNode = { entity, body: false, score: 0, distance: null, links: 0 };
    nodes.set(entity.id, added);
    return added;
  };
  const edge = (relation: Relation): PictureEdge => {
    const known = edges.get(relation.id);
    if (known) return known;
    const added: PictureEdge = { relation, from: relation.source.id, to: relation.target.id, flow: null };
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
  for (const { hops } of shown(pathsBetween.asked.value)?.paths ?? []) {
    for (const { from, to, relation } of hops) {
      node(from);
      node(to);
      edge(relation);
    }
  }
  return { nodes, edges };
});

/** What is left of it under the filters. */
export const picture = computed<Picture>(() => {
  const { hidden, withoutKinds, withoutTypes, certainOnly, sources, asOf } = view.value;
  const whole = wholePicture.value;
  const gone = new Set(hidden);
  const shows = ({ entity }: PictureNode): boolean => !gone.has(entity.id) && !withoutKinds.includes(familyOf(entity));
  const nodes = new Map([...whole.nodes].filter(([, one]) => shows(one)).map(([id, one]) => [id, { ...one, links: 0 }]));
  const edges = new Map<string, PictureEdge>();
  for (const [id, edge] of whole.edges) {
    const { type, holds, evidence } = edge.relation;
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!from || !to || withoutTypes.includes(type) || evidence.supporting < sources) continue;
    if (certainOnly && asOf !== null && holds !== 'CERTAINLY') continue;
    edges.set(id, edge);
    from.links += 1;
    if (from !== to) to.links += 1;
  }
  // Who has lost every relation to a filter is no part of the network any more; who never had one stays.
  const filtered = withoutTypes.length > 0 || withoutKinds.length > 0 || sources > 1 || (certainOnly && asOf !== null);
  if (filtered) {
    const expanded = new Set(view.value.expanded.map(({ id }) => id));
    for (const [id, { links, body }] of nodes) if (links === 0 && !body && !expanded.has(id)) nodes.delete(id);
  }
  return { nodes, edges };
});

/** The paths of the influencer chosen, or the one path of it. */
export const litPaths = computed<Influence['influencers']['nodes'][number]['paths']>(() => {
  const { actor, path } = view.value;
  const paths = shown(influence.asked.value)?.influencers.nodes.find((one) => one.actor.id === actor)?.paths ?? [];
  return path === null ? paths : paths.slice(path - 1, path);
});

export const light = computed<Light | null>(() => {
  const { entity, relation, from, to } = view.value;
  const nodes = new Set<string>();
  const edges = new Set<string>();
  for (const { hops } of litPaths.value) {
    for (const hop of hops) {
      nodes.add(hop.from.id).add(hop.to.id);
      edges.add(hop.relation.id);
    }
  }
  if (nodes.size === 0 && from !== null && to !== null) {
    for (const { hops } of shown(pathsBetween.asked.value)?.paths ?? []) {
      for (const hop of hops) {
        nodes.add(hop.from.id).add(hop.to.id);
        edges.add(hop.relation.id);
      }
    }
  }
  const { edges: inView, nodes: there } = picture.value;
  const chosen = relation === null ? undefined : inView.get(relation);
  if (chosen) {
    // The relation chosen alone, unless it is a hop of the paths that are lit.
    if (!edges.has(chosen.relation.id)) {
      nodes.clear();
      edges.clear();
    }
    nodes.add(chosen.from).add(chosen.to);
    edges.add(chosen.relation.id);
  } else if (entity !== null && there.has(entity) && !nodes.has(entity)) {
    nodes.clear();
    edges.clear();
    nodes.add(entity);
    for (const [id, edge] of inView) {
      if (edge.from !== entity && edge.to !== entity) continue;
      edges.add(id);
      nodes.add(edge.from).add(edge.to);
    }
  }
  return nodes.size === 0 ? null : { nodes, edges };
});
