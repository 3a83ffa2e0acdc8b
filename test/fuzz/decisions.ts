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
