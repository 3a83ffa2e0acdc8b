/** The ready queries: the files of `ready-queries/`, in the order of their names. */

export interface ReadyQuery {
  /** The question, which is the first line of the file. */
  title: string;
  /** The rest of the first comment. */
  explanation: string;
  /** The whole file. */
  query: string;
}

const files: Record<string, string> = import.meta.glob('./ready-queries/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const readyQueries: ReadyQuery[] = Object.keys(files)
  .sort()
  .map((file) => read(files[file] ?? ''));

function read(query: string): ReadyQuery {
  const end = query.search(/^[^#]/m);
  const [title = '', ...explanation] = query
    .slice(0, end)
    .split('\n')
    .map((line) => line.replace(/^# ?/, ''));
  return { title, explanation: explanation.join(' ').trim(), query };
}
