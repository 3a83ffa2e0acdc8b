import type { GraphStore } from '../store/port.js';
import { holding, type AsOf } from './as-of.js';
import { relationByClaims } from './claims-that-count.js';
import type { Holding } from './edtf.js';
import { independentOrigin } from './evidence.js';
import { edgesOver, flowTowards, type FlowEdge } from './influence-flow.js';
import { walkScores, type EdgesFrom, type Walks } from './influence-walks.js';
import { asKnown, type Known } from './known.js';
import type { Claim, Entity, Relation, Source } from './model.js';
import { bodiesBy, isOversight, OVERSIGHT_TYPES, type OversightBody } from './oversight.js';
import { byId } from './order.js';
import { surroundingPlaces } from './regions.js';
import { sourcesAndOriginals } from './originals.js';

/**
 * Everything that influence on a region can rest on, whatever the date and whichever claims count: read once, so that the ranking can be
 * made again under many readings without asking the store again.
 */
export class InfluenceGround {
  private constructor(
    readonly entities: ReadonlyMap<string, Entity>,
    /** What makes oversight bodies. */
    readonly oversight: readonly Relation[],
    /** What influence flows over, by id. */
    readonly flow: readonly Relation[],
    private readonly claims: ClaimsOfGround,
    /** By relation the ways that influence flows over it, as if it carried all; forward first. */
    private readonly ways: ReadonlyMap<string, readonly FlowEdge[]>,
  ) {}

  /** @param types the relation types that influence flows over; null: all that carry it */
  static async read(
    store: GraphStore,
    region: Entity,
    steps: number,
    types: readonly string[] | null,
    known: Known = {},
  ): Promise<InfluenceGround> {
    const places = await surroundingPlaces(store, region);
    const reads = asKnown(store, known);
    const answers = await reads.relationsOf({
      entityIds: places,
      direction: 'IN',
      types: OVERSIGHT_TYPES,
      during: null,
      limit: null,
      after: null,
    });
    const oversight = answers.flatMap(({ relations }) => relations).filter(isOversight);
    const actors = await reads.entities([...new Set(oversight.map(({ source }) => source))].sort());
    const bodies = bodiesBy(oversight, actors, () => 'CERTAINLY').map(({ actor }) => actor);
    const { entities, edgesFrom } = await flowTowards(reads, bodies, steps, types, null, 'NOWHERE');
    const flow = new Map([...edgesFrom.values()].flat().map(({ relation }) => [relation.id, relation]));
    const claimIds = new Set([...oversight, ...flow.values()].flatMap((relation) => relation.claimIds));
    const claims = await reads.claims([...claimIds].sort());
    const sources = await sourcesAndOriginals(reads, new Set(claims.map(({ source }) => source)));
    const isPlace = (id: string): boolean => entities.get(id)?.label === 'Place';
    const ways = new Map([...flow.values()].map((relation) => [relation.id, edgesOver(relation, isPlace, 1)]));
    return new InfluenceGround(entities, oversight, [...flow.values()].sort(byId), new ClaimsOfGround(claims, sources), ways);
  }

  claimsOf(relation: Relation): readonly Claim[] {
    return this.claims.of(relation);
  }

  get sources(): ReadonlyMap<string, Source> {
    return this.claims.sources;
  }

  /** The sources of the claims here by independent origin (a publisher); those of one by id. */
  sourcesByOrigin(): Map<string, Source[]> {
    return this.claims.sourcesByOrigin();
  }

  /** The ground as it would be if nothing that these sources say had been recorded. */
  withoutSources(ids: ReadonlySet<string>): InfluenceGround {
    const touched = this.claims.relationsOn(ids);
    const counts = ({ source }: Claim): boolean => !ids.has(source);
    const left = (relations: readonly Relation[]): Relation[] =>
      relations.flatMap((relation) => {
        if (!touched.has(relation.id)) return [relation];
        return relationByClaims(relation, this.claimsOf(relation), counts, this.sources) ?? [];
      });
    return new InfluenceGround(this.entities, left(this.oversight), left(this.flow), this.claims, this.ways);
  }

  bodies(asOf: AsOf): OversightBody[] {
    return this.bodiesWhere(({ time }) => holding(time, asOf));
  }

  bodiesWhere(holds: (relation: Relation) => Holding): OversightBody[] {
    const actors = [...new Set(this.oversight.map(({ source }) => source))].flatMap((id) => this.entities.get(id) ?? []);
    return bodiesBy(this.oversight, actors.sort(byId), holds);
  }

  /** @param carried how much each relation carries; none over those that carry nothing */
  edgesFrom(bodies: ReadonlySet<string>, carried: (relation: Relation) => number): EdgesFrom {
    const edgesFrom = new Map<string, FlowEdge[]>();
    for (const relation of this.flow) {
      const factor = carried(relation);
      if (factor === 0) continue;
      for (const whole of this.ways.get(relation.id)!) {
        if (bodies.has(whole.from)) continue;
        const edge = { ...whole, relation, weight: whole.weight * factor };
        const edges = edgesFrom.get(edge.from);
        if (edges) edges.push(edge);
        else edgesFrom.set(edge.from, [edge]);
      }
    }
    return edgesFrom;
  }

  scores(
    bodies: readonly OversightBody[],
    { maxSteps, decay }: Walks,
    carried: (relation: Relation) => number,
  ): Map<string, number> {
    const targets = new Set(bodies.map(({ actor }) => actor.id));
    return walkScores(this.edgesFrom(targets, carried), targets, maxSteps, decay);
  }
}

/** All claims that the ground rests on, whichever of them count. */
class ClaimsOfGround {
  readonly #ofRelation = new Map<string, Claim[]>();
  readonly #relationsOnSource = new Map<string, Set<string>>();

  constructor(
    claims: readonly Claim[],
    readonly sources: ReadonlyMap<string, Source>,
  ) {
    for (const claim of claims) {
      const { subject, source } = claim;
      const claimsOf = this.#ofRelation.get(subject);
      if (claimsOf) claimsOf.push(claim);
      else this.#ofRelation.set(subject, [claim]);
      this.#relationsOnSource.set(source, (this.#relationsOnSource.get(source) ?? new Set()).add(subject));
    }
  }

  of({ id }: Relation): readonly Claim[] {
    return this.#ofRelation.get(id) ?? [];
  }

  /** Ids of the relations with a claim of one of these sources. */
  relationsOn(sourceIds: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...sourceIds].flatMap((id) => [...(this.#relationsOnSource.get(id) ?? [])]));
  }

  sourcesByOrigin(): Map<string, Source[]> {
    const origins = new Map<string, Source[]>();
    for (const id of [...this.#relationsOnSource.keys()].sort()) {
      const source = this.sources.get(id);
      if (!source) continue;
      const origin = independentOrigin(id, this.sources);
      origins.set(origin, [...(origins.get(origin) ?? []), source]);
    }
    return origins;
  }
}
