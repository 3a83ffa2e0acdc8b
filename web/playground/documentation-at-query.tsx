import { useDocExplorer, useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** Opens the documentation at the questions that can be asked, instead of at a list of every type. Shows nothing itself. */
export function DocumentationAtQuery(): null {
  const schema = useGraphiQL((state) => state.schema);
  const trail = useDocExplorer();
  const actions = useDocExplorerActions();
  const opened = useRef(false);
  useEffect(() => {
    const query = schema?.getQueryType();
    if (!query || opened.current) return;
    opened.current = true;
    if (trail.length === 1) actions.push({ name: query.name, def: query });
  }, [schema, trail, actions]);
  return null;
}
