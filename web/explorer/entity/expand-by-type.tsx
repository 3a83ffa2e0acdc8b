/** @jsxImportSource preact */
/** The types of an entity's relations, each with its number before they come: to bring in, to take out, to list alone. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { shown } from '../api/asked.js';
import type { TypeCount } from '../api/type-counts.js';
import { Icon } from '../look/icons.js';
import { collapse, expand } from '../state/deeds.js';
import { view } from '../state/history.js';
import { expansions, NEIGHBOURS_PAGE } from '../state/questions.js';
import { MOST_EXPANSION_PAGES } from '../state/view.js';
import { relationLabel, relationType } from '../state/vocabulary.js';
import { words } from '../words/words.js';

export function ExpandByType(props: {
  id: string;
  counts: TypeCount[];
  /** The type listed alone; null: all. */
  listed: string | null;
  list: (type: string | null) => void;
}): JSX.Element {
  const { id, counts, listed, list } = props;
  const text = words();
  const all = useSignal(false);
  const few = all.value || counts.length <= MOST_TYPES ? counts : counts.slice(0, MOST_TYPES - 1);
  return (
    <ul class="by-type" aria-label={text.byType}>
      {few.map(({ type, count }) => {
        const alone = listed === type;
        return (
          <li key={type}>
            <button
              type="button"
              class="by-type-name"
              aria-pressed={alone}
              title={relationType(type)?.definition}
              onClick={() => list(alone ? null : type)}
            >
              {relationLabel(type)} <span class="count">{count.toLocaleString()}</span>
            </button>
            <BringIn id={id} type={type} count={count} />
          </li>
        );
      })}
      {few.length < counts.length && (
        <li>
          <button type="button" class="plain" onClick={() => (all.value = true)}>
            {text.allBodies(counts.length)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** More of them would push the relations themselves off the screen. */
const MOST_TYPES = 8;

function BringIn({ id, type, count }: { id: string; type: string; count: number }): JSX.Element {
  const text = words();
  const expansion = view.value.expanded.find((one) => one.id === id && one.type === type);
  const brought = shown(expansions.asked.value)?.find((one) => one.id === id && one.type === type)?.relations.length ?? 0;
  const left = expansion ? count - brought : count;
  const label = `${relationLabel(type)}: ${bringInWords(expansion ? brought : 0, count)}`;
  const full = (expansion?.pages ?? 0) >= MOST_EXPANSION_PAGES;
  return (
    <span class="by-type-deeds">
      {expansion && <span class="quiet small">{text.ofAll(brought, count)}</span>}
      {expansion && (
        <button
          type="button"
          class="bar-button"
          title={text.collapse}
          aria-label={`${relationLabel(type)}: ${text.collapse}`}
          onClick={() => collapse(id, type)}
        >
          <Icon name="minus" />
        </button>
      )}
      <button
        type="button"
        class="bar-button"
        title={label}
        aria-label={label}
        disabled={left <= 0 || full}
        onClick={() => expand(id, type)}
      >
        <Icon name="plus" />
      </button>
    </span>
  );
}

/** What the next step brings: `Bring in 12 relations`, `Bring in 25 of 5,000 relations`, `Bring in the next (25 of 5,000 so far)`. */
export function bringInWords(brought: number, total: number): string {
  const text = words();
  if (brought >= MOST_EXPANSION_PAGES * NEIGHBOURS_PAGE && brought < total) return text.expandMost(brought, total);
  if (brought >= total) return text.expandedAll;
  if (brought > 0) return text.expandNext(brought, total);
  return total > NEIGHBOURS_PAGE ? text.expandPage(NEIGHBOURS_PAGE, total) : text.expand(total);
}
