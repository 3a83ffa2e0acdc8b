import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

const found = new WeakMap<FieldNode, Map<string, boolean>>();

/** Whether a field of this name may be wanted of the answer: it stands in the selection, directives or not, by itself or in a fragment. */
export function selects({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, name: string): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet);
      return within(fragments[selection.name.value]?.selectionSet);
    }) ?? false;

  return fieldNodes.some((field) => {
    const known = found.get(field) ?? new Map<string, boolean>();
    found.set(field, known);
    const answer = known.get(name) ?? within(field.selectionSet);
    known.set(name, answer);
    return answer;
  });
}
