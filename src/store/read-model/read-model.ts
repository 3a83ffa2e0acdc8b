import { getHeapStatistics } from 'node:v8';
import type { Graph } from '../../domain/model.js';
import { StoreUnavailable } from '../errors.js';
import type { Freshness } from '../freshness.js';
import { MemoryStore } from '../memory/memory-store.js';
import type { Dataset, GraphStore, LoadProgress } from '../port.js';
import { wholeGraph } from '../whole-graph.js';

export interface Following {
  /** Milliseconds between two looks for other data. */
  lookEveryMs: number;
  /** While the first copy is read. */
  progress?: LoadProgress;
  /** Told when the original cannot be followed, once for each reason, and when it can be again: null. */
  onProblem?: (problem: unknown) => void;
}

/**
 * A copy, in memory, of the graph that another store holds: what is asked often is answered without asking there. It looks for other data
 * at the original again and again, reads what it finds beside what it holds, and swaps. Until then, and while the original is away,
 * answers come from the older graph, name its version, and `freshness` says since when.
 */
export class ReadModel extends MemoryStore {
  /** Whose graph it is. */
  override readonly engine: GraphStore['engine'];
  readonly #original: GraphStore;
  readonly #following: Following;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #closed = false;
  /** What the original held when its graph was read, and how many loads it had seen. */
  #copied: string | undefined;
  #freshness: Omit<Freshness, 'ageMs'> = { confirmedAt: new Date(0), behind: true, problem: null };
  /** As `performance.now()` counts. */
  #confirmed = 0;

  private constructor(original: GraphStore, following: Following) {
    super();
    this.engine = original.engine;
    this.#original = original;
    this.#following = following;
  }

  /**
   * Closes the original when it is closed itself, or cannot be opened.
   * @throws what the original throws; ReadModelTooLarge
   */
  static async open(original: GraphStore, following: Following): Promise<ReadModel> {
    const model = new ReadModel(original, following);
    try {
      await model.#followOriginal(following.progress);
    } catch (problem) {
      await original.close();
      throw problem;
    }
    model.#lookLater();
    return model;
  }

  get freshness(): Freshness {
    const { confirmedAt, behind, problem } = this.#freshness;
    return { confirmedAt, ageMs: Math.round(performance.now() - this.#confirmed), behind, problem };
  }

  /** Into the original, and seen here when it is done. */
  override async load(graph: Graph, progress?: LoadProgress): Promise<void> {
    await this.#original.load(graph, progress);
    await this.#looking;
    await this.#followOriginal();
  }

  override async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await super.close();
    await this.#original.close();
  }

  #lookLater(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => {
        this.#looking = undefined;
        this.#lookLater();
      });
    }, this.#following.lookEveryMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { onProblem = () => undefined } = this.#following;
    const before = this.#freshness.problem;
    try {
      await this.#followOriginal();
      if (before !== null) onProblem(null);
    } catch (problem) {
      this.#freshness.problem = problem instanceof Error ? problem.message : String(problem);
      if (this.#freshness.problem !== before) onProblem(problem);
    }
  }

  /** Reads the graph of the original where it is another. */
  async #followOriginal(progress?: LoadProgress): Promise<void> {
    const [lookedAt, looked] = [new Date(), performance.now()];
    const there = await this.#original.dataset();
    const found = there === null ? 'nothing' : `${there.version} ${there.loads}`;
    if (found !== this.#copied) {
      this.#freshness.behind = true;
      if (there !== null) refuseWhereTooLarge(there);
      const graph = await wholeGraph(this.#original, progress);
      // An original that was emptied leaves nothing to answer from.
      await (graph === null ? super.close() : super.load(graph));
      this.#copied = found;
    }
    this.#freshness = { confirmedAt: lookedAt, behind: false, problem: null };
    this.#confirmed = looked;
  }
}

/** Nothing was read: what the copy would take does not fit. */
export class ReadModelTooLarge extends StoreUnavailable {
  override readonly code = 'READ_MODEL_TOO_LARGE';
}

/** Bytes of the heap that a record takes with its indexes, about (docs/performance.md). */
const BYTES_A_RECORD = 1_500;

function refuseWhereTooLarge({ entities, relations, claims, sources }: Dataset): void {
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
  const records = entities + relations + claims + sources;
  const needed = records * BYTES_A_RECORD;
  // An older copy is in use until the new one is there, and counts as used.
  if (used + needed <= limit) return;
  const mebibytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
  throw new ReadModelTooLarge(
    `A copy in memory of ${records} records takes about ${mebibytes(needed)} MiB, and the heap of Node has room for ${mebibytes(Math.max(0, limit - used))} MiB. Set NODE_OPTIONS=--max-old-space-size=${mebibytes(used + needed * 1.2)}, or let Neo4j answer (CUSTODES_READ_MODEL=off).`,
  );
}
