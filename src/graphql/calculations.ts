import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';

/**
 * What calculations are priced at, in fields of an answer: 1,000 rows with their parts, each read and written, take the server two or three
 * milliseconds. The dearest are worth far more than their price, and bounded by themselves (`TOO_MUCH_WORK`): of each a query may ask
 * a handful.
 */
export const PRICE = {
  /** Up to some 20 milliseconds over the dossiers in memory. */
  short: 3_000,
  /** One ranking of influence, some 20 to 100 milliseconds. */
  ranking: 7_000,
  /** Up to some 150 milliseconds. */
  long: 9_000,
  /** A ranking made again and again, up to some seconds. */
  repeated: 20_000,
};

/** Marks a question that is a long calculation: it is priced beside the rows of its answer, and begun when it is its turn (direct-calls.ts). */
export const LongCalculation = (price: number): MethodDecorator => Extensions({ calculationPrice: price });

/** @returns undefined for a field that only reads */
export function calculationPrice({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): number | undefined {
  return extensions['calculationPrice'] as number | undefined;
}
