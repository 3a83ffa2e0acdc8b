import type { ExecutionResult, GraphQLError } from 'graphql';

/**
 * The result with one error for whatever is null in it, as the specification of GraphQL wants it. Where a field must not be null, its failure
 * makes all around it null: of a list of thousands each item could fail, for the same reason, and tell.
 */
export function oneErrorEach(result: ExecutionResult): ExecutionResult {
  const { data, errors = [] } = result;
  if (errors.length < 2 || data === undefined) return result;
  const told = new Map<string, GraphQLError>();
  for (const error of errors) {
    const place = placeOfNull(data, error.path ?? []).join('/');
    if (!told.has(place)) told.set(place, error);
  }
  return { ...result, errors: [...told.values()] };
}

/** How far the path goes before there is nothing. */
export function placeOfNull(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}
