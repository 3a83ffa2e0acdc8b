import { getNamedType, isEnumType, type GraphQLInputType } from 'graphql';

/** What arguments hold: things that are in the graph, things that nearly are, and things that nobody expects. */
export const TEXTS = [
  'icoca',
  'dcaf',
  'gt',
  'GT',
  '013',
  'digessp',
  'guatemala',
  '2021',
  '2021-06',
  '2021/..',
  '{2019,2020}',
  'regulator',
];
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
 * @param strangeOneIn how often a text is one of the strange ones
 */
export function leafValue(type: GraphQLInputType, decide: Decisions, strange: readonly string[], strangeOneIn: number): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return decide.of(named.getValues()).name;
  if (named.name === 'Int') return decide.oneIn(8) ? decide.of([-1, 0, 101, 2_147_483_647]) : 1 + decide.below(10);
  if (named.name === 'Float') return decide.of([0, 0.5, 1, -1, 1e300]);
  if (named.name === 'Boolean') return decide.oneIn(2);
  return decide.of(decide.oneIn(strangeOneIn) ? strange : TEXTS);
}

/** The value as it stands in a query. */
export const literalOf = (value: unknown, type: GraphQLInputType): string =>
  isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value).replaceAll('\\\\u', '\\u');
