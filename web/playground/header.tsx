import type { ReactElement } from 'react';
import mark from './mark.svg';
import { READY_QUERIES, SCHEMA_DOCUMENTATION, togglePanel } from './panels.js';

/** The page's name, and the two panels a newcomer wants, in words. */
export function Header(): ReactElement {
  return (
    <header className="page-header">
      <img src={mark} alt="" width="24" height="24" />
      <h1>Custodes</h1>
      <p>who governs private security, and who says so</p>
      <nav aria-label="Panels">
        <button type="button" onClick={() => togglePanel(READY_QUERIES)}>
          Ready queries
        </button>
        <button type="button" onClick={() => togglePanel(SCHEMA_DOCUMENTATION)}>
          Docs
        </button>
      </nav>
    </header>
  );
}
