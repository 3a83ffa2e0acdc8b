/**
 * A mistake in a dossier: where it is, what was found, what was expected, and what to do next. Codes are stable, the
 * sentences are not.
 */
export interface Problem {
  /** The file as the reader of the message can open it. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  code: ProblemCode;
  found: string;
  expected: string;
  remedy: string;
}

export const PROBLEM_CODES = [
  // files
  'NO_DOSSIERS',
  'WRONG_EXTENSION',
  'WRONG_ENCODING',
  'YAML_SYNTAX',
  'DUPLICATE_KEY',
  'YAML_ALIAS',
  // the shape of a record
  'WRONG_TYPE',
  'MISSING_KEY',
  'UNKNOWN_KEY',
  'UNKNOWN_WORD',
  'EMPTY_TEXT',
  'BAD_ID',
  'BAD_URL',
  'BAD_DAY',
  'BAD_DIGEST',
  'BAD_LANGUAGE',
  'BAD_SCRIPT',
  'BAD_DATE',
  'CONFLICTING_KEYS',
  // the vocabulary
  'UNKNOWN_KIND',
  'UNKNOWN_RELATION_TYPE',
  'UNKNOWN_ATTRIBUTE',
  'UNKNOWN_QUALIFIER',
  'BAD_VALUE',
  // claims and their sources
  'MISSING_CLAIM',
  'MISSING_SOURCE',
  'UNKNOWN_SOURCE',
  'UNKNOWN_PASSAGE',
  'UNSUPPORTED_RELATION',
  // the graph
  'NAME_WITHOUT_LANGUAGE',
  'DUPLICATE_ID',
  'DANGLING_REFERENCE',
  'WRONG_END',
  'SELF_RELATION',
  'STATUS_WITHOUT_EVENT',
  'EVENT_NOT_HELD',
  'QUALIFIER_CLASH',
  'CYCLE',
  'SOURCE_CYCLE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `file:line:column  CODE  found; expected … → remedy` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, code, found, expected, remedy } = problem;
  return `${file}:${line}:${column}  ${code}  ${found}; expected ${expected} → ${remedy}`;
}

/** One problem a line. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join('\n');
}

/** By file, line and column; two mistakes at one place by code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.found, b.found)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
