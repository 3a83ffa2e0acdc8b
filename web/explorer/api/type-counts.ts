/** How many relations an entity has of each type: one question with an alias for each type, as many at a time as the API takes. */
import { ask } from './ask.js';
import { TypedDocumentString } from './operations.js';

export interface TypeCount {
  type: string;
  count: number;
}

interface Answer {
  entity: Record<string, { totalCount: number }> | null;
}

const MOST_ALIASES = 30;

/**
 * @param types of the vocabulary: `MEMBER_OF`
 * @returns those it has any of, the most first
 */
export async function typeCounts(id: string, types: readonly string[], asOf: string | null): Promise<TypeCount[]> {
  const parts = Array.from({ length: Math.ceil(types.length / MOST_ALIASES) }, (_, index) =>
    types.slice(index * MOST_ALIASES, (index + 1) * MOST_ALIASES),
  );
  const answers = await Promise.all(parts.map((part) => ask(operation(part), { id, asOf })));
  return mostFirst(
    answers.flatMap(({ entity }) => Object.entries(entity ?? {}).map(([type, { totalCount: count }]) => ({ type, count }))),
  );
}

const operation = (types: readonly string[]): TypedDocumentString<Answer, { id: string; asOf: string | null }> =>
  new TypedDocumentString(`query RelationCounts($id: ID!, $asOf: String) {
  entity(id: $id) {
${types.map((type) => `    ${type}: relations(types: [${type}], asOf: $asOf, first: 1) { totalCount }`).join('\n')}
  }
}`);

export const mostFirst = (counts: TypeCount[]): TypeCount[] =>
  counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
