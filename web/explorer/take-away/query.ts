/** "The GraphQL query behind this view", as a link that opens it in the playground. */
import { EntityRelationsDocument, InfluenceDocument, PathsDocument } from '../api/operations.js';
import { view } from '../state/history.js';
import { dating, influenceVariables, NEIGHBOURS_PAGE, pathsAsked } from '../state/questions.js';

/** Null where nothing is asked yet. The playground reads query and variables behind the `#`, which is not sent to the server. */
export function queryAddress(): string | null {
  const { expanded, entity } = view.value;
  const paths = pathsAsked();
  const variables = influenceVariables();
  if (paths) return address(PathsDocument, paths);
  if (variables) return address(InfluenceDocument, variables);
  const id = entity ?? expanded[0]?.id;
  return id === undefined ? null : address(EntityRelationsDocument, { id, first: NEIGHBOURS_PAGE, ...dating() });
}

const address = (operation: { toString(): string }, variables: object): string =>
  `./graphql#${new URLSearchParams({ query: operation.toString().trim(), variables: JSON.stringify(variables, null, 2) }).toString()}`;
