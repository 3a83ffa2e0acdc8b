import { Field, Int, ObjectType } from 'type-graphql';
import { EntityLabel, RelationTypeName } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'The data loaded: its version, and how many records of each sort.' })
export class Dataset {
  @Field(() => String, { description: 'The data version that answers name.' })
  version!: string;

  @Field(() => Int, { description: 'Number of actors, instruments, events and places loaded.' })
  entities!: number;

  @Field(() => Int, { description: 'Number of relations loaded; parallel ones count each.' })
  relations!: number;

  @Field(() => Int, { description: 'Number of claims loaded, supporting and disputing ones.' })
  claims!: number;

  @Field(() => Int, { description: 'Number of sources loaded, translations and reprints included.' })
  sources!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many entities the graph has of one kind, such as regulators.' })
export class KindCount {
  @Field(() => EntityLabel, { description: 'The family it belongs to: actors, instruments, events or places.' })
  label!: string;

  @Field(() => String, { description: 'As queries write it: `regulator`. `entityKinds` defines each.' })
  kind!: string;

  @Field(() => Int, { description: 'Number of entities of this kind.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many relations the graph has of one type, such as memberships.' })
export class RelationTypeCount {
  @Field(() => RelationTypeName, { description: 'As queries write it: `MEMBER_OF`. `relationTypes` defines each.' })
  type!: string;

  @Field(() => Int, { description: 'Number of relations of this type, disputed ones included.' })
  count!: number;
}

/** The place and the source are in `resolvers/statistics.ts`. */
@ObjectType({ simpleResolvers: true, description: 'How many entities are tied to a country or region, or to a place in it.' })
export class PlaceCount {
  @Field(() => Int, { description: 'Number of entities tied to the place or to one in it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many claims rest on a source.' })
export class SourceCount {
  @Field(() => Int, { description: 'Number of claims that cite the source, for and against.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What the graph holds, counted.' })
export class Statistics {
  @Field(() => Dataset, { nullable: true, description: 'The version and size of the data; null where nothing is loaded.' })
  dataset!: Dataset | null;

  @Field(() => [KindCount], { description: 'Entities by kind; kinds without any are left out.' })
  entitiesByKind!: KindCount[];

  @Field(() => [RelationTypeCount], { description: 'Relations by type; types without any are left out.' })
  relationsByType!: RelationTypeCount[];

  @Field(() => [PlaceCount], {
    description: 'Entities by country, sub-region, region and world. An entity counts in every place around it.',
  })
  entitiesByPlace!: PlaceCount[];

  @Field(() => [SourceCount], {
    description: 'How much the graph rests on each source: the number of its claims, by id of the source.',
  })
  claimsBySource!: SourceCount[];

  @Field(() => Int, { description: 'Relations that a source disputes.' })
  disputedRelations!: number;

  @Field(() => Int, { description: 'Relations on two or more independent sources.' })
  corroboratedRelations!: number;
}
