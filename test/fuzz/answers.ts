import { parse, specifiedRules, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { isAffordable } from '../../src/graphql/cost-limit.js';
import { oneErrorEach, placeOfNull } from '../../src/graphql/one-error-each.js';
import { readingOf } from '../../src/graphql/reading.js';
import type { GeneratedRequest } from './generated-requests.js';

const { rules, parse: parsing, mostCost } = readingOf();

/** A generated request as it would be run; null where it is refused before that. */
export function runnable(schema: GraphQLSchema, { query, variables }: GeneratedRequest): DocumentNode | null {
  const document = parse(query, parsing);
  const invalid = validate(schema, document, [...specifiedRules, ...rules], { maxErrors: 1 }).length > 0;
  return invalid || !isAffordable(schema, document, undefined, variables, mostCost) ? null : document;
}

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
