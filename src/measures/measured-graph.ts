import { DirectedGraph, UndirectedGraph } from 'graphology';
import { givingWay } from '../domain/long-calculation.js';
import type { EntityLabel, Relation } from '../domain/model.js';
import { byId } from '../domain/order.js';
import { vocabulary } from '../domain/vocabulary.js';
import { selectRecords } from '../export/records/select.js';
import type { Selection } from '../export/records/selection.js';
import type { GraphStore } from '../store/port.js';

/** What a tie weighs: how many relations make it up, or the sum of the strengths of their evidence. */
export const WEIGHTS = ['RELATIONS', 'EVIDENCE'] as const;
export type Weights = (typeof WEIGHTS)[number];

/** Which part of the graph is measured, in the words of exports, and how relations become ties. */
export interface Measured extends Selection {
  /** Whether places count, too; not where `kinds` says what counts. They tie together whoever works in one country. */
  places?: boolean | null | undefined;
  weights?: Weights | null | undefined;
}

export interface MeasuredEntity {
  id: string;
  kind: string;
  label: EntityLabel;
}

/** Two entities are tied, once, whatever the number of relations between them. */
export interface Tie {
  [name: string]: unknown;
  weight: number;
}
export type Ties = UndirectedGraph<MeasuredEntity, Tie>;
export type Arcs = DirectedGraph<MeasuredEntity, Tie>;

/**
 * What every measure is made from: simple graphs without self-loops, entities by id, whatever the store. docs/measures.md says how
 * parallel relations, self-loops, directions and weights go into them.
 */
export interface MeasuredGraph {
  dataVersion: string;
  /** What a limit left out of the part asked for; null where nothing was. */
  truncation: string | null;
  /** Relations that make up the ties. */
  relations: number;
  /** Relations of an entity to itself, which no tie comes from. */
  selfLoops: number;
  ties: Ties;
  /** From the source to the target of relations; symmetric types go both ways. */
  arcs: Arcs;
}

/**
 * Reads a part of the graph. Relations that no source supports make no tie.
 * @param store a snapshot, where the engine can hold on to one
 * @throws DomainError as `selectRecords`
 */
export async function readMeasuredGraph(store: GraphStore, { places, weights, ...selection }: Measured): Promise<MeasuredGraph> {
  const giveWay = givingWay();
  const records = await selectRecords(store, { ...selection, kinds: selection.kinds ?? (places ? null : KINDS_BUT_PLACES) });
  const entities: MeasuredEntity[] = [];
  for await (const batch of records.entities()) entities.push(...batch.map(({ id, kind, label }) => ({ id, kind, label })));
  const relations: Pick<Relation, 'id' | 'type' | 'source' | 'target' | 'evidence'>[] = [];
  for await (const batch of records.relations()) {
    relations.push(...batch.map(({ id, type, source, target, evidence }) => ({ id, type, source, target, evidence })));
  }
  await giveWay();
  return {
    dataVersion: records.dataset.version,
    truncation: records.truncation,
    ...tied(entities.sort(byId), relations.sort(byId), weights ?? 'RELATIONS'),
  };
}

const KINDS_BUT_PLACES = [...vocabulary.entityKinds.values()].filter(({ label }) => label !== 'Place').map(({ name }) => name);

function tied(
  entities: readonly MeasuredEntity[],
  relations: readonly Pick<Relation, 'type' | 'source' | 'target' | 'evidence'>[],
  weights: Weights,
): Pick<MeasuredGraph, 'relations' | 'selfLoops' | 'ties' | 'arcs'> {
  const ties: Ties = new UndirectedGraph();
  const arcs: Arcs = new DirectedGraph();
  for (const entity of entities) for (const graph of [ties, arcs]) graph.addNode(entity.id, { ...entity });
  let [counted, selfLoops] = [0, 0];
  for (const { type, source, target, evidence } of relations) {
    if (evidence.strength === 0 || !ties.hasNode(source) || !ties.hasNode(target)) continue;
    if (source === target) {
      selfLoops++;
      continue;
    }
    counted++;
    const weight = weights === 'RELATIONS' ? 1 : evidence.strength;
    const more = (tie: Partial<Tie>): Tie => ({ weight: (tie.weight ?? 0) + weight });
    ties.updateUndirectedEdge(source, target, more);
    arcs.updateDirectedEdge(source, target, more);
    if (vocabulary.relationTypes.get(type)?.symmetric) arcs.updateDirectedEdge(target, source, more);
  }
  return { relations: counted, selfLoops, ties, arcs };
}
