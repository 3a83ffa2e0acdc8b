/** A query that a link brings along (`#query=…&variables=…`), as the explorer's "query behind this view" does. */

export interface LinkedQuery {
  query: string;
  variables?: string;
}

/** Null where the address brings none. It is read once, so that a reload does not open it anew beside what became of it. */
export function linkedQuery(): LinkedQuery | null {
  const brought = new URLSearchParams(location.hash.slice(1));
  const query = brought.get('query');
  if (query === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  const variables = brought.get('variables');
  return variables === null ? { query } : { query, variables };
}
