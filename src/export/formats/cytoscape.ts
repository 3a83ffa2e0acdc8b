import type { Format } from './format.js';
import { jsonItems } from './json-list.js';
import { aboutFile, nestedEdges, nestedNodes } from './nested.js';

/** Cytoscape.js and Cytoscape read `elements`; networkx wants each node's id as `value`, too, and a `key` of parallel edges. */
export const cytoscape: Format = {
  name: 'cytoscape',
  title: 'Cytoscape JSON, for Cytoscape, Cytoscape.js and networkx',
  mediaType: 'application/json',
  ending: 'cyjs',
  async *write(records) {
    yield `{"directed": true, "multigraph": true, "data": ${JSON.stringify(aboutFile(records))},\n"elements": {"nodes": [`;
    yield* jsonItems(elements(nestedNodes(records), (node) => ({ value: node['id'] })));
    yield '\n],\n"edges": [';
    yield* jsonItems(elements(nestedEdges(records), (edge) => ({ key: edge['id'], interaction: edge['type'] })));
    yield '\n]}}\n';
  },
};

type Data = Record<string, unknown>;

async function* elements(batches: AsyncIterable<Data[]>, more: (data: Data) => Data): AsyncGenerator<{ data: Data }[]> {
  for await (const batch of batches) yield batch.map((data) => ({ data: { ...data, ...more(data) } }));
}
