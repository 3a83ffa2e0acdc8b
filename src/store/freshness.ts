/** How far a copy of a graph may be behind the one that it was made from. */
export interface Freshness {
  /** When the copy was last seen to be what its original holds. */
  confirmedAt: Date;
  /** Milliseconds since then, whatever became of the clock. */
  ageMs: number;
  /** Whether another graph was seen there since, which is being read. */
  behind: boolean;
  /** Why the original could not be asked or read, in a sentence; null where it could. */
  problem: string | null;
}
