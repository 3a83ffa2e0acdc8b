import type { GraphStore } from '../store/port.js';
import { connection, decodeCursor, encodeCursor, type Connection } from '../domain/cursors.js';
import { DomainError } from '../domain/errors.js';
import type { Relation } from '../domain/model.js';
import { byId } from '../domain/order.js';
import { selectRecords } from '../export/records/select.js';
import type { Selection } from '../export/records/selection.js';

export const INTERLOCK_DEFAULTS = { minShared: 2, first: 20 } as const;

export interface InterlocksQuestion extends Selection {
  /** Only pairs that share at least this many; 1 or more. */
  minShared?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** Something that both belong to or took part in. */
export interface Witness {
  /** The organisation or event. */
  sharedId: string;
  /** The relations by which the first and the second of the pair stand there, by id. */
  relations: Relation[];
}

export interface Interlock {
  /** Ids of two actors, in order. */
  pair: [string, string];
  /** What they share, by id. */
  witnesses: Witness[];
}

export interface Interlocks {
  minShared: number;
  dataVersion: string;
  truncation: string | null;
  /** Most shared first, then by ids. */
  interlocks: Connection<Interlock>;
}

/** Pairs that are looked at in one answer over the API, at most. */
export const MOST_PAIRS = 2_000_000;

/**
 * Actors that share two or more memberships or events (Mizruchi 1996 on boards; Breiger 1974 on the duality of persons and groups). An actor
 * shares an organisation if it is MEMBER_OF it, and an event that was held if any relation ties it to the event.
 * @param mostPairs as `MOST_PAIRS`; Infinity on the command line
 * @throws DomainError as `selectRecords`; INVALID_ARGUMENT, INVALID_CURSOR, TOO_MUCH_WORK
 */
export async function interlocks(store: GraphStore, question: InterlocksQuestion, mostPairs: number): Promise<Interlocks> {
  const { minShared: asked, first, after, ...part } = question;
  const minShared = checkedMinShared(asked ?? INTERLOCK_DEFAULTS.minShared);
  const records = await selectRecords(store, part);
  const labels = new Map<string, string>();
  for await (const batch of records.entities()) {
    // Nobody met at an event that was only proposed.
    for (const { id, label, status } of batch) if (label !== 'Event' || status === 'HELD') labels.set(id, label);
  }
  const affiliations = new Affiliations();
  for await (const batch of records.relations()) {
    for (const relation of batch) if (relation.evidence.strength > 0) affiliations.add(relation, labels);
  }
  const pairs = affiliations.pairs(mostPairs).filter(({ shared }) => shared.length >= minShared);
  pairs.sort((a, b) => b.shared.length - a.shared.length || (a.key < b.key ? -1 : 1));
  const from = after ? Number(decodeCursor(after, ['number'])[0]) : 0;
  const to = from + (first ?? INTERLOCK_DEFAULTS.first);
  const page = pairs.slice(from, to).map(({ pair, shared }): Interlock => ({
    pair,
    witnesses: shared.map((sharedId) => ({ sharedId, relations: affiliations.relationsOf(sharedId, pair) })),
  }));
  return {
    minShared,
    dataVersion: records.dataset.version,
    truncation: records.truncation,
    interlocks: connection(page, (_pair, i) => encodeCursor(from + i + 1), pairs.length, pairs.length > to),
  };
}

interface Pair {
  key: string;
  pair: [string, string];
  shared: string[];
}

/** Who belongs to what or took part in it, and by which relations. */
class Affiliations {
  private readonly actorsOf = new Map<string, Map<string, Relation[]>>();

  add(relation: Relation, labels: ReadonlyMap<string, string>): void {
    const { type, source, target } = relation;
    if (source === target) return;
    const [from, to] = [labels.get(source), labels.get(target)];
    if (from === 'Actor' && (to === 'Event' || (type === 'MEMBER_OF' && to === 'Actor'))) this.note(target, source, relation);
    else if (from === 'Event' && to === 'Actor') this.note(source, target, relation);
  }

  private note(shared: string, actor: string, relation: Relation): void {
    const actors = this.actorsOf.get(shared) ?? new Map<string, Relation[]>();
    this.actorsOf.set(shared, actors);
    actors.set(actor, [...(actors.get(actor) ?? []), relation]);
  }

  /** @throws DomainError TOO_MUCH_WORK */
  pairs(most: number): Pair[] {
    const count = [...this.actorsOf.values()].reduce((sum, { size }) => sum + (size * (size - 1)) / 2, 0);
    if (count > most) {
      throw new DomainError(
        'TOO_MUCH_WORK',
        `${count} pairs of actors share something, and one answer may look at ${most}. Narrow it by \`within\`, \`centers\`, \`kinds\` or \`relationTypes\`, or run \`custodes interlocks\` on the command line.`,
      );
    }
    const pairs = new Map<string, Pair>();
    for (const shared of [...this.actorsOf.keys()].sort()) {
      const actors = [...this.actorsOf.get(shared)!.keys()].sort();
      for (const [i, a] of actors.entries()) {
        for (const b of actors.slice(i + 1)) {
          const key = `${a} ${b}`;
          const known = pairs.get(key);
          if (known) known.shared.push(shared);
          else pairs.set(key, { key, pair: [a, b], shared: [shared] });
        }
      }
    }
    return [...pairs.values()];
  }

  relationsOf(shared: string, pair: readonly string[]): Relation[] {
    const actors = this.actorsOf.get(shared)!;
    return pair.flatMap((actor) => [...(actors.get(actor) ?? [])].sort(byId));
  }
}

function checkedMinShared(minShared: number): number {
  if (Number.isInteger(minShared) && minShared >= 1) return minShared;
  throw new DomainError('INVALID_ARGUMENT', `minShared is ${minShared}; it must be a whole number, 1 or more.`);
}
