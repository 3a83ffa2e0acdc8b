import { outsideOperation, unlessTheAskerGivesUp } from '../store/operation.js';
import type { Dataset } from '../store/port.js';
import { DomainError } from './errors.js';
import { graphDifference, type GraphDifference } from './graph-difference.js';
import type { Graph } from './model.js';

/** Digits that name a version. */
const FEWEST_DIGITS = 12;

/** Records that may be compared over the API, some seconds. */
export const MOST_COMPARED = 500_000;

/** Versions of the data from before, each a whole graph in memory, with which the present one can be compared. */
export class EarlierVersions {
  readonly #graphs: ReadonlyMap<string, Graph>;
  /** By the earlier version, with the present one: neither changes, and pages ask for the same one again. */
  readonly #found = new Map<string, { to: string; difference: Promise<GraphDifference> }>();

  constructor(graphs: readonly Graph[] = []) {
    this.#graphs = new Map(graphs.map((graph) => [graph.version, graph]));
  }

  /** As they were given. */
  get versions(): string[] {
    return [...this.#graphs.keys()];
  }

  /**
   * From an earlier version to the data that is there now.
   * @param from the version, or its first twelve digits or more
   * @param readPresent reads all of the present data
   * @throws DomainError INVALID_ARGUMENT, DATA_VERSION_NOT_HELD, TOO_MUCH_WORK
   */
  async differenceFrom(from: string, present: Dataset, readPresent: () => Promise<Graph>): Promise<GraphDifference> {
    const earlier = this.#graph(from);
    const known = this.#found.get(earlier.version);
    if (known?.to === present.version) return unlessTheAskerGivesUp(known.difference);
    const { entities, relations, claims, sources } = present;
    if (entities + relations + claims + sources > MOST_COMPARED) {
      throw new DomainError(
        'TOO_MUCH_WORK',
        `The data has more than ${MOST_COMPARED} records, and no more are compared here. \`custodes diff\` on the command line compares any two.`,
      );
    }
    // Others may wait for it when the one who asked first has given up.
    const difference = outsideOperation(async () => graphDifference(earlier, await readPresent()));
    this.#found.set(earlier.version, { to: present.version, difference });
    // What failed, or met other data, is tried anew by who asks next.
    difference.catch(() => this.#found.delete(earlier.version));
    return unlessTheAskerGivesUp(difference);
  }

  #graph(from: string): Graph {
    const hand = this.versions;
    const atHand =
      hand.length === 0
        ? 'This server has none at hand: whoever runs it names some by `--compare-with` (docs/reproducible.md).'
        : `At hand: ${hand.join(', ')}.`;
    if (!/^[0-9a-f]{12,64}$/i.test(from)) {
      throw new DomainError(
        'INVALID_ARGUMENT',
        `\`from\` must be a data version, or its first ${FEWEST_DIGITS} digits or more. ${atHand}`,
        hand,
      );
    }
    const version = hand.find((known) => known.startsWith(from.toLowerCase()));
    if (version !== undefined) return this.#graphs.get(version)!;
    throw new DomainError('DATA_VERSION_NOT_HELD', `Data version ${from} is not at hand to compare with. ${atHand}`, hand);
  }
}
