import {
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage, type ClassType } from 'type-graphql';
import { turnToBegin } from '../domain/long-calculation.js';
import { checkArguments } from './arguments.js';
import { calculationPrice } from './calculations.js';
import type { Context } from './context.js';

type ResolverMetadata = ReturnType<typeof getMetadataStorage>['queries'][number] | FieldResolverMetadata;
type FieldResolverMetadata = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type ParameterMetadata = NonNullable<ResolverMetadata['params']>[number];
type Arguments = Record<string, unknown>;
type Field = GraphQLField<unknown, Context>;

/**
 * Makes every field of the schema call its method directly. Between the two, type-graphql sorts the parameters, makes instances of classes
 * that only describe them and awaits a check of each, for every single field: of an answer with hundreds of pages and relations that
 * was a third of its time. Here arguments reach methods as GraphQL gives them, checked against their limits; a long calculation waits for its turn.
 * @throws where a method wants something else than type-graphql's `@Root`, `@Arg`, `@Args`, `@Ctx` and `@Info`
 */
export function callDirectly(schema: GraphQLSchema): void {
  const { queries, fieldResolvers, objectTypes, interfaceTypes } = getMetadataStorage();
  const query = fieldsOf(schema.getQueryType()!);
  for (const metadata of queries) callMethod(query[metadata.schemaName]!, metadata);

  // Those of interfaces first: what a type has of its own takes their place.
  for (const { target, name } of [...interfaceTypes, ...objectTypes]) {
    for (const metadata of fieldResolvers) {
      if (metadata.kind !== 'external' || metadata.getObjectType!() !== target) continue;
      for (const type of typesNamed(schema, name)) callMethod(fieldsOf(type)[metadata.schemaName]!, metadata);
    }
  }
}

/** A type, with those that implement it: a method for an interface serves them all. */
function typesNamed(schema: GraphQLSchema, name: string): (GraphQLObjectType | GraphQLInterfaceType)[] {
  const type = schema.getType(name);
  if (isObjectType(type)) return [type];
  if (!isInterfaceType(type)) return [];
  const { objects, interfaces } = schema.getImplementations(type);
  return [type, ...objects, ...interfaces];
}

/** The fields have the sources and the context that the methods take; the types of GraphQL do not know it. */
const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType): Record<string, Field> =>
  type.getFields() as Record<string, Field>;

function callMethod(field: Field, { target, methodName, params = [] }: ResolverMetadata): void {
  const resolver = resolverOf(target as ClassType);
  const method = resolver[methodName]!;
  const inOrder = [...params].sort((a, b) => a.index - b.index).map(parameterOf);
  const names = field.args.map(({ name }) => name);
  const paged = names.includes('after');
  const call: GraphQLFieldResolver<unknown, Context, Arguments> = (...resolved) =>
    method.apply(
      resolver,
      inOrder.map((parameter) => parameter(...resolved)),
    );
  const begun = calculationPrice(field) === undefined ? call : inItsTurn(call);
  const checked: typeof call = (root, args, context, info) => {
    checkArguments(names, args, paged, context.pageRows);
    return begun(root, args, context, info);
  };
  field.resolve = refusingLater(names.length === 0 ? begun : checked);
}

/** Long calculations begin one after the other, with whatever is small between them. */
function inItsTurn(call: GraphQLFieldResolver<unknown, Context, Arguments>): typeof call {
  return (...resolved) => turnToBegin().then(() => call(...resolved));
}

/**
 * What is thrown at once comes as a promise that is rejected. graphql-js leaves a list at the first item that throws, and nobody is left to
 * hear of the items before it that are under way; one of them that fails then is an unhandled rejection, which ends the process.
 */
function refusingLater(call: GraphQLFieldResolver<unknown, Context, Arguments>): typeof call {
  return (root, args, context, info) => {
    try {
      return call(root, args, context, info);
    } catch (problem) {
      const refusal = problem as Error;
      return Promise.reject(refusal);
    }
  };
}

type Resolver = Record<string, (...parameters: unknown[]) => unknown>;

const resolvers = new Map<ClassType, Resolver>();

/** Resolvers hold nothing, so one of each class serves all requests. */
function resolverOf(target: ClassType): Resolver {
  const resolver = resolvers.get(target) ?? (new target() as Resolver);
  resolvers.set(target, resolver);
  return resolver;
}

function parameterOf(parameter: ParameterMetadata): GraphQLFieldResolver<unknown, Context, Arguments> {
  switch (parameter.kind) {
    case 'root':
      return (root) => root;
    case 'context':
      return (_root, _args, context) => context;
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'args':
      return (_root, args) => args;
    case 'arg':
      return (_root, args) => args[parameter.name];
    default:
      throw new Error(
        `${parameter.target.name}.${parameter.methodName} has a parameter of a sort that is not served: ${parameter.kind}.`,
      );
  }
}
