import { getNamedType, isEnumType, type GraphQLInputType } from 'graphql';

const IDS = ['icoca', 'dcaf', 'digessp', 'iepades', 'montreux-document', 'gt'];
const DATES = ['2021', '2021-06', '2015-03-01', '2021/..', '{2019,2020}'];
const REGIONS = ['gt', 'GT', '013', '005', '419'];
const KINDS = ['regulator', 'centre', 'private-security-company', 'statute'];

/** What arguments hold: things that are in the graph, things that nearly are, and things that nobody expects. */
const TEXTS = [...IDS, ...DATES, ...REGIONS, ...KINDS, 'guatemala', 'code of conduct'];
/** Of these, what fits an argument by its name. `from` and `to` are entities in one field and dates in another: the type tells. */
const FITTING: Record<string, readonly string[]> = {
  ...Object.fromEntries(['asOf', 'knownAt', 'began', 'mayHaveBegun', 'from', 'to'].map((name) => [name, DATES])),
  ...Object.fromEntries(['region', 'within'].map((name) => [name, REGIONS])),
  kinds: KINDS,
};
export const STRANGE = [
  '',
  ' ',
  '..',
  '__proto__',
  'constructor',
  '\\u0000',
  '🛡',
  '%',
  "'",
  '*',
  '[',
  'x'.repeat(600),
  '-1',
  '9999-99-99',
];

/** Takes numbers drawn at random and turns them into decisions, so that the same numbers make the same query. */
export class Decisions {
  #at = 0;
  constructor(private readonly numbers: readonly number[]) {}
  below(most: number): number {
    return (this.numbers[this.#at++ % this.numbers.length] ?? 0) % most;
  }
  oneIn(chances: number): boolean {
    return this.below(chances) === 0;
  }
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

/**
 * A value of an enum or a scalar, as JSON holds it: mostly such as people ask for.
 * @param argument the name of the argument that holds it
 * @param strangeOneIn how often a text is one of the strange ones
 */
export function leafValue(
  type: GraphQLInputType,
  argument: string,
  decide: Decisions,
  strange: readonly string[],
  strangeOneIn: number,
): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return decide.of(named.getValues()).name;
  if (named.name === 'Int') return decide.oneIn(12) ? decide.of([-1, 0, 101, 2_147_483_647]) : 1 + decide.below(5);
  if (named.name === 'Float') return decide.of([0, 0.5, 1, -1, 1e300]);
  if (named.name === 'Boolean') return decide.oneIn(2);
  if (decide.oneIn(strangeOneIn)) return decide.of(strange);
  const fitting = named.name === 'ID' ? IDS : FITTING[argument];
  return decide.of(fitting === undefined || decide.oneIn(8) ? TEXTS : fitting);
}

/** The value as it stands in a query. */
export const literalOf = (value: unknown, type: GraphQLInputType): string =>
  isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value).replaceAll('\\\\u', '\\u');
