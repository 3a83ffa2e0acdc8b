/** @jsxImportSource preact */
/** A foldable part of the filters, and one choice in it with its count. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../words/words.js';

/** @param props.set how many of its filters are set; where any is, it opens by itself */
export function Section(props: {
  title: string;
  set: number;
  open?: boolean;
  opened?: (open: boolean) => void;
  children: ComponentChildren;
}): JSX.Element {
  const { title, set, open = false, opened, children } = props;
  const [starts] = useState(open || set > 0);
  return (
    <details class="filter-section" open={starts} onToggle={({ currentTarget }) => opened?.(currentTarget.open)}>
      <summary>
        {title} {set > 0 && <span class="filter-set">{words().filtersSet(set)}</span>}
      </summary>
      <div class="filter-choices" role="group" aria-label={title}>
        {children}
      </div>
    </details>
  );
}

/** @param props.group the name of the choices of which one alone can hold; without it they hold side by side */
export function Choice(props: {
  checked: boolean;
  count: number;
  toggle: () => void;
  group?: string;
  disabled?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const { checked, count, toggle, group, disabled = false, children } = props;
  return (
    <label class="choice">
      <input type={group ? 'radio' : 'checkbox'} name={group} checked={checked} disabled={disabled} onChange={toggle} />
      <span class="choice-words">{children}</span>
      <span class="count">{count.toLocaleString()}</span>
    </label>
  );
}
