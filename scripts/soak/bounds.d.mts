/** Types of `bounds.mjs`, for the tests. */
export interface Held {
  heap: number;
  outside: number;
  rss: number;
  handles: number;
  descriptors: number | null;
}
export const BOUNDS: Record<keyof Held, number>;
export function judge(
  samples: Held[],
  connections?: number,
): { name: string; warm: number; most: number; last: number; bound: number; kept: boolean }[];
