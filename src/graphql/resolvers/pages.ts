import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { connection, type Connection } from '../../domain/cursors.js';
import type * as records from '../../domain/model.js';
import { entityConnection, type EntityFilter, relationConnection, sourceConnection } from '../../domain/pages.js';
import type { Context } from '../context.js';
import { nestedShape } from '../nested-shape.js';
import { selects } from '../selects.js';
import { costOfPage } from '../cost.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import {
  ActorConnection,
  EventConnection,
  InstrumentConnection,
  PlaceConnection,
  RelationConnection,
  SourceConnection,
} from '../types/connections.js';
import { EntitiesArguments, RelationsArguments, SourcesArguments } from './arguments.js';

type EntityPage = Promise<ConnectionValue<records.Entity>>;

@Resolver()
export class PagesResolver {
  @Query(() => ActorConnection, {
    nullable: true,
    description: 'Actors, page by page: `actors(kinds: ["regulator"], within: "013", orderBy: DEGREE, direction: DESC)`.',
    complexity: costOfPage,
  })
  actors(
    @Args(() => EntitiesArguments) filter: EntitiesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): EntityPage {
    return entityPage({ ...filter, label: 'Actor' }, context, info);
  }

  @Query(() => InstrumentConnection, {
    nullable: true,
    description: 'Instruments, page by page: `instruments(kinds: ["statute"], within: "GT")`.',
    complexity: costOfPage,
  })
  instruments(
    @Args(() => EntitiesArguments) filter: EntitiesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): EntityPage {
    return entityPage({ ...filter, label: 'Instrument' }, context, info);
  }

  @Query(() => EventConnection, {
    nullable: true,
    description: 'Events, page by page: `events(within: "GT", asOf: "2021", orderBy: START, direction: DESC)`.',
    complexity: costOfPage,
  })
  events(
    @Args(() => EntitiesArguments) filter: EntitiesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): EntityPage {
    return entityPage({ ...filter, label: 'Event' }, context, info);
  }

  @Query(() => PlaceConnection, {
    nullable: true,
    description: 'Places, page by page: `places(kinds: ["country"], within: "013")`.',
    complexity: costOfPage,
  })
  places(
    @Args(() => EntitiesArguments) filter: EntitiesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): EntityPage {
    return entityPage({ ...filter, label: 'Place' }, context, info);
  }

  @Query(() => RelationConnection, {
    nullable: true,
    description: 'Relations, page by page: `relations(relationTypes: [OVERSEES], within: "GT")`, `relations(disputed: true)`.',
    complexity: costOfPage,
  })
  relations(
    @Args(() => RelationsArguments) { relationTypes, ...filter }: RelationsArguments,
    @Ctx() { store }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue<records.Relation>> {
    const counted = selects(info, 'totalCount');
    return page(filter, relationConnection(store, { ...filter, types: relationTypes, counted }));
  }

  @Query(() => SourceConnection, {
    nullable: true,
    description: 'Sources, page by page: `sources(publisher: "icoca", orderBy: PUBLISHED, direction: DESC)`.',
    complexity: costOfPage,
  })
  sources(
    @Args(() => SourcesArguments) { publisher, ...filter }: SourcesArguments,
    @Ctx() { store }: Context,
  ): Promise<ConnectionValue<records.Source>> {
    return page(filter, sourceConnection(store, { ...filter, publisherId: publisher }));
  }
}

/** A page of entities; what is selected of their relations is read for all of them at once. */
async function entityPage(
  filter: EntityFilter,
  { store, nested }: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionValue<records.Entity>> {
  const found = await entityConnection(store, { ...filter, counted: selects(info, 'totalCount') });
  const ids = found.nodes.map(({ id }) => id);
  const read = (nestedShape(info)?.levels.length ?? 0) > 0 ? await nested.read(ids, info) : null;
  if (read === null) return asConnection(found, filter.after);
  return asConnection(withRecords(found, read), filter.after);
}

/** The same page, its rows as they were read with their relations: only these know the pages below them. */
function withRecords(found: Connection<records.Entity>, read: ReadonlyMap<string, records.Entity>): Connection<records.Entity> {
  const rows = found.nodes.map((row) => read.get(row.id) ?? row);
  let edges: typeof found.edges | undefined;
  const cursorOf = (_row: unknown, i: number): string => (edges ??= found.edges)[i]!.cursor;
  return connection(rows, cursorOf, found.totalCount, found.hasNextPage);
}

async function page<T>({ after }: { after?: string | null }, connection: Promise<Connection<T>>): Promise<ConnectionValue<T>> {
  return asConnection(await connection, after);
}
