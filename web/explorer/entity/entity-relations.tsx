/** @jsxImportSource preact */
/** The relations of an entity, by type, loaded a page at a time; each opens its claims. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ask, Failure } from '../api/ask.js';
import { VocabularyDocument } from '../api/operations.js';
import { mostFirst, typeCounts, type TypeCount } from '../api/type-counts.js';
import { whenOf } from '../answer/dates.js';
import { KindMark } from '../look/icons.js';
import { Failed, Waiting } from '../look/states.js';
import { openRelation } from '../state/deeds.js';
import { view } from '../state/history.js';
import { picture } from '../state/picture.js';
import { relationsPage, type RelationsPage, type RelationWithEnds } from '../state/questions.js';
import { relationLabel, relationType } from '../state/vocabulary.js';
import { words } from '../words/words.js';
import { ExpandByType } from './expand-by-type.js';
import { familyOf } from './kinds.js';
import { nameOf } from './names.js';

const PAGE = 50;

export function EntityRelations({ id, total: degree }: { id: string; total: number }): JSX.Element {
  const text = words();
  const { asOf } = view.value;
  const type = useSignal<string | null>(null);
  const loaded = useSignal<RelationWithEnds[]>([]);
  const types = useSignal<TypeCount[]>([]);
  const page = useSignal<{ total: number; next: string | null }>({ total: degree, next: null });
  const failure = useSignal<Failure | null>(null);
  const busy = useSignal(false);

  const load = async (after: string | null): Promise<void> => {
    busy.value = true;
    failure.value = null;
    try {
      const { relations } = await relationsPage(id, type.value, after, PAGE);
      loaded.value = after === null ? relations.nodes : [...loaded.value, ...relations.nodes];
      page.value = {
        total: relations.totalCount,
        next: relations.pageInfo.hasNextPage ? (relations.pageInfo.endCursor ?? null) : null,
      };
      if (type.value === null && after === null) types.value = await countsOf(id, relations);
    } catch (error) {
      failure.value = error instanceof Failure ? error : new Failure('broken', String(error));
    } finally {
      busy.value = false;
    }
  };
  useEffect(() => void load(null), [id, asOf, type.value]);

  const groups = grouped(loaded.value, id);
  return (
    <section class="section">
      <h3>
        {text.relationsTitle(page.value.total)}
        {loaded.value.length < page.value.total && loaded.value.length > 0 && (
          <span class="quiet small"> {text.relationsLoaded(loaded.value.length, page.value.total)}</span>
        )}
      </h3>
      {types.value.length > 1 && (
        <ExpandByType id={id} counts={types.value} listed={type.value} list={(one) => (type.value = one)} />
      )}
      {failure.value && <Failed failure={failure.value} retry={() => void load(page.value.next)} />}
      {busy.value && loaded.value.length === 0 && <Waiting slow={false} lines={3} />}
      {groups.map(({ label, definition, relations }) => (
        <div key={label} class="relation-group">
          <h4 title={definition}>
            {label} <span class="count">{relations.length}</span>
          </h4>
          <ul>
            {relations.map((relation) => {
              const other = relation.source.id === id ? relation.target : relation.source;
              return (
                <li key={relation.id}>
                  <button type="button" class="relation-row" onClick={() => openRelation(relation.id)}>
                    <KindMark family={familyOf(other)} />
                    <span class="relation-other">{nameOf(other)}</span>
                    <span class="relation-when">
                      {whenOf(relation, text)}
                      {relation.holds === 'POSSIBLY' && ` · ${text.possibly}`}
                      {picture.value.edges.has(relation.id) && <span class="unseen"> · {text.inView}</span>}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      {page.value.next !== null && (
        <button type="button" class="wide" disabled={busy.value} onClick={() => void load(page.value.next)}>
          {text.moreOf(page.value.total)}
        </button>
      )}
    </section>
  );
}

/** Counted here where all are here already. */
async function countsOf(id: string, { nodes, totalCount }: RelationsPage): Promise<TypeCount[]> {
  if (nodes.length < totalCount) {
    const { relationTypes } = await ask(VocabularyDocument, {});
    return typeCounts(
      id,
      relationTypes.map(({ name }) => name),
      view.value.asOf,
    );
  }
  const types = [...new Set(nodes.map(({ type }) => type))];
  return mostFirst(types.map((type) => ({ type, count: nodes.filter((one) => one.type === type).length })));
}

interface Group {
  label: string;
  definition: string | undefined;
  relations: RelationWithEnds[];
}

/** By type and end: what the entity does apart from what is done to it. */
function grouped(relations: RelationWithEnds[], id: string): Group[] {
  const groups = new Map<string, Group>();
  for (const relation of relations) {
    const label = relationLabel(relation.type, relation.source.id !== id);
    const group = groups.get(label) ?? { label, definition: relationType(relation.type)?.definition, relations: [] };
    group.relations.push(relation);
    groups.set(label, group);
  }
  return [...groups.values()].sort((a, b) => b.relations.length - a.relations.length || a.label.localeCompare(b.label));
}
