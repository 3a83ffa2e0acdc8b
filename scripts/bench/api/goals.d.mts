import type { Row } from './table.mjs';

/** Types of `goals.mjs`, for its test. */
export interface SeedWorld {
  slowest: { region: string; ms: number; http: number };
  first: number;
  network: { nodes: number; ms: number; kept: number; json: number; bare: number; bareGraphql: number };
}
export function goals(rows: readonly Row[], world: SeedWorld): string;
