/**
 * The view and its history. The browser's history is the only one: undo is the back button, redo the forward button, and each
 * entry knows its number, so that the page's own buttons know when there is nothing left.
 */
import { computed, signal } from '@preact/signals';
import { fromAddress, toAddress, type View } from './view.js';

interface Entry {
  step: number;
}

const stepOf = (state: unknown): number => (state as Entry | null)?.step ?? 0;

const current = signal(fromAddress(location.search));
const step = signal(stepOf(history.state));
const last = signal(step.value);

/** What the page shows. */
export const view = computed(() => current.value);
export const canUndo = computed(() => step.value > 0);
export const canRedo = computed(() => step.value < last.value);

addEventListener('popstate', ({ state }) => {
  step.value = stepOf(state);
  last.value = Math.max(last.value, step.value);
  current.value = fromAddress(location.search);
});

/** Changes the view, as a new entry of the history; no entry where nothing changes. */
export function change(changes: Partial<View>): void {
  const next = { ...current.value, ...changes };
  const address = toAddress(next);
  if (address === toAddress(current.value)) return;
  step.value += 1;
  last.value = step.value;
  history.pushState({ step: step.value } satisfies Entry, '', addressOf(next));
  current.value = next;
}

export const undo = (): void => {
  if (canUndo.value) history.back();
};
export const redo = (): void => {
  if (canRedo.value) history.forward();
};

/** A link to a view: relative, so that it works behind any prefix. */
export const addressOf = (other: View): string => `${location.pathname}${toAddress(other) ? `?${toAddress(other)}` : ''}`;
