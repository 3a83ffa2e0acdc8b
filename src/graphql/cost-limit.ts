import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type * as QueryComplexity from 'graphql-query-complexity';
// Its ES build imports a second copy of graphql, whose types are not ours.
import commonJsBuild from 'graphql-query-complexity/cjs';
import { calculationPrice } from './calculations.js';
import { limitError } from './errors.js';

// TypeScript takes its default for that of the ES build or for the whole of it, by the order in which it meets the two.
const whole: unknown = commonJsBuild;
const { fieldExtensionsEstimator, getComplexity, simpleEstimator } = whole as typeof QueryComplexity;

type Estimator = QueryComplexity.ComplexityEstimator;

/** Refuses what is no query, and a query that would cost more than so much, before anything is read. */
export function costLimit(schema: GraphQLSchema, most: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) throw noOperation(request.operationName);
          if (operation.operation !== OperationTypeNode.QUERY) throw readOnly(operation.operation);
          const cost = costOf(schema, document, operation.name?.value, request.variables ?? {}, most);
          if (cost.fields > most) throw tooManyFields(`about ${cost.fields}`, most);
          if (wholeOf(cost) > most) throw tooMuchCalculated(cost, most);
        },
      };
    },
  };
}

/** Whether an operation with these variables may be run as far as its cost goes; what is wrong with one that may not is `costLimit`'s to say. */
export function isAffordable(...operation: Parameters<typeof costOf>): boolean {
  try {
    return wholeOf(costOf(...operation)) <= operation[4];
  } catch {
    return false;
  }
}

interface QueryCost {
  /** That the answer may come to. */
  fields: number;
  /** What is calculated for it, by the names of the fields. */
  calculations: ReadonlyMap<string, { times: number; price: number }>;
}

const wholeOf = ({ fields, calculations }: QueryCost): number =>
  [...calculations.values()].reduce((sum, { times, price }) => sum + times * price, fields);

/** Characters of a name that are said again. */
const LONGEST_NAME = 100;

type Document = Parameters<typeof getComplexity>[0]['query'];

function costOf(
  schema: GraphQLSchema,
  query: Document,
  operationName: string | undefined,
  variables: object,
  most: number,
): QueryCost {
  const calculations = new Map<string, { times: number; price: number }>();
  /** Questions stand at the top of a query, so that each that is met is asked once. */
  const noted: Estimator = ({ field }) => {
    const price = calculationPrice(field);
    if (price !== undefined) calculations.set(field.name, { times: (calculations.get(field.name)?.times ?? 0) + 1, price });
  };
  try {
    const fields = getComplexity({
      schema,
      query,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
      estimators: [noted, fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
    });
    return { fields, calculations };
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('maximum allowed number of nodes'))
      throw tooManyFields('far too many', most);
    // A wrong argument ends the operation here, or it would be run without a cost.
    const message = error instanceof Error ? error.message : String(error);
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/** Apollo would run the only operation of a query under whatever name is asked for, and find out afterwards. */
function noOperation(name: string | undefined): GraphQLError {
  const message = name
    ? `The query has no operation called "${name.slice(0, LONGEST_NAME)}". Name one of its operations, or leave \`operationName\` out where it has one.`
    : 'Name one operation of the query as `operationName`; where the query has one alone, leave it out.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

function readOnly(operation: string): GraphQLError {
  const message = `This graph is read only: ask a query, not a ${operation}. Data is changed in the dossiers.`;
  return new GraphQLError(message, { extensions: { code: 'READ_ONLY', http: { status: 400 } } });
}

function tooManyFields(fields: string, most: number): GraphQLError {
  return limitError(
    'QUERY_TOO_COSTLY',
    `The answer could hold ${fields} fields; ${most} is the most. Ask for smaller pages (\`first\`, \`limit\`) or fewer levels.`,
  );
}

function tooMuchCalculated({ fields, calculations }: QueryCost, most: number): GraphQLError {
  const priced = [...calculations].map(([name, { times, price }]) => `${times} × ${price} for \`${name}\``);
  return limitError(
    'QUERY_TOO_COSTLY',
    `The query costs ${[...priced, `about ${fields} for the fields of its answer`].join(', ')}; ${most} is the most together. Ask for fewer calculations in one query, and for the others in a next one.`,
  );
}
