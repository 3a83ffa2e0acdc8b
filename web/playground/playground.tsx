import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { ask } from './ask.js';
import { FollowSystemTheme } from './follow-system-theme.js';
import { Header } from './header.js';
import { READY_QUERIES } from './ready-queries-panel.js';
import { readyQueries } from './ready-queries.js';
import { storage } from './storage.js';

const SCHEMA_DOCUMENTATION = 'Documentation Explorer';
const PANELS = [READY_QUERIES, HISTORY_PLUGIN];

/** On the first visit: a tab for every ready query, and the schema's documentation beside them where there is room for it. */
export function Playground() {
  return (
    <>
      <Header documentation={SCHEMA_DOCUMENTATION} readyQueries={READY_QUERIES.title} />
      <GraphiQL
        fetcher={ask}
        storage={storage}
        plugins={PANELS}
        {...(matchMedia('(min-width: 60rem)').matches ? { visiblePlugin: SCHEMA_DOCUMENTATION } : {})}
        defaultTabs={readyQueries.map(({ query }) => ({ query }))}
        defaultEditorToolsVisibility={false}
        schemaDescription
        inputValueDeprecation
      >
        <GraphiQL.Logo>
          <FollowSystemTheme />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}
