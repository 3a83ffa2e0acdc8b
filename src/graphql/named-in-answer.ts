import {
  getNamedType,
  isCompositeType,
  Kind,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What an answer names: ids of records by sort. */
export interface Named {
  entities: Set<string>;
  relations: Set<string>;
  claims: Set<string>;
  sources: Set<string>;
}

const SORT_OF_TYPE: Record<string, keyof Named> = {
  Actor: 'entities',
  Instrument: 'entities',
  Event: 'entities',
  Place: 'entities',
  Relation: 'relations',
  Claim: 'claims',
  Source: 'sources',
};

/**
 * The query with the id and the type of every record asked for beside what it asks, so that its answer says which records it holds.
 * A query that is wrong stays as it is: whoever answers it says what is wrong. The same holds for a selection that calls something else `id`.
 */
export function withIds(schema: GraphQLSchema, query: string): string {
  try {
    const document = parse(query);
    if (validate(schema, document).length > 0) return query;
    const types = new TypeInfo(schema);
    return print(
      visit(
        document,
        visitWithTypeInfo(types, {
          SelectionSet: {
            leave(node): SelectionSetNode | undefined {
              const type = getNamedType(types.getParentType());
              if (!type || !isCompositeType(type) || !('getFields' in type) || !('id' in type.getFields())) return undefined;
              const free = ['id', '__typename'].filter((name) => !node.selections.some((one) => responseName(one) === name));
              return { ...node, selections: [...node.selections, ...free.map(fieldNamed)] };
            },
          },
        }),
      ),
    );
  } catch {
    return query;
  }
}

const fieldNamed = (value: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } });
const responseName = (selection: SelectionSetNode['selections'][number]): string | null =>
  selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : null;

/** The records that the answer to such a query holds, wherever in it. */
export function namedIn(data: unknown): Named {
  const named: Named = { entities: new Set(), relations: new Set(), claims: new Set(), sources: new Set() };
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    const { id, __typename: type } = value as Record<string, unknown>;
    const sort = typeof type === 'string' ? SORT_OF_TYPE[type] : undefined;
    if (sort !== undefined && typeof id === 'string') named[sort].add(id);
    Object.values(value).forEach(look);
  };
  look(data);
  return named;
}

/** What a query asks, in a few words: its first field with its arguments, or the name it bears. */
export function aboutQuery(query: string): string {
  try {
    for (const definition of parse(query).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      if (definition.name) return definition.name.value;
      const [field] = definition.selectionSet.selections;
      if (field?.kind !== Kind.FIELD) continue;
      const { selectionSet: _below, ...alone } = field;
      return print(alone).replace(/\s+/g, ' ');
    }
  } catch {
    // Said by whoever answers it.
  }
  return 'A query';
}
