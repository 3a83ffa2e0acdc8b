import {
  BREAK,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isInputType,
  isListType,
  isObjectType,
  Kind,
  parseType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

/** An operation as graphql-jit is given it, which is not quite as the client wrote it. */
export interface Compilable {
  document: DocumentNode;
  /** What stood in it as texts, by the variables that stand there now. */
  texts: Record<string, string>;
}

/**
 * The operation made such that graphql-jit answers it as graphql-js does, and such that nothing of what a client wrote but names becomes code:
 * - Texts are variables. graphql-jit writes values of arguments into its code and puts something else for words of its own in them, so a
 *   text could be made that runs as a program.
 * - `@skip` and `@include` are followed, for graphql-jit gets them wrong where a fragment stands twice.
 * @param conditions values of the variables that decide what is left out
 * @returns null where the code would answer something else, or nothing
 */
export function compilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  conditions: Record<string, unknown>,
): Compilable | null {
  const asked = getOperationAST(document, operationName);
  if (!asked || mistakes(schema, asked, document)) return null;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const followed = withoutConditions({ ...document, definitions: [asked, ...fragments] }, conditions);
  return withoutTexts(schema, followed, asked);
}

/** The variables on which `@skip` and `@include` depend. */
export function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Whether the operation has what graphql-jit is known to mistake. */
function mistakes(schema: GraphQLSchema, operation: OperationDefinitionNode, document: DocumentNode): boolean {
  const defined = new Map((operation.variableDefinitions ?? []).map((one) => [one.variable.name.value, one]));
  // Such are names of JavaScript (`__proto__`).
  if ([...defined.keys()].some((name) => name.startsWith('__'))) return true;

  const keys = new Set<string>();
  let found = false;
  visit(document, {
    Field({ alias, name }) {
      keys.add((alias ?? name).value);
      if (alias?.value.startsWith('__') === true) found = true;
    },
    // One that is null is refused where it stands in a list or an object; graphql-jit hands on the null.
    Variable({ name }, _key, parent) {
      // The parent of what is in a list is an array.
      const inValue = Array.isArray(parent) || (parent as ASTNode | undefined)?.kind === Kind.OBJECT_FIELD;
      if (inValue && defined.get(name.value)?.type.kind !== Kind.NON_NULL_TYPE) found = true;
      return found ? BREAK : undefined;
    },
  });
  return found || mixedUp(schema, keys);
}

/** graphql-jit knows a place in the answer by its keys, types and indexes with `_` between, and would take one for another. */
function mixedUp(schema: GraphQLSchema, keys: ReadonlySet<string>): boolean {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const beginnings = [...keys, ...types.map(({ name }) => name)].map((other) => `${other}_`);
  return [...keys].some((key) => /^idx\d+_/.test(key) || beginnings.some((beginning) => key.startsWith(beginning)));
}

type Conditional = FieldNode | InlineFragmentNode | FragmentSpreadNode;

function withoutConditions(document: DocumentNode, variables: Record<string, unknown>): DocumentNode {
  const follow = (node: Conditional): Conditional | null | undefined => {
    if (!node.directives?.length) return undefined;
    const left =
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true ||
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false;
    const directives: DirectiveNode[] = [];
    return left ? null : { ...node, directives };
  };
  return visit(document, { Field: follow, InlineFragment: follow, FragmentSpread: follow });
}

function withoutTexts(schema: GraphQLSchema, document: DocumentNode, asked: OperationDefinitionNode): Compilable {
  const taken = new Set((asked.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  const texts: Record<string, string> = {};
  const definitions: VariableDefinitionNode[] = [];
  const types = new TypeInfo(schema);

  function variableFor(text: string, type: GraphQLInputType): ValueNode {
    let count = definitions.length;
    while (taken.has(`text${count}`)) count++;
    const name = { kind: Kind.NAME, value: `text${count}` } as const;
    taken.add(name.value);
    texts[name.value] = text;
    const variable = { kind: Kind.VARIABLE, name } as const;
    definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(`${getNamedType(type).name}!`) });
    return variable;
  }

  const lifted: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      // What a variable is where it is left out, whoever runs the code says.
      VariableDefinition: ({ defaultValue: _, ...node }) => node,
      StringValue(node) {
        let type = types.getInputType();
        if (!isInputType(type)) return undefined;
        const variable = { ...variableFor(node.value, type), loc: node.loc } as ValueNode;
        // One may stand where a list of them is wanted.
        let value = variable;
        for (type = getNullableType(type); isListType(type); type = getNullableType(type.ofType)) {
          value = { kind: Kind.LIST, values: [value], ...(node.loc && { loc: node.loc }) };
        }
        return value;
      },
    }),
  );
  const withDefinitions = lifted.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, variableDefinitions: [...(definition.variableDefinitions ?? []), ...definitions] }
      : definition,
  );
  return { document: { ...lifted, definitions: withDefinitions }, texts };
}
