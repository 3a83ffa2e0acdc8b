/** Arrow keys in the picture: from one node to the nearest that lies that way. */
import type { Position } from './arrange.js';

/** Unit vectors; upwards is more. */
const WAYS: Record<string, Position> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** @returns null where nothing lies that way; the first node where none is chosen yet */
export function nextInDirection(
  key: string,
  from: string | null,
  ids: string[],
  positions: ReadonlyMap<string, Position>,
): string | null {
  const way = WAYS[key];
  const start = from === null ? undefined : positions.get(from);
  if (!way) return null;
  if (!start || from === null || !ids.includes(from)) return ids[0] ?? null;
  let best: string | null = null;
  let least = Infinity;
  for (const id of ids) {
    const at = positions.get(id);
    if (!at || id === from) continue;
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    // Straight ahead is near; what lies more aside than ahead is another key's.
    if (ahead <= 0 || aside > ahead * 1.6) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
