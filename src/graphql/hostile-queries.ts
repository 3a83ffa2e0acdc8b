import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, OperationTypeNode, type GraphQLSchema, type ValidationContext, type ValidationRule } from 'graphql';
import type * as QueryComplexity from 'graphql-query-complexity';
// Its ES build imports a second copy of graphql, whose types are not ours.
import commonJsBuild from 'graphql-query-complexity/cjs';
import type { QueryLimits } from './configurable.js';
import { limitError, type LimitCode } from './errors.js';

// TypeScript takes its default for that of the ES build or for the whole of it, by the order in which it meets the two.
const whole: unknown = commonJsBuild;
const { fieldExtensionsEstimator, getComplexity, simpleEstimator } = whole as typeof QueryComplexity;

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

/** Refuses what is no query, and a query whose answer could hold more than so many fields, before anything is read. */
export function costLimit(schema: GraphQLSchema, most: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation && request.operationName === '') throw noName();
          if (!operation) return;
          if (operation.operation !== OperationTypeNode.QUERY) throw readOnly(operation.operation);
          const cost = costOf(schema, document, operation.name?.value, request.variables ?? {}, most);
          if (cost > most) throw tooCostly(`about ${cost}`, most);
        },
      };
    },
  };
}

/** Whether an operation with these variables may be run as far as its cost goes; what is wrong with one that may not is `costLimit`'s to say. */
export function isAffordable(...operation: Parameters<typeof costOf>): boolean {
  try {
    return costOf(...operation) <= operation[4];
  } catch {
    return false;
  }
}

type Document = Parameters<typeof getComplexity>[0]['query'];

function costOf(
  schema: GraphQLSchema,
  query: Document,
  operationName: string | undefined,
  variables: object,
  most: number,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('maximum allowed number of nodes'))
      throw tooCostly('far too many', most);
    // A wrong argument ends the operation here, or it would be run without a cost.
    const message = error instanceof Error ? error.message : String(error);
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/** Neither Apollo nor graphql-js takes it for a name or for none. */
function noName(): GraphQLError {
  const message = '`operationName` is empty. Name an operation of the query, or leave it out.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

function readOnly(operation: string): GraphQLError {
  const message = `This graph is read only: ask a query, not a ${operation}. Data is changed in the dossiers.`;
  return new GraphQLError(message, { extensions: { code: 'READ_ONLY', http: { status: 400 } } });
}

function tooCostly(fields: string, most: number): GraphQLError {
  return limitError(
    'QUERY_TOO_COSTLY',
    `The answer could hold ${fields} fields; ${most} is the most. Ask for smaller pages (\`first\`, \`limit\`) or fewer levels.`,
  );
}
