import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
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

@ObjectType({ simpleResolvers: true, description: 'How many claims, or relations, rest on a source.' })
export class SourceCount {
  @Field(() => Int, { description: 'Number of claims that cite the source, for and against; or of relations.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "What was compiled from pages, as `custodes audit` counts it: without places, and without what rests on the source of the world's places alone.",
})
export class CompiledCounts {
  @Field(() => Int, { description: 'Number of pages, laws, reports and registers read.' })
  sources!: number;

  @Field(() => Int, { description: 'Number of actors, instruments and events.' })
  entities!: number;

  @Field(() => Int, { description: 'Number of events among the entities, proposed ones included.' })
  events!: number;

  @Field(() => Int, { description: 'Number of relations that a page other than the source of places claims.' })
  relations!: number;

  @Field(() => Int, { description: 'Number of claims, supporting and disputing ones.' })
  claims!: number;

  @Field(() => Int, { description: 'Number of relations on two or more independent sources.' })
  corroborated!: number;

  @Field(() => Float, { description: 'Their part of the relations, 0 to 1.' })
  corroboratedShare!: number;
}

/** The places are in `resolvers/statistics.ts`. */
@ObjectType({ simpleResolvers: true, description: 'How much of a sub-region of UN M49 the graph knows the oversight of.' })
export class SubRegionCoverage {
  @Field(() => ID, { description: 'The UN M49 code of the sub-region: `013`.' })
  id!: string;

  @Field(() => String, { description: 'Its name in English: `Central America`.' })
  name!: string;

  @Field(() => Int, { description: 'Number of countries and areas that lie in it directly.' })
  countries!: number;

  @Field(() => [ID], { description: 'Ids of those with at least one oversight body, of the whole or of a part of it.' })
  overseen!: string[];
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

  @Field(() => [SourceCount], { description: 'Relations that rest on one source alone, by id of the source.' })
  relationsOfOneSource!: SourceCount[];

  @Field(() => CompiledCounts, {
    description: 'The counts of what was compiled from pages, without the places that come with the project.',
  })
  compiled!: CompiledCounts;

  @Field(() => Int, { description: 'Relations that a source disputes.' })
  disputedRelations!: number;

  @Field(() => Int, { description: 'Relations on two or more independent sources.' })
  corroboratedRelations!: number;
}
