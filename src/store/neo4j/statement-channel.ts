import { channel } from 'node:diagnostics_channel';

/** Told of every statement that Neo4j has answered, or not: for metrics and traces. */
export const STATEMENT_ENDED_CHANNEL = 'custodes.neo4j.statement-ended';
const ended = channel(STATEMENT_ENDED_CHANNEL);

export interface StatementEnded {
  /** `read/entities-by-id` */
  statement: string;
  /** As `performance.now()` counts. */
  began: number;
  /** Until its rows were here. */
  ms: number;
  failed: boolean;
}

let underWay = 0;

/** How many statements wait for Neo4j; the driver does not say how many of its connections are taken. */
export const statementsUnderWay = (): number => underWay;

/** Measures a statement where somebody listens. */
export async function timed<T>(statement: string, answer: () => Promise<T>): Promise<T> {
  if (!ended.hasSubscribers) return answer();
  const began = performance.now();
  let failed = true;
  underWay++;
  try {
    const rows = await answer();
    failed = false;
    return rows;
  } finally {
    underWay--;
    ended.publish({ statement, began, ms: performance.now() - began, failed } satisfies StatementEnded);
  }
}
