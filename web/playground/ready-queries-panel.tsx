import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { GraphiQLProps } from 'graphiql';
import type { ReactElement } from 'react';
import { READY_QUERIES, roomForPanel, togglePanel } from './panels.js';
import { readyQueries, type ReadyQuery } from './ready-queries.js';

type Panel = NonNullable<GraphiQLProps['plugins']>[number];

/** The panel beside the editor that lists the ready queries, for who has closed or changed their tabs. */
export const READY_QUERIES_PANEL: Panel = { title: READY_QUERIES, icon: Icon, content: Content };

function Icon(): ReactElement {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M3 5h1M3 10h1M3 15h1M7.5 5H17M7.5 10H17M7.5 15H17" />
    </svg>
  );
}

function Content(): ReactElement {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const open = ({ query }: ReadyQuery) => {
    actions.addTab();
    queryEditor?.setValue(query);
    if (!roomForPanel()) togglePanel(READY_QUERIES);
  };
  return (
    <section className="ready-queries" aria-label="Ready queries">
      <h2>Ready queries</h2>
      <p>Each opens in a tab of its own. Run it with the triangle or Ctrl-Enter, then change it.</p>
      <ul>
        {readyQueries.map((ready) => (
          <li key={ready.title}>
            <button type="button" onClick={() => open(ready)}>
              {ready.title}
            </button>
            <p>{ready.explanation}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
