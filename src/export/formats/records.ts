import { createHash } from 'node:crypto';
import { FORMAT, FORMAT_VERSION, PLURALS, SHAPES, type Header, type Kind } from '../../records/shape.js';
import type { Format } from './format.js';
import { datasetOf } from './neo4j-dataset.js';

/** The graph's own records, one a line, nothing left out: to back up, and to load into a Neo4j of any size (docs/backup.md). */
export const records: Format = {
  name: 'records',
  title: "The graph's own records, one a line, for `custodes load --records`: back up, move, restore",
  mediaType: 'application/x-ndjson; charset=utf-8',
  ending: 'records.ndjson',
  async *write(graph) {
    const hash = createHash('sha256');
    let count = 0;
    const written = (text: string): string => {
      hash.update(text);
      return text;
    };
    const { version, sources, entities, relations, claims } = await datasetOf(graph);
    const counts = { sources, entities, relations, claims };
    const header: Header = {
      ...{ format: FORMAT, formatVersion: FORMAT_VERSION, dataVersion: version, selection: graph.selection },
      ...counts,
    };
    yield written(`${JSON.stringify(header)}\n`);
    for (const kind of Object.keys(SHAPES) as Kind[]) {
      for await (const batch of graph[PLURALS[kind]]()) {
        count += batch.length;
        // The shape puts the keys into one order: a store in memory has them as the dossiers did.
        if (batch.length > 0)
          yield written(batch.map((one) => `${JSON.stringify({ [kind]: SHAPES[kind].parse(one) })}\n`).join(''));
      }
    }
    yield `${JSON.stringify({ end: { records: count, sha256: hash.digest('hex') } })}\n`;
  },
};
