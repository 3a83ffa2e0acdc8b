import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../domain/cursors.js';
import type * as records from '../../domain/model.js';
import { entityConnection, relationConnection, sourceConnection } from '../../domain/pages.js';
import type { Context } from '../context.js';
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
  actors(@Args(() => EntitiesArguments) filter: EntitiesArguments, @Ctx() { store }: Context): EntityPage {
    return page(filter, entityConnection(store, { ...filter, label: 'Actor' }));
  }

  @Query(() => InstrumentConnection, {
    nullable: true,
    description: 'Instruments, page by page: `instruments(kinds: ["statute"], within: "GT")`.',
    complexity: costOfPage,
  })
  instruments(@Args(() => EntitiesArguments) filter: EntitiesArguments, @Ctx() { store }: Context): EntityPage {
    return page(filter, entityConnection(store, { ...filter, label: 'Instrument' }));
  }

  @Query(() => EventConnection, {
    nullable: true,
    description: 'Events, page by page: `events(within: "GT", asOf: "2021", orderBy: START, direction: DESC)`.',
    complexity: costOfPage,
  })
  events(@Args(() => EntitiesArguments) filter: EntitiesArguments, @Ctx() { store }: Context): EntityPage {
    return page(filter, entityConnection(store, { ...filter, label: 'Event' }));
  }

  @Query(() => PlaceConnection, {
    nullable: true,
    description: 'Places, page by page: `places(kinds: ["country"], within: "013")`.',
    complexity: costOfPage,
  })
  places(@Args(() => EntitiesArguments) filter: EntitiesArguments, @Ctx() { store }: Context): EntityPage {
    return page(filter, entityConnection(store, { ...filter, label: 'Place' }));
  }

  @Query(() => RelationConnection, {
    nullable: true,
    description: 'Relations, page by page: `relations(relationTypes: [OVERSEES], within: "GT")`, `relations(disputed: true)`.',
    complexity: costOfPage,
  })
  relations(
    @Args(() => RelationsArguments) { relationTypes, ...filter }: RelationsArguments,
    @Ctx() { store }: Context,
  ): Promise<ConnectionValue<records.Relation>> {
    return page(filter, relationConnection(store, { ...filter, types: relationTypes }));
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

async function page<T>({ after }: { after?: string | null }, connection: Promise<Connection<T>>): Promise<ConnectionValue<T>> {
  return asConnection(await connection, after);
}
