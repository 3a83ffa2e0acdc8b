import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  getOperationAST,
  GraphQLError,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { compilable, conditionsOf, type Compilable } from './compilable.js';
import { fieldsCompiled } from './compiled-fields.js';
import type { Context } from './context.js';
import { oneErrorEach } from './one-error-each.js';

/**
 * Runs operations over a schema: one that is asked again and again is compiled (graphql-jit), which makes it several times
 * faster; compiling takes some milliseconds, so one that is asked once or twice is interpreted, and so is one whose code would be large.
 * Both give the same answers.
 */
export class Execution {
  readonly #schema: GraphQLSchema;
  /** Apollo keeps parsed documents, so the same text comes as the same document. */
  readonly #documents = new WeakMap<DocumentNode, Map<string, Known>>();
  /** The code of those asked last: a client could have any number of operations compiled, one after the other. */
  readonly #compiled = new LRUCache<Prepared, Compiled>({
    maxSize: MOST_FIELDS_COMPILED,
    dispose: (_, prepared) => void (prepared.asked = 0),
  });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Fields of the code that is kept. */
  get compiledFields(): number {
    return this.#compiled.calculatedSize;
  }

  async run(operation: Operation): Promise<ExecutionResult> {
    return oneErrorEach(await this.#run(operation));
  }

  async #run({ document, operationName, variables, context }: Operation): Promise<ExecutionResult> {
    const compiled = this.#compiledOf(document, operationName, variables);
    if (compiled) {
      const { query, defaults, texts } = compiled;
      return withOwnErrors(await query(undefined, context, { ...defaults, ...variables, ...texts }));
    }
    return execute({ schema: this.#schema, document, operationName, variableValues: variables, contextValue: context });
  }

  #compiledOf(document: DocumentNode, operationName: string | null, variables: Operation['variables']): Compiled | null {
    const known = this.#known(document, operationName);
    const given = (name: string): unknown => (Object.hasOwn(variables, name) ? variables[name] : known.defaults[name]);
    const conditions = Object.fromEntries(known.conditions.map((name) => [name, given(name)]));
    const values = Object.values(conditions);
    // What is neither true nor false is a mistake, which graphql-jit overlooks.
    if (values.length > MOST_CONDITIONS || values.some((value) => typeof value !== 'boolean')) return null;
    const key = values.join();
    const prepared = known.prepared.get(key) ?? { asked: 0 };
    known.prepared.set(key, prepared);

    prepared.asked += 1;
    const before = this.#compiled.get(prepared);
    if (before !== undefined || prepared.asked !== COMPILED_FROM) return before ?? null;
    const taken = compilable(this.#schema, document, operationName, conditions);
    if (taken === null) return null;
    const fields = fieldsCompiled(this.#schema, taken.document, operationName);
    if (fields > LARGEST_COMPILED) return null;
    const code = compileQuery(this.#schema, taken.document, operationName ?? undefined, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(code)) return null;
    const compiled = { query: code.query, defaults: known.defaults, texts: taken.texts };
    this.#compiled.set(prepared, compiled, { size: fields + FIELDS_OF_ANY });
    return compiled;
  }

  #known(document: DocumentNode, operationName: string | null): Known {
    const operations = this.#documents.get(document) ?? new Map<string, Known>();
    this.#documents.set(document, operations);
    const name = operationName ?? '';
    let known = operations.get(name);
    if (known === undefined) {
      known = { defaults: defaultsOf(document, operationName), conditions: conditionsOf(document), prepared: new Map() };
      operations.set(name, known);
    }
    return known;
  }
}

/** The variables that may be left out: graphql-jit would miss those of a required type. */
function defaultsOf(document: DocumentNode, operationName: string | null): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of getOperationAST(document, operationName)?.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}

/** graphql-jit has an error class of its own, without the extensions that Apollo looks for. */
function withOwnErrors(result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map(({ message, path, originalError, locations, extensions }) =>
    Object.assign(
      new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null, extensions: extensions ?? null }),
      {
        locations,
      },
    ),
  );
  return { ...result, errors };
}

/** An operation that was parsed and found valid. */
export interface Operation {
  document: DocumentNode;
  operationName: string | null;
  variables: Record<string, unknown>;
  context: Context;
}

interface Known {
  defaults: Record<string, unknown>;
  /** The variables that `@skip` and `@include` look at. */
  conditions: string[];
  /** By their values. */
  prepared: Map<string, Prepared>;
}
interface Prepared {
  /** How often, since it was last forgotten. */
  asked: number;
}
interface Compiled extends Pick<Compilable, 'texts'> {
  query: CompiledQuery['query'];
  defaults: Record<string, unknown>;
}

/** The how manieth request compiles an operation. */
const COMPILED_FROM = 3;
/** An operation is compiled for each way in which its `@skip` and `@include` fall out; with more than this many variables there are too many. */
const MOST_CONDITIONS = 4;
/** Fields of code of one operation, and of all that are kept; one takes 1 to 2 KB. */
const LARGEST_COMPILED = 2_500;
export const MOST_FIELDS_COMPILED = 30_000;
/** What the smallest operation weighs. */
const FIELDS_OF_ANY = 20;

/** Apollo Server takes another way of execution than its own by this door, made for gateways. */
export function executedBy(schema: GraphQLSchema): NonNullable<ApolloServerOptionsWithGateway<Context>['gateway']> {
  const execution = new Execution(schema);
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, operationName, request, context }) =>
          execution.run({ document, operationName, variables: request.variables ?? {}, context: context as Context }),
      }),
    stop: () => Promise.resolve(),
  };
}
