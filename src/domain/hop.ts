import type { Relation } from './model.js';

/** One relation, walked one way. */
export interface Hop {
  relation: Relation;
  from: string;
  to: string;
  /** FORWARD: from the relation's source to its target. */
  direction: 'FORWARD' | 'BACKWARD';
}
