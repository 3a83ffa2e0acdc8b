/** The panels beside the editor, by the titles that GraphiQL's sidebar puts on their buttons. */
export const SCHEMA_DOCUMENTATION = 'Documentation Explorer';
export const READY_QUERIES = 'Ready Queries';

/** From here on the panel, the editor and the answer stand side by side; below, style.css shows one panel at a time. */
export const roomForPanel = (): boolean => matchMedia('(min-width: 48rem)').matches;

/**
 * Opens a closed panel, closes an open one, by pressing GraphiQL's own button for it: only that button both chooses the panel and
 * gives it its width; GraphiQL has no action for the latter.
 */
export function togglePanel(title: string): void {
  document.querySelector<HTMLButtonElement>(`.graphiql-sidebar button[aria-label$="${title}"]`)?.click();
}
