/** Types of `table.mjs`, for its test. */
export interface Row {
  question: string;
  connections: number;
  server: string;
  rate: number;
  p50: number;
  p99: number;
  databaseMs?: number;
  operationMs?: number;
  statementsMs?: number;
}
export const SERVERS: Record<
  'neo4j' | 'watched' | 'copy' | 'memory' | 'again' | 'peer' | 'driver' | 'graphql' | 'bytes' | 'hello',
  string
>;
export function tables(rows: readonly Row[]): string;
export function shares(rows: readonly Row[]): string;
