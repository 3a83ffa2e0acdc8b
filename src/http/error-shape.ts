/** An error outside of GraphQL in the shape of GraphQL's. @param more what stands beside the code in its extensions */
export const graphqlShaped = (code: string, message: string, more: object = {}): object => ({
  errors: [{ message, extensions: { code, ...more } }],
});
