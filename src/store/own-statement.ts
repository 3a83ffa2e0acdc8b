/**
 * A statement of the user's own, sent as it is: input, unlike the statements of `cypher/`. It is read-only because the session is
 * opened for reading and the server refuses what writes, whatever the text looks like.
 */
export interface OwnStatement {
  text: string;
  /** Values as JSON has them. A whole number is sent as an integer. */
  parameters: Readonly<Record<string, unknown>>;
  /** Most rows that are given; the rest is not fetched. */
  limit: number;
  /** Most milliseconds, at least 1; the server ends it then. */
  timeout: number;
}

export interface OwnRows {
  columns: string[];
  rows: PlainValue[][];
  /** True where the statement has more rows than `limit`. */
  more: boolean;
}

/** A value of Cypher as JSON can hold it. */
export type PlainValue = null | boolean | number | string | PlainValue[] | PlainMap;

export interface PlainMap {
  [name: string]: PlainValue;
}
