import type { TimeSpan } from '../../domain/model.js';
import { boundsOf } from './dates.js';
import { EDGE_COLUMNS, NODE_COLUMNS, edgeRow, nodeRow, type Row, type ValueType } from './flat.js';
import type { Format } from './format.js';
import { XML_DECLARATION, xml, xmlText, type XmlElement } from './xml.js';

/**
 * GEXF 1.3 with time. The interval of a node or an edge is when it *possibly* was: from the earliest start to the latest end, open
 * where there is no bound, so that a timeline never hides what may have held. All four bounds stand beside it as attributes;
 * `latest_start` to `earliest_end` is when it *certainly* was.
 */
export const gexf: Format = {
  name: 'gexf',
  title: 'GEXF 1.3 with time intervals, for Gephi and networkx',
  mediaType: 'application/gexf+xml',
  ending: 'gexf',
  async *write(records) {
    yield XML_DECLARATION;
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield xml({
      meta: {
        creator: 'Custodes',
        description: xmlText(`${records.selection}; data version ${records.dataset.version}; intervals: when possibly`),
      },
    });
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
    yield attributes('node', NODE_ATTRIBUTES) + attributes('edge', EDGE_COLUMNS);
    yield '<nodes>\n';
    for await (const batch of records.entities()) {
      const nodes = await records.cited(batch);
      yield nodes
        .map((node) => {
          const { label, ...row } = nodeRow(node);
          const named = { '@id': node.record.id, '@label': attribute(String(label)), ...interval(node.record.time) };
          return xml({ node: { ...named, attvalues: values(row) } });
        })
        .join('');
    }
    yield '</nodes>\n<edges>\n';
    for await (const batch of records.relations()) {
      const edges = await records.cited(batch);
      yield edges
        .map((edge) => {
          const { id, source, target, type, time } = edge.record;
          const ends = { '@id': id, '@source': source, '@target': target, '@kind': type, '@label': type };
          return xml({ edge: { ...ends, ...interval(time), attvalues: values(edgeRow(edge)) } });
        })
        .join('');
    }
    yield '</edges>\n</graph>\n</gexf>\n';
  },
};

/** The interval of a node or an edge is its `start` and `end`: as the sources write them, these need names of their own. */
const STATED: Record<string, string> = { start: 'start_stated', end: 'end_stated' };

function renamed<T>(row: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [STATED[name] ?? name, value]));
}

/** The name is the node's own label. */
const { label: _, ...NODE_ATTRIBUTES } = NODE_COLUMNS;

function interval(time: TimeSpan): XmlElement {
  const { earliestStart: start, latestEnd: end } = boundsOf(time);
  return { ...(start !== null && { '@start': start }), ...(end !== null && { '@end': end }) };
}

function attributes(of: 'node' | 'edge', columns: Record<string, ValueType>): string {
  const attribute = Object.entries(renamed(columns)).map(([name, type]) => ({ '@id': name, '@title': name, '@type': type }));
  return xml({ attributes: { '@class': of, '@mode': 'static', attribute } });
}

function values(row: Row): XmlElement {
  const present = Object.entries(renamed(row)).filter(([, value]) => value !== null);
  return { attvalue: present.map(([name, value]) => ({ '@for': name, '@value': attribute(String(value)) })) };
}

/** A reader of XML takes a line break in an attribute for a space anyway. */
const attribute = (text: string): string => xmlText(text).replace(/[\t\r\n]/g, ' ');
