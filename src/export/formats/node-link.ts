import type { Format } from './format.js';
import { jsonItems } from './json-list.js';
import { aboutFile, nestedEdges, nestedNodes } from './nested.js';

/** `node_link_graph(…, edges="links")` of networkx and the nodes and links of d3: a multigraph, each link with its key. */
export const nodeLink: Format = {
  name: 'node-link',
  title: 'Node-link JSON, for networkx and d3',
  mediaType: 'application/json',
  ending: 'json',
  async *write(records) {
    yield `{"directed": true, "multigraph": true, "graph": ${JSON.stringify(aboutFile(records))},\n"nodes": [`;
    yield* jsonItems(nestedNodes(records));
    yield '\n],\n"links": [';
    yield* jsonItems(keyed(nestedEdges(records)));
    yield '\n]}\n';
  },
};

/** networkx tells parallel edges apart by `key`. */
async function* keyed(batches: AsyncIterable<Record<string, unknown>[]>): AsyncGenerator<Record<string, unknown>[]> {
  for await (const batch of batches) yield batch.map((edge) => ({ key: edge['id'], ...edge }));
}
