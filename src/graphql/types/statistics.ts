import { Field, Int, ObjectType } from 'type-graphql';
import { EntityLabel, RelationTypeName } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'What is loaded.' })
export class Dataset {
  @Field(() => String, { description: 'The data version that answers name.' })
  version!: string;

  @Field(() => Int, { description: 'How many entities there are.' })
  entities!: number;

  @Field(() => Int, { description: 'How many relations there are.' })
  relations!: number;

  @Field(() => Int, { description: 'How many claims there are.' })
  claims!: number;

  @Field(() => Int, { description: 'How many sources there are.' })
  sources!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many entities of a kind there are.' })
export class KindCount {
  @Field(() => EntityLabel, { description: 'The label the kind belongs to.' })
  label!: string;

  @Field(() => String, { description: 'The kind: `regulator`.' })
  kind!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many relations of a type there are.' })
export class RelationTypeCount {
  @Field(() => RelationTypeName, { description: 'The type of the relations counted.' })
  type!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

/** The place and the source are in `resolvers/statistics.ts`. */
@ObjectType({ simpleResolvers: true, description: 'How many entities are tied to a country or region, or to a place in it.' })
export class PlaceCount {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many claims rest on a source.' })
export class SourceCount {
  @Field(() => Int, { description: 'How many there are.' })
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

  @Field(() => [SourceCount], { description: 'Claims by source.' })
  claimsBySource!: SourceCount[];

  @Field(() => Int, { description: 'Relations that a source disputes.' })
  disputedRelations!: number;

  @Field(() => Int, { description: 'Relations on two or more independent sources.' })
  corroboratedRelations!: number;
}
