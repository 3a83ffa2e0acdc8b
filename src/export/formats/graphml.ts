import type { Format } from './format.js';
import { EDGE_COLUMNS, NODE_COLUMNS, edgeRow, nodeRow, type Row, type ValueType } from './flat.js';
import { XML_DECLARATION, xml, xmlText, type XmlElement } from './xml.js';

const TYPES: Record<ValueType, string> = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' };

/** igraph 1.0 gives edges the XML ids of nodes, so a relation's id stands among its data, too. */
const COLUMNS_OF_EDGES = { relation: 'string', ...EDGE_COLUMNS } as const;

/** Nodes and edges with typed data; what has no value has no data element. */
export const graphml: Format = {
  name: 'graphml',
  title: 'GraphML, for igraph, networkx, Gephi, yEd and Cytoscape',
  mediaType: 'application/graphml+xml',
  ending: 'graphml',
  async *write(records) {
    yield XML_DECLARATION;
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    yield xml({ desc: xmlText(`Custodes, ${records.selection}; data version ${records.dataset.version}`) });
    yield keys('node', NODE_COLUMNS) + keys('edge', COLUMNS_OF_EDGES);
    yield '<graph id="custodes" edgedefault="directed">\n';
    for await (const batch of records.entities()) {
      const nodes = await records.cited(batch);
      yield nodes.map((node) => xml({ node: { '@id': node.record.id, data: data('node', nodeRow(node)) } })).join('');
    }
    for await (const batch of records.relations()) {
      const edges = await records.cited(batch);
      yield edges
        .map((edge) => {
          const { id, source, target } = edge.record;
          return xml({
            edge: { '@id': id, '@source': source, '@target': target, data: data('edge', { relation: id, ...edgeRow(edge) }) },
          });
        })
        .join('');
    }
    yield '</graph>\n</graphml>\n';
  },
};

function keys(of: 'node' | 'edge', columns: Record<string, ValueType>): string {
  return Object.entries(columns)
    .map(([name, type]) => xml({ key: { '@id': `${of}_${name}`, '@for': of, '@attr.name': name, '@attr.type': TYPES[type] } }))
    .join('');
}

function data(of: 'node' | 'edge', row: Row): XmlElement[] {
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ '@key': `${of}_${name}`, '#text': xmlText(String(value)) }));
}
