import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MEASURES } from '../../measures/names.js';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Relation } from './relation.js';

export const MeasureName = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, name]));
registerEnumType(MeasureName, {
  name: 'MeasureName',
  description: 'What is measured of each entity. docs/measures.md defines each, and compares it with networkx.',
  valuesConfig: Object.fromEntries(Object.entries(MEASURES).map(([name, { says }]) => [name, { description: says }])),
});

export const TieWeights = { RELATIONS: 'RELATIONS', EVIDENCE: 'EVIDENCE' } as const;
registerEnumType(TieWeights, {
  name: 'TieWeights',
  description: 'What a tie between two entities weighs, for the measures that look at weights.',
  valuesConfig: {
    RELATIONS: { description: 'How many relations make it up.' },
    EVIDENCE: {
      description: 'The strengths of the evidence of these relations added up: what is better attested counts for more.',
    },
  },
});

export const BrokerageGroups = { SECTOR: 'SECTOR', KIND: 'KIND', LABEL: 'LABEL' } as const;
registerEnumType(BrokerageGroups, {
  name: 'BrokerageGroups',
  description: 'Which groups brokers stand within or between.',
  valuesConfig: {
    SECTOR: {
      description:
        'Public, industry, civil society, international, multi-stakeholder, standards; organs, forums and persons by kind; what is no actor by label.',
    },
    KIND: { description: 'The kinds of entities: regulator, ministry, training.' },
    LABEL: { description: 'The four families: actors, instruments, events, places.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A number that the values depend on.' })
export class MeasureParameter {
  @Field(() => String, { description: 'What it is called in docs/measures.md: damping, attenuation, resolution, seed.' })
  name!: string;

  @Field(() => Float, { description: 'The number itself, asked for or worked out from the graph.' })
  value!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How often an entity B stands in A → B → C where A has no tie to C, by who of the three belong to one group.',
})
export class BrokerageRoles {
  @Field(() => Int, { description: 'All three of one group.' })
  coordinator!: number;

  @Field(() => Int, { description: 'A and C of one group, B from outside: a consultant.' })
  itinerant!: number;

  @Field(() => Int, { description: 'B and C of one group: B lets A in.' })
  gatekeeper!: number;

  @Field(() => Int, { description: 'A and B of one group: B speaks for it to C.' })
  representative!: number;

  @Field(() => Int, { description: 'Three different groups.' })
  liaison!: number;
}

/** `entity` is in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'What a measure says of one entity.' })
export class MeasureRow {
  @Field(() => Int, {
    nullable: true,
    description:
      'Its place by value, 1 for the largest, shared by equal ones; null for communities, and where there is no value.',
  })
  rank!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The measure; null where it is not defined: an entity without ties has no constraint.',
  })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'For BROKERAGE: the sector, kind or label that it was counted under.' })
  group!: string | null;

  @Field(() => BrokerageRoles, { nullable: true, description: 'For BROKERAGE: `value` by the five roles.' })
  roles!: BrokerageRoles | null;
}

/** `rows` and `dataVersion` are in the resolvers. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A measure of each entity of the graph or of a part of it. Relations between two entities make one tie, relations of one to itself none; docs/measures.md says how directions, weights and components count.',
})
export class Measures {
  @Field(() => MeasureName, { description: 'What the values say, as it was asked for: `PAGERANK`.' })
  measure!: string;

  @Field(() => Boolean, { description: 'Whether ties had the direction of their relations.' })
  directed!: boolean;

  @Field(() => Int, { description: 'How many have a row in this answer, on all pages.' })
  entities!: number;

  @Field(() => Int, { description: 'How many pairs of them are tied; with directions, each way by itself.' })
  ties!: number;

  @Field(() => Int, { description: 'How many relations make up the ties.' })
  relations!: number;

  @Field(() => Int, { description: 'How many relations led from an entity to itself, and were left out.' })
  selfLoops!: number;

  @Field(() => Int, { description: 'Into how many parts without a tie between them the graph falls.' })
  components!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What `limit` left out of the network, and what to do; null where nothing was.',
  })
  truncation!: string | null;

  @Field(() => [MeasureParameter], { description: 'Every number that the values depend on, so that others can make them again.' })
  parameters!: MeasureParameter[];

  @Field(() => String, {
    description:
      'What calculated the values: `Custodes`, or for large graphs in a Neo4j that has it, `Graph Data Science` with its version.',
  })
  calculatedBy!: string;

  @Field(() => Int, { nullable: true, description: 'For COMMUNITY: how many were found.' })
  communities!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'For COMMUNITY: how much more weight lies within them than would by chance; null without ties.',
  })
  modularity!: number | null;
}

/** `shared` is in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'An organisation or event that both of a pair belong to or took part in.' })
export class Witness {
  @Field(() => [Relation], {
    description: 'The relations by which the first and then the second stand there, each with its claims.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  relations!: Relation[];
}

/** `actors` is in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'Two actors with memberships or events in common.' })
export class Interlock {
  @Field(() => [Witness], { description: 'What the two share, by id.', complexity: costOfList(TYPICAL_LENGTH.paths) })
  witnesses!: Witness[];
}

/** `pairs` and `dataVersion` are in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'Pairs of actors by what they share.' })
export class Interlocks {
  @Field(() => Int, { description: 'How many memberships and events a pair has to share to be listed.' })
  minShared!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What `limit` left out of the network, and what to do; null where nothing was.',
  })
  truncation!: string | null;
}
