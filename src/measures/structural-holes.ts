import type { Ties } from './measured-graph.js';
import type { Values } from './values.js';

/**
 * How far an entity's contacts are tied to one another (Burt 1992, 2004): the sum, over each contact, of the square of the share of its ties that goes
 * to the contact directly or by another contact. Low where it alone connects them. Null for an isolate.
 */
export function constraint(ties: Ties): Values {
  const contacts = contactsOf(ties);
  return eachWith(contacts, (own) => {
    // What of its ties leads to each contact: directly, and by others.
    const reached = new Map(own.shares);
    for (const [by, share] of own.shares) {
      for (const [contact, onward] of contacts.get(by)!.shares) {
        const sum = reached.get(contact);
        if (sum !== undefined) reached.set(contact, sum + share * onward);
      }
    }
    return [...reached.values()].reduce((sum, share) => sum + share * share, 0);
  });
}

/** How many of an entity's contacts are not redundant (Burt 1992): each counts 1, less what of it its other contacts cover. Null for an isolate. */
export function effectiveSize(ties: Ties): Values {
  const contacts = contactsOf(ties);
  return eachWith(contacts, (own) => {
    let size = 0;
    for (const contact of own.shares.keys()) {
      const { weights, largest } = contacts.get(contact)!;
      let redundant = 0;
      for (const [other, weight] of weights) redundant += (own.shares.get(other) ?? 0) * (weight / largest);
      size += 1 - redundant;
    }
    return size;
  });
}

interface Contacts {
  weights: Map<string, number>;
  /** The weights as parts of all of an entity's ties. */
  shares: Map<string, number>;
  largest: number;
}

function contactsOf(ties: Ties): Map<string, Contacts> {
  return new Map(
    ties.mapNodes((id) => {
      const weights = new Map<string, number>();
      ties.forEachUndirectedEdge(id, (_tie, { weight }, a, b) => void weights.set(a === id ? b : a, weight));
      const all = [...weights.values()];
      const total = all.reduce((sum, weight) => sum + weight, 0);
      const shares = new Map([...weights].map(([contact, weight]) => [contact, weight / total]));
      return [id, { weights, shares, largest: all.reduce((most, weight) => Math.max(most, weight), 0) }];
    }),
  );
}

function eachWith(contacts: ReadonlyMap<string, Contacts>, measure: (own: Contacts) => number): Values {
  return new Map([...contacts].map(([id, own]) => [id, own.weights.size === 0 ? null : measure(own)]));
}
