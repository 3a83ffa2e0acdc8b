import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { ValidationContext, ValidationRule } from 'graphql';
import type { QueryLimits } from './configurable.js';
import { limitError, type LimitCode } from './errors.js';

/** Limits that are seen from the query's text alone. */
export function limitRules({ levels, aliases, directives }: QueryLimits): ValidationRule[] {
  return [
    maxDepthRule({
      n: levels,
      ignoreIntrospection: true,
      flattenFragments: true,
      ...refuse(
        'QUERY_TOO_DEEP',
        `The query is more than ${levels} levels deep. Ask for the deeper levels by \`id\` in a second query.`,
      ),
    }),
    maxAliasesRule({
      n: aliases,
      ...refuse(
        'TOO_MANY_ALIASES',
        `The query has more than ${aliases} aliases. Ask in several queries, or for several ids at once.`,
      ),
    }),
    maxDirectivesRule({
      n: directives,
      ...refuse('TOO_MANY_DIRECTIVES', `The query has more than ${directives} directives. Leave out those that are not needed.`),
    }),
  ];
}

function refuse(code: LimitCode, message: string): Refusal {
  return { propagateOnRejection: false, onReject: [(context) => context?.reportError(limitError(code, message))] };
}
interface Refusal {
  propagateOnRejection: false;
  onReject: ((context: ValidationContext | null) => void)[];
}
