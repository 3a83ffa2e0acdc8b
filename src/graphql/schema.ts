import 'reflect-metadata';
import { addResolversToSchema } from '@graphql-tools/schema';
import { GraphQLObjectType, GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import type { Claim, Entity, Relation, Source } from '../domain/model.js';
import { callDirectly } from './direct-calls.js';
import { ClaimResolver } from './resolvers/claim.js';
import { ConflictsResolver } from './resolvers/conflicts.js';
import { ChangedRecordResolver, DataDifferenceResolver, FieldChangeResolver } from './resolvers/data-difference.js';
import { ANSWER_VERSION_RESOLVERS, DataVersionResolver } from './resolvers/data-version.js';
import { DatedResolver } from './resolvers/dated.js';
import { EntityResolver } from './resolvers/entity.js';
import { InfluenceChangeResolver } from './resolvers/influence-change.js';
import { RobustnessResolver } from './resolvers/influence-robustness.js';
import { HinderedHopResolver, HopResolver, InfluenceHopResolver } from './resolvers/hops.js';
import { LookupResolver } from './resolvers/lookup.js';
import {
  InterlockResolver,
  InterlocksResolver,
  MeasureRowResolver,
  MeasuresResolver,
  WitnessResolver,
} from './resolvers/measures.js';
import { OversightResolver } from './resolvers/oversight.js';
import { PagesResolver } from './resolvers/pages.js';
import { AttributeResolver, IdentifierResolver, NameResolver } from './resolvers/particulars.js';
import { PlaceResolver } from './resolvers/place.js';
import { QuestionsResolver } from './resolvers/questions.js';
import { RelationResolver } from './resolvers/relation.js';
import { SourceResolver } from './resolvers/source.js';
import { PlaceCountResolver, SourceCountResolver, StatisticsResolver } from './resolvers/statistics.js';
import { VocabularyResolver } from './resolvers/vocabulary.js';
import { WhyNotResolver } from './resolvers/why-not.js';

const ABOUT = `Custodes: who governs private security. Actors, instruments, events and places, the relations among them, and the source of
every one. Begin with \`search\`, follow \`Entity.relations\`, and ask \`influence(region: "GT")\`. Every relation has \`claims\`:
what which source says, and where. Errors carry a stable \`extensions.code\` and say the next step.`;

const ABOUT_QUERY =
  'Everything that can be asked. A field that fails is null, and `errors` says why; the other fields of the query are answered.';

let schema: Promise<GraphQLSchema> | undefined;

/** The executable schema, built once: type-graphql's classes, with descriptions and type resolution that these do not know. */
export function executableSchema(): Promise<GraphQLSchema> {
  return (schema ??= build());
}

async function build(): Promise<GraphQLSchema> {
  const classes = await buildSchema({
    resolvers: [
      AttributeResolver,
      ...ANSWER_VERSION_RESOLVERS,
      ChangedRecordResolver,
      ClaimResolver,
      ConflictsResolver,
      DataDifferenceResolver,
      DataVersionResolver,
      DatedResolver,
      EntityResolver,
      FieldChangeResolver,
      HinderedHopResolver,
      HopResolver,
      IdentifierResolver,
      InfluenceChangeResolver,
      InfluenceHopResolver,
      InterlockResolver,
      InterlocksResolver,
      LookupResolver,
      MeasureRowResolver,
      MeasuresResolver,
      NameResolver,
      OversightResolver,
      PagesResolver,
      PlaceCountResolver,
      PlaceResolver,
      QuestionsResolver,
      RelationResolver,
      RobustnessResolver,
      SourceCountResolver,
      SourceResolver,
      StatisticsResolver,
      VocabularyResolver,
      WhyNotResolver,
      WitnessResolver,
    ],
    // A test builds it with the check, which takes a tenth of a second of every start.
    skipCheck: true,
    validate: false,
  });
  const whole = addResolversToSchema({
    schema: classes,
    updateResolversInPlace: true,
    // Resolvers give out records as the store has them; what sort of record it is can be seen from its fields.
    resolvers: {
      Node: { __resolveType: typeOfRecord },
      Entity: { __resolveType: typeOfRecord },
      Dated: { __resolveType: typeOfRecord },
    },
  });
  callDirectly(whole);
  return described(whole);
}

/** What most readers came for; documentation lists the fields of Query in their order. */
const FIRST_QUESTIONS = ['influence', 'search', 'entity', 'network', 'paths'];

function described(whole: GraphQLSchema): GraphQLSchema {
  const config = whole.toConfig();
  const before = config.query!;
  const { fields, ...query } = before.toConfig();
  const names = [...new Set([...FIRST_QUESTIONS, ...Object.keys(fields)])];
  const ordered = new GraphQLObjectType({
    ...query,
    description: ABOUT_QUERY,
    fields: Object.fromEntries(names.map((name) => [name, fields[name]!])),
  });
  return new GraphQLSchema({
    ...config,
    description: ABOUT,
    query: ordered,
    types: config.types.map((type) => (type === before ? ordered : type)),
  });
}

function typeOfRecord(record: Entity | Relation | Claim | Source): string {
  if ('label' in record) return record.label;
  if ('evidence' in record) return 'Relation';
  return 'statement' in record ? 'Claim' : 'Source';
}

/** The contract as `schema/schema.graphql` has it: sorted, so that a change shows as one. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await executableSchema()))}\n`;
}
