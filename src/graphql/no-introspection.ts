import { getNamedType, GraphQLError, isIntrospectionType, type ValidationRule } from 'graphql';

/** Refuses a query for the schema, once, however many of its fields it names. `__typename`, which clients need, is no such. */
export const noIntrospection: ValidationRule = (context) => {
  let refused = false;
  return {
    Field(node) {
      const type = getNamedType(context.getType());
      if (refused || !type || !isIntrospectionType(type)) return;
      refused = true;
      const message =
        'Who runs this server has switched introspection off (CUSTODES_INTROSPECTION=off). The schema of each release is schema/schema.graphql of its source.';
      context.reportError(
        new GraphQLError(message, { nodes: node, extensions: { code: 'INTROSPECTION_OFF', http: { status: 400 } } }),
      );
    },
  };
};
