import { ArgsType, Field, ID, Int } from 'type-graphql';
import type { Direction as DirectionValue, SortDirection as SortDirectionValue } from '../../store/port.js';
import type {
  EntityOrder as EntityOrderValue,
  RelationOrder as RelationOrderValue,
  SourceOrder as SourceOrderValue,
} from '../../domain/pages.js';
import { REACH_DEFAULTS } from '../../domain/oversight-reach.js';
import { RANGES, sayRange } from '../limits.js';
import { Direction, EntityOrder, RelationOrder, RelationTypeName, SortDirection, SourceOrder } from '../types/enums.js';

/** The arguments of the queries. `../arguments.ts` checks their ranges. */

export const TYPES = 'Only relations of these types: `[MEMBER_OF, PARTNERED_WITH]`. Without it: all.';
export const KINDS = 'Only entities of these kinds: `["regulator", "ministry"]`. `entityKinds` lists them. Without it: all.';
export const WITHIN =
  'Only what is tied to this place or to one in it: a place id, ISO 3166 code (`GT`), UN M49 code (`013`) or a name.';

const AS_OF =
  'EDTF date, month, year or interval: `2019`, `2021-06`, `2019-10/2019-11`. Keeps what certainly or possibly held at some time in it ("possibly": the sources\' dates allow it and do not prove it). Without it: whatever held at any time.';

const KNOWN_AT =
  'EDTF date: the graph as it was known by the last day of it: only claims that had been read and recorded by then count. A relation stays while one is left; its evidence and dates are what these give it.';
const PUBLISHED_BY =
  'EDTF date: the graph as the sources published by the last day of it have it. A source that bears no date counts from the day on which it was read.';

const TIME_RESPECTING =
  'True: only ways whose relations can follow each other in time, as far as their dates tell: none need be passed before the one before it. A relation may be passed on any day on which it may have held; an event while it took place.';

/** Fields that several questions have. */
export const AsOf = (): PropertyDecorator => Field(() => String, { nullable: true, description: AS_OF });
export const KnownAt = (): PropertyDecorator => Field(() => String, { nullable: true, description: KNOWN_AT });
export const PublishedBy = (): PropertyDecorator => Field(() => String, { nullable: true, description: PUBLISHED_BY });
export const TimeRespecting = (): PropertyDecorator =>
  Field(() => Boolean, { defaultValue: false, description: TIME_RESPECTING });
export const RowsOfPage = (): PropertyDecorator =>
  Field(() => Int, { defaultValue: RANGES.first.usual, description: `Rows of the page, ${sayRange(RANGES.first)}.` });
export const AfterCursor = (): PropertyDecorator =>
  Field(() => String, { nullable: true, description: '`pageInfo.endCursor` of the page before. Without it: the first page.' });

@ArgsType()
export class PageArguments {
  @RowsOfPage()
  first!: number;

  @AfterCursor()
  after?: string | null;
}

@ArgsType()
export class RelationsOfArguments extends PageArguments {
  @Field(() => Direction, { defaultValue: 'BOTH', description: 'Which end the entity stands at.' })
  direction!: DirectionValue;

  @Field(() => [RelationTypeName], { nullable: true, description: TYPES })
  types?: string[] | null;

  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;
}

@ArgsType()
export class EntitiesArguments extends PageArguments {
  @Field(() => [String], { nullable: true, description: KINDS })
  kinds?: string[] | null;

  @Field(() => String, { nullable: true, description: WITHIN })
  within?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only entities whose names hold all these words or parts of words, accents and case ignored: `embajada`. `search` ranks and forgives misspellings.',
  })
  text?: string | null;

  @AsOf()
  asOf?: string | null;

  @Field(() => [RelationTypeName], {
    nullable: true,
    description: 'Only entities at an end of a relation of one of these types: `[OVERSEES]`.',
  })
  relationTypes?: string[] | null;

  @Field(() => EntityOrder, {
    defaultValue: 'NAME',
    description:
      'Rows by name, by earliest beginning or by number of relations. `DEGREE` with `direction: DESC`: the best connected first.',
  })
  orderBy!: EntityOrderValue;

  @Field(() => SortDirection, {
    defaultValue: 'ASC',
    description: '`ASC`: smallest, oldest or first in the alphabet first; `DESC`: the other way round.',
  })
  direction!: SortDirectionValue;
}

@ArgsType()
export class RelationsArguments extends PageArguments {
  @Field(() => [RelationTypeName], { nullable: true, description: TYPES })
  relationTypes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only relations of which this entity (its id) is the source: `digessp`.' })
  from?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only relations of which this entity (its id) is the target: `montreux-document`.',
  })
  to?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'EDTF date, month, year or interval: only relations that certainly began in it. `2009/2012` keeps what began on `2011-10-25`, not what began on `2012~/2014`.',
  })
  began?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same, and only what possibly, not certainly, began in it: for what no source dates exactly. Not together with `began`.',
  })
  mayHaveBegun?: string | null;

  @Field(() => String, { nullable: true, description: `${WITHIN} One end of the relation is enough.` })
  within?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only relations with a claim of this source (its id).' })
  source?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only relations of which one end has all these words or parts of words in its names.',
  })
  text?: string | null;

  @AsOf()
  asOf?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that a source disputes; false: only those that none does.',
  })
  disputed?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only relations with at least this many independent supporting sources: 2 for corroborated ones.',
  })
  minSupporting?: number | null;

  @Field(() => RelationOrder, {
    defaultValue: 'START',
    description:
      'Rows by earliest beginning, or by how many independent sources support them. `SUPPORTING` with `direction: DESC`: the best founded first.',
  })
  orderBy!: RelationOrderValue;

  @Field(() => SortDirection, {
    defaultValue: 'ASC',
    description: '`ASC`: smallest, oldest or first in the alphabet first; `DESC`: the other way round.',
  })
  direction!: SortDirectionValue;
}

@ArgsType()
export class SourcesArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Only sources with all these words or parts of words in title or publisher.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only sources that this entity published (its id): `icoca`.' })
  publisher?: string | null;

  @Field(() => SourceOrder, {
    defaultValue: 'TITLE',
    description: 'Rows by title or by date of publication. `PUBLISHED` with `direction: DESC`: the newest first.',
  })
  orderBy!: SourceOrderValue;

  @Field(() => SortDirection, {
    defaultValue: 'ASC',
    description: '`ASC`: smallest, oldest or first in the alphabet first; `DESC`: the other way round.',
  })
  direction!: SortDirectionValue;
}

@ArgsType()
export class SearchArguments {
  @Field(() => String, {
    description: 'A name, part of a name or acronym in any language: `digessp`, `embajada suiza`, `Guatmala`.',
  })
  text!: string;

  @Field(() => [String], { nullable: true, description: KINDS })
  kinds?: string[] | null;

  @Field(() => Int, { defaultValue: RANGES.first.usual, description: `Most hits, ${sayRange(RANGES.first)}.` })
  first!: number;
}

@ArgsType()
export class NetworkArguments {
  @Field(() => [ID], { description: 'Ids of the entities in the middle: `["icoca"]`. They are always shown.' })
  centers!: string[];

  @Field(() => Int, { defaultValue: RANGES.depth.usual, description: `Steps from a centre, ${sayRange(RANGES.depth)}.` })
  depth!: number;

  @Field(() => Direction, { defaultValue: 'BOTH', description: 'Which way steps go; OUT: from source to target.' })
  direction!: DirectionValue;

  @Field(() => [RelationTypeName], { nullable: true, description: TYPES })
  relationTypes?: string[] | null;

  @Field(() => [String], { nullable: true, description: `${KINDS} Others are neither shown nor walked through.` })
  kinds?: string[] | null;

  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;

  @Field(() => Int, {
    defaultValue: RANGES.limit.usual,
    description: `Most entities shown, ${sayRange(RANGES.limit)}; the best connected are kept and \`truncation\` says what was left out.`,
  })
  limit!: number;
}

@ArgsType()
export class PathsArguments {
  @Field(() => ID, { description: 'Id of the entity to start from: `swiss-embassy-guatemala`.' })
  from!: string;

  @Field(() => ID, { description: 'Id of the entity to reach: `digessp`.' })
  to!: string;

  @Field(() => Int, { defaultValue: RANGES.maxLength.usual, description: `Most hops of a path, ${sayRange(RANGES.maxLength)}.` })
  maxLength!: number;

  @Field(() => [RelationTypeName], { nullable: true, description: TYPES })
  relationTypes?: string[] | null;

  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;

  @TimeRespecting()
  timeRespecting!: boolean;

  @Field(() => Int, { defaultValue: 10, description: `Most paths, ${sayRange(RANGES.first)}.` })
  first!: number;
}

@ArgsType()
export class OversightReachArguments {
  @Field(() => String, {
    defaultValue: '001',
    description: "The region: a place id, ISO 3166 code, UN M49 code or a place's name. `001` is the world.",
  })
  region!: string;

  @AsOf()
  asOf?: string | null;

  @Field(() => Int, {
    defaultValue: REACH_DEFAULTS.maxSteps,
    description: `Longest way of influence to a body, in steps, ${sayRange(RANGES.maxSteps)}. 1: a relation between the two; 2: by an event, an instrument or an actor between.`,
  })
  maxSteps!: number;
}

@ArgsType()
export class OversightSetUpArguments {
  @Field(() => ID, { description: 'Id of the instrument that states joined: `montreux-document`.' })
  instrument!: string;

  @Field(() => String, {
    defaultValue: '001',
    description: "The region: a place id, ISO 3166 code, UN M49 code or a place's name. `001` is the world.",
  })
  region!: string;
}
