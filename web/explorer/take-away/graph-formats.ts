/** The network in view as files that other programs read: GEXF and GraphML for graphs, CSV for tables, JSON for anything. */
import { csvFormat } from 'd3-dsv';
import Graph from 'graphology';
import { write } from 'graphology-gexf/browser';
import { nameOf } from '../entity/names.js';
import type { Position } from '../network/arrange.js';
import type { Picture, PictureEdge, PictureNode } from '../state/picture.js';

type Row = Record<string, string | number>;

const nodeRow = ({ entity, score, body, links }: PictureNode): Row => ({
  id: entity.id,
  name: nameOf(entity),
  type: entity.__typename,
  kind: entity.kind,
  oversight_body: body ? 'true' : 'false',
  score,
  relations_in_view: links,
  relations: entity.degree,
});

const edgeRow = ({ relation, from, to, flow }: PictureEdge): Row => ({
  id: relation.id,
  source: from,
  target: to,
  type: relation.type,
  role: relation.role ?? '',
  start: relation.start ?? '',
  start_status: relation.startStatus,
  end: relation.end ?? '',
  end_status: relation.endStatus,
  attested: relation.attested.join(' '),
  holds: relation.holds ?? '',
  supporting_sources: relation.evidence.supporting,
  disputing_sources: relation.evidence.disputing,
  influence: flow ?? '',
});

const rows = ({ nodes, edges }: Picture): { nodes: Row[]; edges: Row[] } => ({
  nodes: [...nodes.values()].map(nodeRow),
  edges: [...edges.values()].map(edgeRow),
});

/** A spreadsheet runs what begins like a formula; a quote before it keeps it text. */
const harmless = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value,
    ]),
  );

export const entitiesCsv = (picture: Picture): string => csvFormat(rows(picture).nodes.map(harmless));
export const relationsCsv = (picture: Picture): string => csvFormat(rows(picture).edges.map(harmless));

export function toJson(picture: Picture, view: string): string {
  return JSON.stringify({ view, ...rows(picture) }, null, 2);
}

function toGraphology(picture: Picture, positions: ReadonlyMap<string, Position>): Graph {
  const graph = new Graph({ type: 'directed', multi: true });
  const { nodes, edges } = rows(picture);
  for (const { id = '', name = '', ...attributes } of nodes) {
    graph.addNode(id, { ...attributes, display: name, ...positions.get(String(id)) });
  }
  for (const { id, source, target, ...attributes } of edges) graph.addDirectedEdgeWithKey(id, source, target, attributes);
  return graph;
}

export function toGexf(picture: Picture, positions: ReadonlyMap<string, Position>): string {
  return write(toGraphology(picture, positions), {
    version: '1.3',
    formatNode: (_id: string, { display, x, y, ...attributes }: Row) => ({
      label: display,
      attributes,
      viz: { x, y, z: 0 },
    }),
    // Gephi keeps edges between the same two apart by their kind, and makes one of those that have none.
    formatEdge: (_id: string, attributes: Row) => ({ kind: attributes['type'], label: attributes['type'], attributes }),
  } as Parameters<typeof write>[1]);
}

const GRAPHML = 'http://graphml.graphdrawing.org/xmlns';

/** Written through the document model of the browser, so that any name comes out as well-formed XML. */
export function toGraphml(picture: Picture): string {
  const { nodes: named, edges } = rows(picture);
  // Gephi and yEd write what is called "label" beside a node.
  const nodes = named.map(({ name = '', ...row }): Row => ({ label: name, name, ...row }));
  const xml = document.implementation.createDocument(GRAPHML, 'graphml');
  const add = (parent: Element, name: string, attributes: Record<string, string>, text?: string): Element => {
    const element = xml.createElementNS(GRAPHML, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return parent.appendChild(element);
  };
  const keys = (row: Row | undefined, of: 'node' | 'edge'): void => {
    for (const [name, value] of Object.entries(row ?? {})) {
      if (STRUCTURE.has(name)) continue;
      const type = typeof value === 'number' ? 'double' : 'string';
      add(xml.documentElement, 'key', { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type });
    }
  };
  const data = (element: Element, row: Row, of: 'node' | 'edge'): void => {
    for (const [name, value] of Object.entries(row)) {
      if (!STRUCTURE.has(name)) add(element, 'data', { key: `${of}-${name}` }, String(value));
    }
  };
  keys(nodes[0], 'node');
  keys(edges[0], 'edge');
  const graph = add(xml.documentElement, 'graph', { edgedefault: 'directed' });
  for (const row of nodes) data(add(graph, 'node', { id: String(row['id']) }), row, 'node');
  for (const row of edges) {
    data(
      add(graph, 'edge', { id: String(row['id']), source: String(row['source']), target: String(row['target']) }),
      row,
      'edge',
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}`;
}

/** What GraphML says by the elements themselves. */
const STRUCTURE = new Set(['id', 'source', 'target']);
