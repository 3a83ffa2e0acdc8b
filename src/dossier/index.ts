/** Dossiers: from what people write in `seeds/` to the graph, with every mistake reported. See docs/data.md. */
export { passageDigest } from './digest.js';
export { graphOfFiles, loadDossiers, type LoadedDossiers } from './load.js';
export { formatProblem, formatProblems, PROBLEM_CODES, type Problem, type ProblemCode } from './problem.js';
export type { DossierFile } from './read/files.js';
export { printDossierSchema } from './schema.js';
