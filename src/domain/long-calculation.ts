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
