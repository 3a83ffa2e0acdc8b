import { describe, expect, test } from '@jest/globals';
import { formatProblem, PROBLEM_CODES } from '../../src/dossier/index.js';
import { BASE, BASE_FILE, CLAIM, file, HEAD, problemsOf } from './dossiers.js';
import { MISTAKES } from './mistakes.js';

function lineAndColumn(marked: string): { line: number; column: number } {
  const before = marked.slice(0, marked.indexOf('▸')).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

describe('a mistake in a dossier', () => {
  test('the dossier that the cases vary is right', () => {
    expect(problemsOf([])).toEqual([]);
  });

  test.each(MISTAKES)('$what: $code', ({ yaml, code, remedy }) => {
    const problems = problemsOf([file('case.yaml', yaml.replace('▸', ''))]);
    expect(problems).toEqual([expect.objectContaining({ file: 'case.yaml', ...lineAndColumn(yaml), code })]);
    expect(problems[0]!.remedy).toContain(remedy);
  });

  test('wrong encoding: the first byte that is not UTF-8', () => {
    const latin1 = Buffer.from(`${HEAD}# Dirección\n`, 'latin1');
    const [problem, ...others] = problemsOf([{ file: 'case.yaml', bytes: latin1 }]);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'WRONG_ENCODING', file: 'case.yaml', line: 7, column: 10 });
    expect(problem!.found).toContain('0xF3');
    expect(problem!.found).toContain('ó');
  });

  test('UTF-16 is told at the first byte', () => {
    const utf16 = Buffer.from(`\uFEFF${HEAD}`, 'utf16le');
    expect(problemsOf([{ file: 'case.yaml', bytes: utf16 }])).toMatchObject([{ code: 'WRONG_ENCODING', line: 1, column: 1 }]);
  });

  test('a byte order mark and Windows line ends are no mistake', () => {
    expect(problemsOf([file('case.yaml', `\uFEFF${HEAD}`.replaceAll('\n', '\r\n'))])).toEqual([]);
  });

  test('reads as file:line:column, code, what, expected and remedy', () => {
    const [problem] = problemsOf([
      file('case.yaml', `${HEAD}relations:\n  - { type: REGULATES, from: digessp, to: gtt, claims: [${CLAIM}] }\n`),
    ]);
    expect(formatProblem(problem!)).toMatch(/^case\.yaml:8:43 {2}DANGLING_REFERENCE {2}"gtt", .*; expected .* → write "gt"/);
  });
});

describe('an address', () => {
  test.each([
    'https://www.seneweb.com/fr/news/Sécurité/gardiennage_n_1.html',
    'https://пример.example/охрана',
    'http://a.example:8080/x?y=%20#z',
  ])('in the letters of any script is right: %s', (url) => {
    const source = `{ id: x, title: T, publisher: Press, url: "${url}", language: fr, kind: news, retrieved: 2026-11-24 }`;
    expect(problemsOf([file('case.yaml', `${HEAD}sources:\n  - ${source}\n`)])).toEqual([]);
  });
});

describe('the message on a date', () => {
  const messageOn = (date: string): string =>
    formatProblem(
      problemsOf([
        file(
          'case.yaml',
          `${HEAD}relations:\n  - { type: PARTNERED_WITH, from: icoca, to: dcaf, on: "${date}", claims: [${CLAIM}] }\n`,
        ),
      ])[0]!,
    );

  test('says how many days the month has', () => {
    expect(messageOn('2023-05-32')).toContain('May 2023 has 31 days');
    expect(messageOn('2023-02-29/2023-03-01')).toContain('February 2023 has 28 days');
  });

  test('says nothing twice', () => {
    expect(messageOn('24 June 2021').match(/EDTF|24 June 2021/g)).toEqual(['24 June 2021', 'EDTF']);
  });
});

describe('many mistakes', () => {
  test('are all told at once, by file, line and column, whatever the order of the files', () => {
    const second = `${HEAD}relations:
  - { type: PARTNERED, from: icoka, to: dcaf, at: never, claims: [{ passage: p, statement: S., certainty: sure }] }
  - { type: PARTNERED_WITH, from: icoca, to: dcaff }
`;
    const first = `${HEAD}entities:\n  - { id: icoca, kind: centr, names: [ICoCA], claims: [{ passage: x, statement: S. }] }\n`;
    const files = [file('b.yaml', second), file('a.yaml', first)];
    const expected = [
      ['a.yaml', 8, 11, 'DUPLICATE_ID'],
      ['a.yaml', 8, 24, 'UNKNOWN_KIND'],
      ['a.yaml', 8, 67, 'UNKNOWN_PASSAGE'],
      ['b.yaml', 8, 13, 'UNKNOWN_RELATION_TYPE'],
      ['b.yaml', 8, 30, 'DANGLING_REFERENCE'],
      ['b.yaml', 8, 51, 'BAD_DATE'],
      ['b.yaml', 8, 107, 'UNKNOWN_WORD'],
      ['b.yaml', 9, 5, 'MISSING_CLAIM'],
      ['b.yaml', 9, 46, 'DANGLING_REFERENCE'],
    ];
    const told = (list: typeof files) => problemsOf(list).map(({ file: name, line, column, code }) => [name, line, column, code]);
    expect(told(files)).toEqual(expected);
    expect(told([...files].reverse())).toEqual(expected);
  });

  test('a duplicate names both places', () => {
    const [problem] = problemsOf([
      file('case.yaml', `${HEAD}entities:\n  - { id: dcaf, kind: centre, names: [DCAF], claims: [${CLAIM}] }\n`),
    ]);
    const line = BASE.split('\n').findIndex((text) => text.includes('id: dcaf')) + 1;
    expect(problem).toMatchObject({ file: 'case.yaml', line: 8, column: 11 });
    expect(problem!.found).toContain(`${BASE_FILE}:${line}:11`);
  });

  test('a file that cannot be read makes no mistakes of the files that refer to it', () => {
    const refers = `${HEAD}relations:\n  - { type: PARTNERED_WITH, from: icoca, to: iepades, claims: [${CLAIM}] }\n`;
    const broken = `${HEAD}entities: [{ id: iepades\n`;
    const problems = problemsOf([file('a.yaml', refers), file('b.yaml', broken)]);
    expect(new Set(problems.map((problem) => `${problem.file} ${problem.code}`))).toEqual(new Set(['b.yaml YAML_SYNTAX']));
  });

  test('every code has a case', () => {
    const elsewhere = ['NO_DOSSIERS', 'WRONG_EXTENSION', 'WRONG_ENCODING'];
    expect([...new Set([...MISTAKES.map(({ code }) => code), ...elsewhere])].sort()).toEqual([...PROBLEM_CODES].sort());
  });
});
