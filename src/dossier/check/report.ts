import type { Dossier } from '../format.js';
import type { Problem, ProblemCode } from '../problem.js';
import type { Path } from '../read/document.js';

/** What a check found wrong, without its place. */
export interface Finding {
  code: ProblemCode;
  found: string;
  expected: string;
  remedy: string;
}

/** Called by a check for every mistake, with the path of what is wrong; `part` says whether the value or its key is. */
export type Report = (dossier: Dossier, path: Path, finding: Finding, part?: 'value' | 'key') => void;

/** Collects what checks report, each with its file, line and column. */
export function collectProblems(problems: Problem[]): Report {
  return (dossier, path, finding, part) => {
    problems.push({ file: dossier.file, ...dossier.locate(path, part), ...finding });
  };
}

/** `seeds/a.yaml:3:5`, for a message that names a second place. */
export function place(dossier: Dossier, path: Path): string {
  const { line, column } = dossier.locate(path);
  return `${dossier.file}:${line}:${column}`;
}
