import type { ExecutionResult } from 'graphql';
import { oneErrorEach, placeOfNull } from '../../src/graphql/one-error-each.js';

/**
 * What an answer says, in whatever order. Of several failures that make the same thing null either may be told; that one of them is told,
 * and that of what cannot hold others the same is told, is compared.
 */
export function comparable(result: ExecutionResult): unknown {
  const { data, errors = [] } = oneErrorEach(result);
  const told = errors.map(({ message, path = [], originalError }) => {
    const place = placeOfNull(data, path);
    return JSON.stringify([place, place.length === path.length ? [message, originalError?.name] : 'below it']);
  });
  return { data: JSON.stringify(data), errors: told.sort() };
}
