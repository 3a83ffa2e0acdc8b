import { EDGE_COLUMNS, NODE_COLUMNS, edgeRow, nodeRow } from './flat.js';
import type { Format } from './format.js';
import { csvLine, csvRows } from './csv.js';

/** Gephi's column names first, as its importer expects them. */
const NODE_HEADER = { Id: 'id', Label: 'label' };
const EDGE_HEADER = { Id: 'id', Source: 'source', Target: 'target', Type: 'direction', Label: 'type' };

export const gephiNodes: Format = {
  name: 'gephi-nodes',
  title: "The nodes as CSV, for Gephi's nodes table and any spreadsheet; goes with gephi-edges",
  mediaType: 'text/csv; charset=utf-8',
  ending: 'nodes.csv',
  async *write(records) {
    const columns = ['id', ...Object.keys(NODE_COLUMNS)];
    yield header(columns, NODE_HEADER);
    for await (const batch of records.entities()) {
      const rows = (await records.cited(batch)).map((node) => ({ id: node.record.id, ...nodeRow(node) }));
      yield csvRows(rows, columns);
    }
  },
};

export const gephiEdges: Format = {
  name: 'gephi-edges',
  title: "The edges as CSV, for Gephi's edges table and any spreadsheet; goes with gephi-nodes",
  mediaType: 'text/csv; charset=utf-8',
  ending: 'edges.csv',
  async *write(records) {
    const columns = ['id', 'source', 'target', 'direction', ...Object.keys(EDGE_COLUMNS)];
    yield header(columns, EDGE_HEADER);
    for await (const batch of records.relations()) {
      const rows = (await records.cited(batch)).map((edge) => {
        const { id, source, target } = edge.record;
        return { id, source, target, direction: 'Directed', ...edgeRow(edge) };
      });
      yield csvRows(rows, columns);
    }
  },
};

function header(columns: readonly string[], names: Record<string, string>): string {
  const nameOf = new Map(Object.entries(names).map(([name, column]) => [column, name]));
  return csvLine(columns.map((column) => nameOf.get(column) ?? column));
}
