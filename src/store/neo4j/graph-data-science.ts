import { randomUUID } from 'node:crypto';
import { outsideOperation } from '../operation.js';
import type { MeasuredTies, TieMeasure, TiesToMeasure } from '../port.js';
import type { Neo4jConnection } from './connection.js';

/**
 * A measure calculated by Neo4j's Graph Data Science: the ties become a graph in the plugin's memory, which is measured and forgotten, in
 * one transaction.
 * @returns null where this Neo4j has no such plugin
 */
export async function measuredByGraphDataScience(
  connection: Neo4jConnection,
  { measure, entities, directed, sources, targets, weights, damping, restarts }: TiesToMeasure,
): Promise<MeasuredTies | null> {
  const [here] = await asking(connection, (ask) => ask<{ installed: boolean }>('is-installed', {}));
  if (!here?.installed) return null;

  // The plugin keeps graphs by name, for all who ask.
  const graph = `custodes-${randomUUID()}`;
  const undirected = directed ? [] : ['*'];
  const drop = (ask: Ask): Promise<unknown> => ask('drop', { graph });
  try {
    return await asking(connection, async (ask) => {
      const ties = { graph, entities, sources, targets, weights, undirected };
      const [projected] = await ask<{ version: string }>('project', ties);
      const chosen = measure === 'PAGERANK' ? { graph, damping, restarts } : { graph };
      const [row] = await ask<{ values: number[] }>(STATEMENTS[measure], chosen);
      await drop(ask);
      return { by: `Graph Data Science ${projected?.version}`, values: row?.values ?? [] };
    });
  } catch (problem) {
    // The plugin's memory is no part of the transaction, and whoever gave up still wants it to be free.
    await outsideOperation(() => asking(connection, drop)).catch(() => undefined);
    throw problem;
  }
}

type Ask = <Row>(name: string, parameters: Readonly<Record<string, unknown>>) => Promise<Row[]>;

/** Statements of `cypher/graph-data-science/`, in one transaction. */
const asking = <T>(connection: Neo4jConnection, work: (ask: Ask) => Promise<T>): Promise<T> =>
  connection.readInOneTransaction((ask) => work((name, parameters) => ask(`graph-data-science/${name}`, parameters)));

const STATEMENTS: Record<TieMeasure, string> = {
  BETWEENNESS: 'betweenness',
  CLOSENESS: 'closeness',
  CORE: 'core',
  PAGERANK: 'page-rank',
};
