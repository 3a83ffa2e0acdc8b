import type { NeighbourhoodLevel } from '../port.js';
import type { Statements } from './connection.js';

/** An entity with more relations is a hub: to read them all for the first ones would take longer than to look each of these up. */
export const HUB_DEGREE = 200;
/** Relations kept of each: a page of a hundred, and one to know that there are more. */
const KEPT = 101;

/** Whether what is kept of a hub answers this. */
export function isKeptOfHubs({ direction, types, days, limit }: NeighbourhoodLevel): boolean {
  return direction === 'BOTH' && types === null && days === null && limit <= KEPT;
}

/** Makes anew what is kept of hubs, in the transaction that changes relations. */
export async function keepHubs(write: Statements['write']): Promise<void> {
  await write('delete-hubs');
  await write('keep-hubs', { hubDegree: HUB_DEGREE, kept: KEPT });
}
