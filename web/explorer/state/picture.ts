/**
 * The network in view: what the paths of the answer walk over, the paths between two entities, and the relations that were brought
 * in, less what is hidden or filtered. List, table, picture and files to take away all show this one value.
 */
import { computed } from '@preact/signals';
import { shown } from '../api/asked.js';
import { anyFilter, keepsEntity, keepsRelation } from './filters.js';
import { view } from './history.js';
import { foundPaths } from './found-paths.js';
import { influence, type Influence } from './questions.js';
import { placesOf } from './ties.js';
import { wholePicture, type Light, type Picture, type PictureEdge, type PictureNode } from './whole-picture.js';

export { wholePicture, type Light, type Picture, type PictureEdge, type PictureNode };

/** What is left of it under the filters. */
export const picture = computed<Picture>(() => {
  const whole = wholePicture.value;
  const gone = new Set(view.value.hidden);
  const onPaths = foundPaths.value;
  const [keepsNode, keepsEdge] = [keepsEntity.value, keepsRelation.value];
  const nodes = new Map<string, PictureNode>();
  for (const [id, node] of whole.nodes)
    if (!gone.has(id) && keepsNode(node.entity) && (!node.onPathOnly || onPaths.nodes.has(id)))
      nodes.set(id, { ...node, links: 0 });
  const edges = new Map<string, PictureEdge>();
  for (const [id, edge] of whole.edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to || !keepsEdge(edge.relation) || (edge.onPathOnly && !onPaths.edges.has(id))) continue;
    edges.set(id, edge);
    from.links += 1;
    if (from !== to) to.links += 1;
  }
  // Who has lost every relation to a filter is no part of the network any more; who never had one stays.
  if (anyFilter.value) {
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
  const { entity, relation, path, expanded } = view.value;
  const nodes = new Set<string>();
  const edges = new Set<string>();
  // Who brings in the relations of an entity wants to see these.
  const broughtIn = entity !== null && path === null && expanded.some(({ id }) => id === entity);
  for (const { hops } of broughtIn ? [] : litPaths.value) {
    for (const hop of hops) {
      nodes.add(hop.from.id).add(hop.to.id);
      edges.add(hop.relation.id);
    }
  }
  if (nodes.size === 0 && !broughtIn) {
    for (const id of foundPaths.value.nodes) nodes.add(id);
    for (const id of foundPaths.value.edges) edges.add(id);
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
  // A place that is no part of the picture lights what is tied to it.
  if (entity !== null && chosen === undefined && !there.has(entity)) {
    for (const id of there.keys()) if (placesOf.value?.get(id)?.has(entity)) nodes.add(id);
    for (const [id, { from: one, to: other }] of inView) if (nodes.has(one) && nodes.has(other)) edges.add(id);
  }
  return nodes.size === 0 ? null : { nodes, edges };
});
