/** A query that a link brings along (`#query=…&variables=…&dataVersion=…`), as the explorer's "query behind this view" and citations do. */

export interface LinkedQuery {
  query: string;
  variables?: string;
  /** Headers as JSON: they demand the version of the data that a citation names. */
  headers?: string;
}

/** Null where the address brings none. It is read once, so that a reload does not open it anew beside what became of it. */
export function linkedQuery(): LinkedQuery | null {
  const brought = new URLSearchParams(location.hash.slice(1));
  const query = brought.get('query');
  if (query === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  const [variables, dataVersion] = [brought.get('variables'), brought.get('dataVersion')];
  return {
    query,
    ...(variables !== null && { variables }),
    ...(dataVersion !== null && { headers: JSON.stringify({ 'custodes-data-version': dataVersion }, null, 2) }),
  };
}
