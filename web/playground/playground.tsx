import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ReactElement } from 'react';
import { ask } from './ask.js';
import { DocumentationAtQuery } from './documentation-at-query.js';
import { EditorLook } from './editor-look.js';
import { EDITOR_THEMES } from './editor-themes.js';
import { Header } from './header.js';
import { linkedQuery } from './linked-query.js';
import { roomForPanel, SCHEMA_DOCUMENTATION } from './panels.js';
import { READY_QUERIES_PANEL } from './ready-queries-panel.js';
import { readyQueries } from './ready-queries.js';
import { storage } from './storage.js';

const PANELS = [READY_QUERIES_PANEL, HISTORY_PLUGIN];
const FIRST_PANEL = roomForPanel() ? { visiblePlugin: SCHEMA_DOCUMENTATION } : {};
const LINKED = linkedQuery();
/** As many tabs as have room; the other ready queries wait in their panel. */
const MOST_FIRST_TABS = 5;
const FIRST_TABS = [...(LINKED ? [LINKED] : []), ...readyQueries.slice(0, MOST_FIRST_TABS).map(({ query }) => ({ query }))];
const FIRST_SHOWN = LINKED
  ? { initialQuery: LINKED.query, initialVariables: LINKED.variables ?? '', initialHeaders: LINKED.headers ?? '' }
  : {};

/**
 * On the first visit: a tab for each of the first ready queries, and the schema's documentation beside them where there is room for it. Later:
 * what the visitor left, and the query that a link brought.
 */
export function Playground(): ReactElement {
  return (
    <>
      <Header />
      <GraphiQL
        fetcher={ask}
        storage={storage}
        plugins={PANELS}
        {...FIRST_PANEL}
        {...FIRST_SHOWN}
        defaultTabs={FIRST_TABS}
        defaultEditorToolsVisibility={false}
        editorTheme={EDITOR_THEMES}
        schemaDescription
        inputValueDeprecation
      >
        <GraphiQL.Logo>
          <EditorLook />
          <DocumentationAtQuery />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
