import { Field, Int, ObjectType } from 'type-graphql';
import type { Connection as Page } from '../../domain/cursors.js';

/**
 * Pages of lists as Relay connections: `connectionType` makes the GraphQL types of one list, `asConnection` the value of
 * one page.
 */

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list. To read on, pass `endCursor` as `after`.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True where rows follow after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True where this page was asked for with `after`, so that rows come before it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row: pass it as `after`. Null on an empty page.' })
  endCursor!: string | null;
}

/** A page as the connection types give it out. */
export interface ConnectionValue<T> {
  readonly edges: { node: T; readonly cursor: string }[];
  nodes: readonly T[];
  totalCount: number;
  readonly pageInfo: PageInfo;
}

export function asConnection<T>(page: Page<T>, after: string | null | undefined): ConnectionValue<T> {
  return new PageGivenOut(page, after);
}

class PageGivenOut<T> implements ConnectionValue<T> {
  readonly nodes: readonly T[];
  readonly #page: Page<T>;
  readonly #after: string | null | undefined;

  constructor(page: Page<T>, after: string | null | undefined) {
    this.nodes = page.nodes;
    this.#page = page;
    this.#after = after;
  }

  get edges(): ConnectionValue<T>['edges'] {
    return this.#page.edges;
  }

  get totalCount(): number {
    return this.#page.totalCount;
  }

  get pageInfo(): PageInfo {
    const { hasNextPage, edges, endCursor } = this.#page;
    const hasPreviousPage = this.#after !== null && this.#after !== undefined;
    return { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor ?? null, endCursor };
  }
}

/**
 * @param name of the node's type: `Actor` makes `ActorConnection` and `ActorEdge`
 * @param rows what the nodes are called in descriptions, one and several: `actor`, `actors`
 * @param order how the list is ordered, where no argument says it
 */
export function connectionType<T extends object>(
  name: string,
  [row, rows]: readonly [string, string],
  nodeType: () => new () => T,
  order = '',
): new () => ConnectionValue<T> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of the ${rows} of a page, with its place in the list.` })
  class Edge {
    @Field(() => nodeType(), { description: `The ${row} that stands at \`cursor\`. \`nodes\` gives the same without cursors.` })
    node!: T;

    @Field(() => String, {
      description: 'Its place in the list, to read on from: pass it as `after`. Opaque; do not take it apart.',
    })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${rows}${order}, with the total and the cursors to read on.`,
  })
  class Connection implements ConnectionValue<T> {
    @Field(() => [Edge], { description: `The ${rows} of this page${order}, each with its cursor.` })
    edges!: Edge[];

    @Field(() => [nodeType()], { description: `The ${rows} of this page${order}, without cursors.` })
    nodes!: T[];

    @Field(() => Int, { description: `Number of ${rows} that the arguments keep, on all pages together.` })
    totalCount!: number;

    @Field(() => PageInfo, { description: 'Whether there is more, and the cursor to read on from.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}
