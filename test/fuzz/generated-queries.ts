import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Decisions, leafValue, literalOf, STRANGE } from './decisions.js';

/** Queries that the schema allows by their shape: any fields, any arguments, fragments on any type, aliases, directives, depths. */
export function queriesOf(schema: GraphQLSchema): fc.Arbitrary<string> {
  return fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 20, maxLength: 120 })
    .map((numbers) => `query ${selections(schema, schema.getQueryType()!, new Decisions(numbers), 0)}`);
}

function selections(schema: GraphQLSchema, type: GraphQLNamedType, decide: Decisions, depth: number): string {
  const parts: string[] = ['__typename'];
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const wanted = fields.length === 0 ? 0 : 1 + decide.below(3);
  for (let i = 0; i < wanted; i++) {
    const field = decide.of(fields);
    const inner = getNamedType(field.type);
    const leaf = isLeafType(inner);
    // Other than leaves end the query where it is deep; sometimes deeper than is allowed.
    if (!leaf && depth > (decide.oneIn(50) ? 18 : 5)) continue;
    const given = argumentsOf(field, decide);
    parts.push(
      `${given === '' || decide.oneIn(8) ? '' : `a${depth}_${i}: `}${field.name}${given}${directive(decide)}${leaf ? '' : ` ${selections(schema, inner, decide, depth + 1)}`}`,
    );
  }
  if ((isInterfaceType(type) || isUnionType(type)) && decide.oneIn(2)) {
    const possible = decide.of(schema.getPossibleTypes(type));
    parts.push(`... on ${possible.name} ${selections(schema, possible, decide, depth + 1)}`);
  }
  return `{ ${parts.join(' ')} }`;
}

const directive = (decide: Decisions): string =>
  decide.oneIn(12) ? ` @${decide.of(['include', 'skip'])}(if: ${decide.of(['true', 'false'])})` : '';

function argumentsOf(field: GraphQLField<unknown, unknown>, decide: Decisions): string {
  const given = field.args
    // A cursor is only what an answer gave: whatever else is given is refused.
    .filter((argument) => isRequiredArgument(argument) || decide.oneIn(argument.name === 'after' ? 30 : 3))
    .map((argument) => `${argument.name}: ${value(argument.type, argument.name, decide)}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function value(type: GraphQLInputType, argument: string, decide: Decisions): string {
  if (decide.oneIn(isNonNullType(type) ? 100 : 25)) return 'null';
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return `[${Array.from({ length: decide.below(4) }, () => value(nullable.ofType, argument, decide)).join(', ')}]`;
  return isLeafType(nullable) ? literalOf(leafValue(nullable, argument, decide, STRANGE, 10), nullable) : '{}';
}
