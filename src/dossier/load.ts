import type { Graph } from '../domain/model.js';
import { vocabulary as ownVocabulary, type Vocabulary } from '../domain/vocabulary.js';
import { assembleGraph } from './assemble/assemble.js';
import { checkDossiers } from './check/check.js';
import { collectProblems } from './check/report.js';
import { shapeCheck } from './check/shape.js';
import type { Dossier, DossierContent } from './format.js';
import { placesDossier } from './places/dossier.js';
import { compareProblems, type Problem, type ProblemCode } from './problem.js';
import { parseYaml, parseYamlQuickly } from './read/document.js';
import { decodeUtf8 } from './read/encoding.js';
import { readDossierFiles, type DossierFile } from './read/files.js';

/** The graph, or everything that is wrong with the dossiers (sorted by file, line and column): never a part of it. */
export type LoadedDossiers = { graph: Graph } | { problems: Problem[] };

/**
 * Reads every dossier (`*.yaml`) in the folder and below, checks them together, and makes the graph of them and of the
 * places of the world.
 */
export async function loadDossiers(folder: string): Promise<LoadedDossiers> {
  const { files, problems } = await readDossierFiles(folder);
  return graphOfFiles(files, problems);
}

/** The same of files that have been read; the order in which they come does not matter. */
export function graphOfFiles(
  files: readonly DossierFile[],
  found: readonly Problem[] = [],
  vocabulary: Vocabulary = ownVocabulary,
): LoadedDossiers {
  const problems: Problem[] = [...found];
  const check = shapeCheck(vocabulary);
  const dossiers = [...files].sort(byFile).flatMap((file): Dossier[] => {
    const decoded = decodeUtf8(file);
    if ('problem' in decoded) {
      problems.push(decoded.problem);
      return [];
    }
    const quick = parseYamlQuickly(file.file, decoded.text);
    const inOrder = quick && check(quick);
    if (inOrder?.problems.length === 0) return [inOrder.dossier];
    const yaml = parseYaml(file.file, decoded.text);
    if ('problems' in yaml) {
      problems.push(...yaml.problems);
      return [];
    }
    const checked = check(yaml.parsed);
    problems.push(...checked.problems);
    return [checked.dossier];
  });

  const places = placesDossier();
  const together: Problem[] = [];
  checkDossiers([places, ...dossiers], vocabulary, collectProblems(together));
  // What refers to a dossier that could not be read is no mistake of its own.
  const complete = dossiers.length === files.length;
  problems.push(...together.filter(({ code }) => complete || !MAY_BE_ELSEWHERE.has(code)));
  if (problems.length > 0) return { problems: problems.sort(compareProblems) };
  // Without a problem, nothing that the format asks for is missing.
  return { graph: assembleGraph([places, ...(dossiers as Dossier<DossierContent>[])], vocabulary) };
}

const MAY_BE_ELSEWHERE: ReadonlySet<ProblemCode> = new Set(['DANGLING_REFERENCE', 'UNKNOWN_SOURCE', 'UNSUPPORTED_RELATION']);

const byFile = (a: DossierFile, b: DossierFile): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
