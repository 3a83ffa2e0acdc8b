import type { Claim, Entity, Graph, Relation } from '../domain/model.js';
import { isPlacesSource } from '../domain/places-source.js';
import { vocabulary } from '../domain/vocabulary.js';
import { coverageOf, type SubRegionCoverage } from '../domain/coverage.js';
import { likelyDuplicates, type LikelyDuplicate } from './duplicates.js';

/** What the dossiers come to (places of UN M49 and their claims are not counted), and where they are weak. */
export interface Audit {
  counts: { sources: number; entities: number; relations: number; claims: number; events: number };
  /** Relations on two or more independent sources. */
  corroborated: { relations: number; share: number };
  coverage: SubRegionCoverage[];
  /** Ids of what a curator may want to look at; none of these is wrong by itself. */
  weaknesses: {
    undatedRelations: string[];
    disputedRelations: string[];
    /** Claims whose passage was last read before the review date. */
    claimsToReview: string[];
  };
  /** What breaks a hard rule: one sentence each, with the ids. None in data that may be published. */
  broken: BrokenRule[];
}

export interface BrokenRule {
  rule: 'ENTITY_WITHOUT_RELATION' | 'OVERSIGHT_WITHOUT_SECTOR' | 'UNDECIDED_DUPLICATE' | 'SOURCE_WITHOUT_CLAIM';
  ids: string[];
  message: string;
}

/** Decisions on likely duplicates, kept in `seeds/_decisions.yaml`. */
export interface Decisions {
  notTheSame: readonly (readonly [string, string])[];
}

/**
 * @param reviewBefore ISO day; claims whose passage was last read before it are listed for review
 */
export function audit(graph: Graph, decisions: Decisions, reviewBefore: string): Audit {
  const own = withoutPlaces(graph);
  const corroborated = own.relations.filter((relation) => relation.evidence.supporting >= 2).length;
  return {
    counts: {
      sources: own.sources,
      entities: own.entities.length,
      relations: own.relations.length,
      claims: own.claims.length,
      events: own.entities.filter((entity) => entity.label === 'Event').length,
    },
    corroborated: { relations: corroborated, share: own.relations.length === 0 ? 0 : corroborated / own.relations.length },
    coverage: coverageOf(graph.entities, graph.relations),
    weaknesses: {
      undatedRelations: own.relations.filter(isUndated).map((relation) => relation.id),
      disputedRelations: own.relations.filter((relation) => relation.evidence.disputing > 0).map((relation) => relation.id),
      claimsToReview: own.claims.filter((claim) => claim.retrieved < reviewBefore).map((claim) => claim.id),
    },
    broken: [
      ...entitiesWithoutRelation(own.entities),
      ...oversightWithoutSector(own.relations, new Set(graph.entities.filter(isPlace).map((place) => place.id))),
      ...undecidedDuplicates(likelyDuplicates(graph.entities), decisions),
      ...sourcesWithoutClaim(graph),
    ],
  };
}

/** The graph without what comes with the project: the places of UN M49, their relations among themselves, their claims. */
function withoutPlaces(graph: Graph): { entities: Entity[]; relations: Relation[]; claims: Claim[]; sources: number } {
  const claims = graph.claims.filter((claim) => !isPlacesSource(claim.source));
  const claimed = new Set(claims.map((claim) => claim.subject));
  return {
    entities: graph.entities.filter((entity) => !isPlace(entity)),
    relations: graph.relations.filter((relation) => claimed.has(relation.id)),
    claims,
    sources: graph.sources.filter((source) => !isPlacesSource(source.id)).length,
  };
}

const isPlace = (entity: Entity): boolean => entity.label === 'Place';

const isUndated = ({ time }: Relation): boolean => time.start === null && time.end === null && time.attested.length === 0;

function entitiesWithoutRelation(entities: readonly Entity[]): BrokenRule[] {
  return entities
    .filter((entity) => entity.degree === 0)
    .map(({ id, name }) => ({
      rule: 'ENTITY_WITHOUT_RELATION',
      ids: [id],
      message: `${id} (${name}) stands alone; relate it to something that a source relates it to, or leave it out.`,
    }));
}

function oversightWithoutSector(relations: readonly Relation[], places: ReadonlySet<string>): BrokenRule[] {
  return relations
    .filter(
      (relation) =>
        vocabulary.relationTypes.get(relation.type)?.oversight && places.has(relation.target) && !relation.qualifiers['sector'],
    )
    .map(({ id }) => ({
      rule: 'OVERSIGHT_WITHOUT_SECTOR',
      ids: [id],
      message: `${id} does not say which sector; write "sector: private security" where the source is about that.`,
    }));
}

function undecidedDuplicates(likely: readonly LikelyDuplicate[], { notTheSame }: Decisions): BrokenRule[] {
  const decided = new Set(notTheSame.map((pair) => [...pair].sort().join(' ')));
  return likely
    .filter(({ pair }) => !decided.has(pair.join(' ')))
    .map(({ pair, names, reason }) => ({
      rule: 'UNDECIDED_DUPLICATE',
      ids: [...pair],
      message: `${pair[0]} ("${names[0]}") and ${pair[1]} ("${names[1]}") may be one (${reason}); make them one, or note in seeds/_decisions.yaml that they are not the same.`,
    }));
}

function sourcesWithoutClaim(graph: Graph): BrokenRule[] {
  const cited = new Set(graph.claims.map((claim) => claim.source));
  return graph.sources
    .filter((source) => !cited.has(source.id))
    .map(({ id }) => ({ rule: 'SOURCE_WITHOUT_CLAIM', ids: [id], message: `No claim rests on ${id}; use it or leave it out.` }));
}
