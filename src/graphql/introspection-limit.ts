import { isIntrospectionType, Kind, visit, type ASTNode, type FieldNode, type ValidationRule } from 'graphql';
import { limitError } from './errors.js';

/** How often an operation may ask for the schema: whole, and a type of it. Programs that read it ask once. */
export const MOST_INTROSPECTION = { __schema: 1, __type: 10 };

const MESSAGE =
  `An operation may ask \`__schema\` once and \`__type\` ${MOST_INTROSPECTION.__type} times, and below them nothing under another name. ` +
  'Ask in several queries; the whole schema is schema/schema.graphql of the source.';

/**
 * The schema has no cost (`costLimit` passes it over), so what is asked of it is bounded here: by other names it could be had many times
 * in one answer. A fragment that is named twice at one place is answered once, and counts once.
 */
export const introspectionLimit: ValidationRule = (context) => {
  let refused = false;
  const refuse = (): void => {
    if (!refused) context.reportError(limitError('TOO_MUCH_INTROSPECTION', MESSAGE));
    refused = true;
  };
  return {
    OperationDefinition(operation) {
      const asked = [operation, ...context.getRecursivelyReferencedFragments(operation)].flatMap(fieldNames);
      for (const [field, most] of Object.entries(MOST_INTROSPECTION)) {
        if (asked.filter((name) => name === field).length > most) refuse();
      }
    },
    Field(node) {
      const type = context.getParentType();
      if (type && isIntrospectionType(type) && isRenamed(node)) refuse();
    },
  };
};

const isRenamed = ({ alias, name }: FieldNode): boolean => alias !== undefined && alias.value !== name.value;

function fieldNames(part: ASTNode): string[] {
  const names: string[] = [];
  visit(part, { [Kind.FIELD]: ({ name }: FieldNode) => void names.push(name.value) });
  return names;
}
