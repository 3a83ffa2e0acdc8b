/**
 * What who runs the server may set of the API, and what it is unless set. What is part of the contract (hops of a path, entities of a network)
 * is in limits.ts.
 */

/** Limits of a query; see limits.ts for the others. */
export interface QueryLimits {
  /**
   * Words, names and punctuators of a query document. GraphiQL's introspection query has about 250; a parser that descends
   * into a document of many thousands can run out of stack.
   */
  tokens: number;
  /** Levels of selections. An influence query down to the publisher of a claim's source has 11. */
  levels: number;
  /** So that one field cannot be asked for without end. */
  aliases: number;
  directives: number;
  /** Fields that an answer may come to, by page sizes and the `TYPICAL_LENGTH` of lists without one, and what is calculated for it (calculations.ts). */
  cost: number;
  /** Rows of a page (`first`); 100 is what the contract promises, and the most that may be set. */
  pageRows: number;
}

export interface ApiOptions {
  limits: QueryLimits;
  /** Whether clients may ask what can be asked; where they may not, errors do not suggest names either. */
  introspection: boolean;
  /** Bytes of answers kept for who asks the same again; 0 keeps none. */
  answerCacheBytes: number;
}

export const USUAL_API: ApiOptions = {
  limits: { tokens: 2000, levels: 16, aliases: 30, directives: 50, cost: 100_000, pageRows: 100 },
  introspection: true,
  answerCacheBytes: 64 * 1024 * 1024,
};
