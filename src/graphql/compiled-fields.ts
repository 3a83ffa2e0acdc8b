import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/**
 * For how many fields graphql-jit writes code, about: below a field that gives an interface it writes everything once for each type that
 * implements it, so what is nested grows with their number to the power of the levels.
 */
export function fieldsCompiled(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return 0;
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );

  function within(selectionSet: SelectionSetNode | undefined, type: GraphQLNamedType): number {
    let fields = 0;
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
        const below = field === undefined ? type : getNamedType(field.type);
        const times = isAbstractType(below) ? schema.getPossibleTypes(below).length : 1;
        fields += 1 + times * within(selection.selectionSet, below);
      } else {
        const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        const condition = part?.typeCondition?.name.value;
        fields += within(part?.selectionSet, (condition !== undefined && schema.getType(condition)) || type);
      }
    }
    return fields;
  }
  return within(operation.selectionSet, root);
}
