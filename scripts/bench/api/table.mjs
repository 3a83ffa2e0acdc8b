/**
 * The table of the benchmark: a line a question and number of connections, with requests a second, medians and 99th percentiles, and
 * what they are beside the peer and the floors; then the share of each part in the median at one connection.
 * @param {{ question: string, connections: number, server: string, rate: number, p50: number, p99: number }[]} rows
 */
export function table(rows) {
  const head = ['question', 'connections', 'server', 'answers/s', 'p50 ms', 'p99 ms', '× peer', '× bare driver'];
  const groups = groupedBy(rows);
  const lines = [...groups.values()].flatMap((group) => {
    const rate = (server) => group.find((row) => row.server === server)?.rate;
    return group.map(({ question, connections, server, rate: own, p50, p99 }) => {
      const ours = server.startsWith('Custodes') || server.startsWith('the same');
      const beside = (other) => (ours && rate(other) !== undefined ? (own / rate(other)).toFixed(1) : '');
      return [
        ...[question, connections, server, own.toFixed(own < 10 ? 1 : 0), p50.toFixed(0), p99.toFixed(0)],
        ...[beside('@neo4j/graphql'), beside('bare driver')],
      ];
    });
  });
  return markdown(head, lines);
}

const keyOf = ({ question, connections }) => `${connections} ${question}`;

function groupedBy(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const markdown = (head, lines) => [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
