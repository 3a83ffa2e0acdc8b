import { appendFileSync } from 'node:fs';

/** Cases of each kind. */
export const CASES = Number(process.env['CUSTODES_TEST_FUZZ_CASES'] ?? 10_000);

/** MiB by which the heap may be larger at the end than after the first tenth of the cases: caches fill up to their own bounds. */
export const GROWTH = 64;

/** What was tried and what was lost, for the table of `npm run hard`. */
export function tell(what: string, found: Record<string, unknown>): void {
  const file = process.env['CUSTODES_TEST_HARD_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify({ what, ...found })}\n`);
}
