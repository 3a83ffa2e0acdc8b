import { holdsDuring } from '../../domain/edtf.js';
import type { Entity, Relation, Source, TimeSpan } from '../../domain/model.js';
import type { Began, During, EntityPage, RelationPage, SourcePage } from '../port.js';
import type { EntityNode, GraphIndexes } from './graph-indexes.js';

/** The filters of the port's pages as predicates; null where everything passes. */
export type Filter<T> = ((row: T) => boolean) | null;

/** But for `within`, which `entitiesInOrder` has an index for. */
export function entityFilter(indexes: GraphIndexes, question: EntityPage): Filter<Entity> {
  const { label, words, during } = question;
  const kinds = setOf(question.kinds);
  const types = setOf(question.relationTypes);
  const node = ({ id }: Entity): EntityNode => indexes.nodes.get(id)!;
  return every<Entity>([
    label !== null && ((entity) => entity.label === label),
    kinds !== null && (({ kind }) => kinds.has(kind)),
    during !== null && (({ time }) => heldDuring(time, during)),
    words.length > 0 && ((entity) => words.every((word) => node(entity).names.includes(word))),
    types !== null && ((entity) => node(entity).relations.BOTH.some(({ type }) => types.has(type))),
  ]);
}

export function relationFilter(indexes: GraphIndexes, question: RelationPage): Filter<Relation> {
  const { from, to, began, within, source, words, during, disputed, minSupporting } = question;
  const types = setOf(question.types);
  const ofSource = source === null ? null : (indexes.relationsBySource.get(source) ?? new Set<string>());
  // There are fewer entities than relations, so the ends are looked through first.
  const entitiesWhere = (passes: (node: EntityNode) => boolean): ReadonlySet<string> => {
    const ids = new Set<string>();
    for (const [id, node] of indexes.nodes) if (passes(node)) ids.add(id);
    return ids;
  };
  const tied = within === null ? null : entitiesWhere(({ entity }) => entity.id === within || entity.within.includes(within));
  const named = words.map((word) => entitiesWhere(({ names }) => names.includes(word)));
  return every<Relation>([
    types !== null && (({ type }) => types.has(type)),
    from !== null && ((relation) => relation.source === from),
    to !== null && ((relation) => relation.target === to),
    began !== null && (({ time }) => beganDuring(time, began)),
    ofSource !== null && (({ id }) => ofSource.has(id)),
    disputed !== null && (({ evidence }) => evidence.disputing > 0 === disputed),
    minSupporting !== null && (({ evidence }) => evidence.supporting >= minSupporting),
    during !== null && (({ time }) => heldDuring(time, during)),
    tied !== null && ((relation) => tied.has(relation.source) || tied.has(relation.target)),
    named.length > 0 && ((relation) => named.every((ids) => ids.has(relation.source) || ids.has(relation.target))),
  ]);
}

export function sourceFilter({ words, publisherId }: SourcePage): Filter<Source> {
  return every<Source>([
    publisherId !== null && ((source) => source.publisherId === publisherId),
    words.length > 0 && (({ sortKey }) => words.every((word) => sortKey.includes(word))),
  ]);
}

export function relationOfFilter(types: readonly string[] | null, during: During | null): Filter<Relation> {
  const wanted = setOf(types);
  return every<Relation>([
    wanted !== null && (({ type }) => wanted.has(type)),
    during !== null && (({ time }) => heldDuring(time, during)),
  ]);
}

function heldDuring(span: TimeSpan, { from, to, certainty }: During): boolean {
  const holding = holdsDuring(span, { earliest: from, latest: to });
  return certainty === 'CERTAINLY' ? holding === 'CERTAINLY' : holding !== 'NO';
}

function beganDuring(span: TimeSpan, { from, to, certain }: Began): boolean {
  const certainly = span.earliestStart >= from && span.latestStart <= to;
  return certain ? certainly : !certainly && span.earliestStart <= to && span.latestStart >= from;
}

const setOf = (names: readonly string[] | null): ReadonlySet<string> | null => (names === null ? null : new Set(names));

function every<T>(asked: (false | ((row: T) => boolean))[]): Filter<T> {
  const filters = asked.filter((filter) => filter !== false);
  return filters.length === 0 ? null : (row) => filters.every((passes) => passes(row));
}
