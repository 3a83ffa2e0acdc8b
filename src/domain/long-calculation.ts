import { setImmediate as turn } from 'node:timers/promises';
import { operationUnderWay } from '../store/operation.js';

/** Milliseconds for which a calculation may keep others waiting. */
const LONGEST_STRETCH = 20;

/**
 * For a calculation that takes longer than others should wait: called between two parts of it, it lets them in, and ends the calculation
 * where nobody wants its result any more.
 * @returns what to await between two parts. @throws OperationGivenUp
 */
export function givingWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_STRETCH) return;
    await turn();
    operationUnderWay()?.throwIfOver();
    since = performance.now();
  };
}

let lastToBegin: Promise<void> = Promise.resolve();

/**
 * Waits until it is this calculation's turn to begin: one begins in each round of the event loop, so that what is small (health, an entity) is
 * answered between two of them, however many are asked at once, and those that nobody waits for any more are not begun.
 * @throws OperationGivenUp
 */
export async function turnToBegin(): Promise<void> {
  const turnOfThis = lastToBegin.then(() => turn());
  lastToBegin = turnOfThis;
  await turnOfThis;
  operationUnderWay()?.throwIfOver();
}
