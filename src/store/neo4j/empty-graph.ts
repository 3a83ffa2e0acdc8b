import type { Statements } from './connection.js';

/** Records a transaction that only deletes. */
const DELETED_AT_ONCE = 10_000;
/** Entities looked at together; the relations of one may still take many transactions. */
const ENTITIES_AT_ONCE = 1_000;

/** Runs the work in a transaction of its own. */
type InOneTransaction = (work: (statements: Statements) => Promise<void>) => Promise<void>;

/**
 * Deletes the graph, however large, one transaction after another: what points at others first, so that nothing has many
 * relationships when its turn comes. What else is in the database stays.
 */
export async function emptyGraph(inOneTransaction: InOneTransaction): Promise<void> {
  const some = async <Row>(statement: string, parameters: Record<string, unknown>): Promise<Row> => {
    let row: Row | undefined;
    await inOneTransaction(async ({ write }) => {
      [row] = await write<Row>(statement, parameters);
    });
    if (row === undefined) throw new Error(`cypher/write/${statement}.cypher must give one row.`);
    return row;
  };
  const all = async (statement: string, limit: number): Promise<void> => {
    while ((await some<{ deleted: number }>(statement, { limit })).deleted > 0);
  };

  await inOneTransaction(async ({ write }) => {
    await write('delete-hubs');
  });
  await all('delete-claims', DELETED_AT_ONCE);
  for (let after = ''; ;) {
    const question = { after, entities: ENTITIES_AT_ONCE, limit: DELETED_AT_ONCE };
    const { deleted, last } = await some<{ deleted: number; last: string | null }>('delete-relations-after', question);
    if (last === null) break;
    if (deleted < DELETED_AT_ONCE) after = last;
  }
  await all('delete-entities', ENTITIES_AT_ONCE);
  await all('delete-sources', DELETED_AT_ONCE);
}
