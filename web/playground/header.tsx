import mark from './mark.svg';

/** The page's name, and the two panels a newcomer wants, in words. The arguments are the panels' titles. */
export function Header({ documentation, readyQueries }: { documentation: string; readyQueries: string }) {
  return (
    <header className="page-header">
      <img src={mark} alt="" width="24" height="24" />
      <h1>Custodes</h1>
      <p>who governs private security</p>
      <nav aria-label="Panels">
        <button type="button" onClick={() => togglePanel(readyQueries)}>
          Ready queries
        </button>
        <button type="button" onClick={() => togglePanel(documentation)}>
          Docs
        </button>
      </nav>
    </header>
  );
}

/**
 * Presses GraphiQL's own button for the panel: only that button both chooses the panel and gives it its width, and GraphiQL has
 * no action for the latter.
 */
function togglePanel(title: string): void {
  document.querySelector<HTMLButtonElement>(`.graphiql-sidebar button[aria-label$="${title}"]`)?.click();
}
