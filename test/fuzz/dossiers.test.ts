import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CASES, GROWTH, tell } from './bounds.js';
import { DossierReader } from './dossier-reader.js';

/** Real dossiers, small enough that ten thousand of them are read in a minute. */
const DOSSIERS = readdirSync('seeds', { recursive: true })
  .map((name) => join('seeds', String(name)))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(name))
  .filter(({ length }) => length < 5_000);

const STRANGE = [
  '\t',
  '\u0000',
  '\uFEFF',
  '&a',
  '*a',
  '<<: *a',
  '{',
  ']',
  '- ',
  ': ',
  '#',
  '!!js/function',
  '---\n',
  '"',
  '🛡',
  '9'.repeat(400),
  '..',
  'null',
  '2021-13-45',
];

/** Something done to the bytes of a dossier, at a place from 0 to 1 of it. */
const change = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('insert', 'delete', 'flip', 'line twice', 'no line', 'swap lines', 'cut off'),
  text: fc.oneof(fc.constantFrom(...STRANGE), fc.string({ unit: 'binary', maxLength: 20 })),
  much: fc.integer({ min: 1, max: 60 }),
});

function changed(bytes: Buffer, { place, how, text, much }: typeof change extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const at = Math.floor(place * bytes.length);
  const around = (...parts: (Buffer | string)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));
  if (how === 'insert') return around(bytes.subarray(0, at), text, bytes.subarray(at));
  if (how === 'delete') return around(bytes.subarray(0, at), bytes.subarray(at + much));
  if (how === 'cut off') return bytes.subarray(0, at);
  if (how === 'flip') {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[Math.min(at, copy.length - 1)]! ^= much;
    return copy;
  }
  const lines = bytes.toString('utf8').split('\n');
  const line = Math.floor(place * lines.length);
  if (how === 'line twice') lines.splice(line, 0, lines[line] ?? '');
  if (how === 'no line') lines.splice(line, 1);
  if (how === 'swap lines') lines.splice(line, 0, ...lines.splice((line + much) % lines.length, 1));
  return Buffer.from(lines.join('\n'));
}

/** Ten seconds for a dossier that takes milliseconds: the machine may be busy with others. */
const reader = new DossierReader(10_000);
afterAll(() => reader.close());

test(`${CASES} mutated dossiers: a graph, or mistakes with file, line and column; never an exception, none that hangs, no growth`, async () => {
  expect(DOSSIERS.length).toBeGreaterThan(5);
  const outcomes = { graph: 0, mistakes: 0 };
  const codes = new Set<string>();
  let slowest = 0;
  const read = async (bytes: Buffer, changes: Parameters<typeof changed>[1][]): Promise<void> => {
    const start = performance.now();
    const { version, problems, thrown } = await reader.read(changes.reduce(changed, bytes));
    slowest = Math.max(slowest, performance.now() - start);
    expect(thrown).toBeUndefined();
    if (version !== undefined) {
      outcomes.graph++;
      expect(version).toMatch(/^[0-9a-f]{64}$/);
      return;
    }
    outcomes.mistakes++;
    expect(problems).not.toEqual([]);
    for (const problem of problems ?? []) {
      codes.add(problem.code);
      expect(problem).toMatchObject({ file: 'mutated.yaml', line: expect.any(Number), column: expect.any(Number) });
      expect(`${problem.expected}${problem.remedy}`).not.toMatch(/undefined|\[object|NaN/);
    }
  };
  const mutated = fc.asyncProperty(fc.constantFrom(...DOSSIERS), fc.array(change, { minLength: 1, maxLength: 3 }), read);
  await fc.assert(mutated, { numRuns: CASES / 10 });
  const before = await reader.heapAfterCollection();
  await fc.assert(mutated, { numRuns: (CASES * 9) / 10 });
  const growth = (await reader.heapAfterCollection()) - before;
  tell('mutated dossiers', {
    cases: outcomes.graph + outcomes.mistakes,
    lost: 0,
    outcomes,
    slowestMs: Math.round(slowest),
    growthMiB: growth,
  });
  expect(codes.size).toBeGreaterThan(5);
  expect(growth).toBeLessThan(GROWTH);
}, 600_000);
