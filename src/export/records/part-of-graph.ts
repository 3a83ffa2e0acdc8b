import { during, holding } from '../../domain/as-of.js';
import { asKnown } from '../../domain/known.js';
import type { Entity, Relation } from '../../domain/model.js';
import { entityBatches } from '../../store/batches.js';
import type { Direction, GraphStore } from '../../store/port.js';
import { BATCH, type Chosen } from './records.js';
import type { Selection } from './selection.js';

/**
 * The whole graph, or what of it lies in a place, is of some kinds, or held at a time: read batch by batch along the ids, so
 * that memory does not grow with it (of a region, the ids of entities outside that its relations reach are kept).
 * @param place id of the region; null: everywhere
 */
export function partOfGraph(store: GraphStore, place: string | null, selection: Selection): Chosen {
  const { kinds = null, relationTypes = null, asOf = null, knownAt, publishedBy } = selection;
  const reads = asKnown(store, selection);
  const held = during(asOf);
  const ofKinds = ({ kind }: Entity): boolean => kinds === null || kinds.includes(kind);
  const isInside = ({ within }: Entity): boolean => place === null || within.includes(place);

  /** Entities by id, before the date is looked at. */
  const inside = (): AsyncGenerator<Entity[]> => entityBatches(store, { kinds, within: place, limit: BATCH });

  /** Who possibly existed then by its own dates, or stood at a relation that held: no relation loses an end. */
  async function existing(batch: Entity[]): Promise<Entity[]> {
    const doubtful = batch.filter(({ time }) => holding(time, asOf) === 'NO').map(({ id }) => id);
    if (doubtful.length === 0) return batch;
    const question = {
      entityIds: doubtful,
      direction: 'BOTH',
      types: relationTypes,
      during: held,
      limit: 1,
      after: null,
    } as const;
    const answers = await reads.relationsOf(question);
    const gone = new Set(answers.filter(({ total }) => total === 0).map(({ entityId }) => entityId));
    return batch.filter(({ id }) => !gone.has(id));
  }

  /** The relations of these entities, each with the entity it was met at; a hub's come in several batches. */
  async function* relationsAt(entityIds: readonly string[], direction: Direction): AsyncGenerator<Met[]> {
    const question = { direction, types: relationTypes, during: held, limit: BATCH };
    const answers = await reads.relationsOf({ ...question, entityIds, after: null });
    yield answers.flatMap(({ entityId, relations }) => relations.map((relation) => ({ at: entityId, relation })));
    for (const { entityId, relations } of answers) {
      for (let page = relations; page.length === BATCH;) {
        const after = page.at(-1)?.sortKey ?? null;
        page = (await reads.relationsOf({ ...question, entityIds: [entityId], after }))[0]?.relations ?? [];
        yield page.map((relation) => ({ at: entityId, relation }));
      }
    }
  }

  /** Relations, each once, and their other ends where these had to be looked at: both ends are of the kinds asked for. */
  async function* relationsWithOthers(): AsyncGenerator<{ relations: Relation[]; others: Entity[] }> {
    // In the whole graph each relation is met at its source; in a region it may be met at its target only.
    const direction = place === null ? 'OUT' : 'BOTH';
    const looksAtOthers = place !== null || kinds !== null;
    for await (const batch of inside()) {
      const ids = batch.map(({ id }) => id);
      for await (const met of relationsAt(ids, direction)) {
        if (!looksAtOthers || met.length === 0) {
          yield { relations: met.map(({ relation }) => relation), others: [] };
          continue;
        }
        const others = new Map((await store.entities([...new Set(met.map(otherEnd))])).map((other) => [other.id, other]));
        const wanted = met.filter((one) => {
          const other = others.get(otherEnd(one));
          return other !== undefined && ofKinds(other) && (one.relation.source === one.at || !isInside(other));
        });
        yield { relations: wanted.map(({ relation }) => relation), others: [...others.values()].filter(ofKinds) };
      }
    }
  }

  async function* entities(): AsyncGenerator<Entity[]> {
    for await (const batch of inside()) {
      const those = await existing(batch);
      if (those.length > 0) yield those;
    }
    if (place === null) return;
    const outside = new Set<string>();
    for await (const { others } of relationsWithOthers()) {
      for (const other of others) if (!isInside(other)) outside.add(other.id);
    }
    const ids = [...outside].sort();
    for (let from = 0; from < ids.length; from += BATCH) yield await store.entities(ids.slice(from, from + BATCH));
  }

  async function* relations(): AsyncGenerator<Relation[]> {
    let ready: Relation[] = [];
    for await (const { relations: page } of relationsWithOthers()) {
      ready.push(...page);
      if (ready.length < BATCH) continue;
      yield ready;
      ready = [];
    }
    if (ready.length > 0) yield ready;
  }

  const everything = place === null && kinds === null && relationTypes === null && asOf === null && !knownAt && !publishedBy;
  return { entities, relations, everything, truncation: null };
}

interface Met {
  at: string;
  relation: Relation;
}

const otherEnd = ({ at, relation: { source, target } }: Met): string => (source === at ? target : source);
