/**
 * What was measured, as Markdown.
 * @typedef {{ question: string, connections: number, server: string, rate: number, p50: number, p99: number, databaseMs?: number, operationMs?: number,
 *   statementsMs?: number }} Row means of a request, in milliseconds: what Neo4j says that the statements of the bare driver took it; what Custodes says that
 *   an operation took, and its statements until their rows were there
 */

export const SERVERS = {
  neo4j: 'Custodes on Neo4j',
  watched: 'Custodes on Neo4j, with metrics',
  copy: 'Custodes, copy of Neo4j in memory',
  memory: 'Custodes, memory store',
  again: 'the same view again',
  peer: '@neo4j/graphql',
  driver: 'bare driver',
  graphql: 'bare GraphQL over memory',
  bytes: 'the same bytes, bare HTTP',
  hello: 'a few bytes, bare HTTP',
};

/**
 * For each number of connections a table: a line a question, a column a server, in it answers a second, how many times the peer's that
 * is, and median and 99th percentile in milliseconds.
 * @param {Row[]} rows
 */
export function tables(rows) {
  const servers = Object.values(SERVERS).filter((server) => server !== SERVERS.watched);
  return [...groupedBy(rows, ({ connections }) => connections)]
    .sort(([a], [b]) => a - b)
    .map(([connections, together]) => {
      const lines = [...groupedBy(together, ({ question }) => question)].map(([question, group]) => [
        question,
        ...servers.map((server) => cellOf(group, server)),
      ]);
      const heading = `**${connections} ${connections === 1 ? 'connection' : 'connections'}**: answers a second (times the peer's), median / 99th percentile in ms`;
      return `${heading}\n\n${markdown(['question', ...servers], lines)}`;
    })
    .join('\n\n');
}

function cellOf(group, server) {
  const row = group.find((one) => one.server === server);
  if (row === undefined) return '–';
  if (row.rate === 0) return 'given up after 30 s';
  const peer = group.find((one) => one.server === SERVERS.peer);
  const beside =
    peer && ![SERVERS.peer, SERVERS.bytes, SERVERS.hello].includes(server) ? ` (× ${times(row.rate, peer.rate)})` : '';
  return `${number(row.rate)}${beside}, ${whole(row.p50)} / ${whole(row.p99)}`;
}

/**
 * Where the time of a question on Neo4j goes, at one connection: means, for medians of whole milliseconds say little here. Custodes itself says what
 * its operations and their statements took; only what of a statement was the database's is what Neo4j said to the bare driver.
 * @param {Row[]} rows
 */
export function shares(rows) {
  const head = ['question', 'a request', 'HTTP', 'GraphQL and ours', 'Bolt, driver', 'database', 'Custodes beside bare driver'];
  const lines = [
    ...groupedBy(
      rows.filter(({ connections }) => connections === 1),
      ({ question }) => question,
    ),
  ].map(([question, group]) => {
    const of = (server) => group.find((row) => row.server === server);
    const watched = of(SERVERS.watched);
    const all = Math.max(1000 / watched.rate, watched.operationMs);
    // Statements of one level are under way beside each other; the time of all of them together is no more than that of their operation.
    const statements = Math.min(watched.statementsMs, watched.operationMs);
    const database = Math.min(of(SERVERS.driver).databaseMs, statements);
    const part = (value) => `${number(value)} ms (${Math.round((100 * value) / all)} %)`;
    return [
      ...[question, `${number(all)} ms`, part(all - watched.operationMs), part(watched.operationMs - statements)],
      ...[part(statements - database), part(database)],
      `× ${times(of(SERVERS.driver).rate, of(SERVERS.neo4j).rate)}`,
    ];
  });
  return markdown(head, lines);
}

/** Milliseconds that autocannon counts as whole ones, cut off. */
const whole = (value) => (value < 1 ? '< 1' : value.toFixed(0));

const number = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const times = (a, b) => (a / b).toFixed(1);

function groupedBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const markdown = (head, lines) => [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
