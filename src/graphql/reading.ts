import type { ValidationRule } from 'graphql';
import { USUAL_API, type ApiOptions } from './configurable.js';
import { limitRules } from './hostile-queries.js';
import { introspectionLimit } from './introspection-limit.js';
import { noIntrospection } from './no-introspection.js';

/** Validation stops after this many errors; more would only repeat themselves. */
const MOST_VALIDATION_ERRORS = 20;

/** How every query is read and checked, whichever way it takes. */
export interface Reading {
  parse: { maxTokens: number };
  rules: ValidationRule[];
  validate: { maxErrors: number };
  mostCost: number;
}

export function readingOf({ limits, introspection }: ApiOptions = USUAL_API): Reading {
  return {
    parse: { maxTokens: limits.tokens },
    rules: [...limitRules(limits), introspection ? introspectionLimit : noIntrospection],
    validate: { maxErrors: MOST_VALIDATION_ERRORS },
    mostCost: limits.cost,
  };
}
