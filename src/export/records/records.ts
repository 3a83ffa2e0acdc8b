import type { Claim, Entity, Relation, Source } from '../../domain/model.js';
import { idBatches, inBatches, sourceBatches } from '../../store/batches.js';
import type { Dataset, GraphStore } from '../../store/port.js';

/** How many records are asked for at once: what an export holds in memory is some batches, whatever the size of the graph. */
export const BATCH = 200;

/** The chosen entities and relations, a batch at a time and as often as asked: the same ones in the same order each time. */
export interface Chosen {
  entities(): AsyncGenerator<Entity[]>;
  /** Every relation once; both its ends are among the entities. */
  relations(): AsyncGenerator<Relation[]>;
  /** Whether nothing of the graph is left out, so that sources that nothing rests on belong to it, too. */
  everything: boolean;
  /** What a limit left out and what to do about it; null where nothing was. */
  truncation: string | null;
}

/** A claim with the source that makes it. */
export interface CitedClaim extends Claim {
  from: Source;
}

export interface Cited<T> {
  record: T;
  claims: CitedClaim[];
}

/** What a writer of a format reads. */
export class Records {
  constructor(
    readonly dataset: Dataset,
    /** What was chosen, in words. */
    readonly selection: string,
    private readonly store: GraphStore,
    private readonly chosen: Chosen,
  ) {}

  get everything(): boolean {
    return this.chosen.everything;
  }

  get truncation(): string | null {
    return this.chosen.truncation;
  }

  entities(): AsyncGenerator<Entity[]> {
    return this.chosen.entities();
  }

  relations(): AsyncGenerator<Relation[]> {
    return this.chosen.relations();
  }

  /** The claims about the chosen entities, then about the chosen relations. */
  async *claims(): AsyncGenerator<Claim[]> {
    for (const subjects of [this.entities(), this.relations()]) {
      for await (const batch of subjects) yield await this.claimsOf(batch);
    }
  }

  /** The sources of these claims and the originals of their translations and reprints, by id; of the whole graph all sources. */
  async *sources(): AsyncGenerator<Source[]> {
    // Ids only: there are fewer sources than anything else.
    const ids = new Set<string>();
    if (this.chosen.everything) {
      for await (const batch of sourceBatches(this.store)) for (const { id } of batch) ids.add(id);
    } else {
      for await (const batch of this.claims()) for (const { source } of batch) ids.add(source);
      for (let news = [...ids]; news.length > 0;) {
        const originals = (await inBatches(news, (some) => this.store.sources(some))).flatMap(({ derivedFrom }) =>
          derivedFrom === null || ids.has(derivedFrom) ? [] : [derivedFrom],
        );
        news = [...new Set(originals)];
        for (const id of news) ids.add(id);
      }
    }
    for (const some of idBatches([...ids].sort())) yield await this.store.sources(some);
  }

  /** The claims of each of these records, with their sources. */
  async cited<T extends { claimIds: readonly string[] }>(records: readonly T[]): Promise<Cited<T>[]> {
    const claims = new Map((await this.claimsOf(records)).map((claim) => [claim.id, claim]));
    const sourceIds = [...new Set([...claims.values()].map(({ source }) => source))];
    const sources = new Map((await inBatches(sourceIds, (some) => this.store.sources(some))).map((s) => [s.id, s]));
    return records.map((record) => ({
      record,
      claims: record.claimIds.flatMap((id) => {
        const claim = claims.get(id);
        const from = claim && sources.get(claim.source);
        return claim && from ? [{ ...claim, from }] : [];
      }),
    }));
  }

  /** The entities at the ends of these relations, by id. */
  async ends(relations: readonly Relation[]): Promise<ReadonlyMap<string, Entity>> {
    const ids = [...new Set(relations.flatMap(({ source, target }) => [source, target]))];
    return new Map((await inBatches(ids, (some) => this.store.entities(some))).map((entity) => [entity.id, entity]));
  }

  private claimsOf(records: readonly { claimIds: readonly string[] }[]): Promise<Claim[]> {
    return inBatches(
      records.flatMap(({ claimIds }) => claimIds),
      (some) => this.store.claims(some),
    );
  }
}
