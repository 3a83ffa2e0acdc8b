import { loadDossiers } from '../dossier/load.js';
import { formatProblems } from '../dossier/problem.js';
import { EXIT } from './exit-codes.js';

/** Lists every mistake in the dossiers of a folder; exit status 1 where there is one. */
export async function validate(folder: string, json: boolean): Promise<void> {
  const loaded = await loadDossiers(folder);
  if ('problems' in loaded) {
    console.log(json ? JSON.stringify({ problems: loaded.problems }, null, 2) : formatProblems(loaded.problems));
    process.exitCode = EXIT.wrongInput;
    return;
  }
  const { version, entities, relations, claims, sources } = loaded.graph;
  const counts = {
    entities: entities.length,
    relations: relations.length,
    claims: claims.length,
    sources: sources.length,
    version,
  };
  console.log(
    json
      ? JSON.stringify({ problems: [], ...counts })
      : `No mistake found: ${counts.entities} entities, ${counts.relations} relations, ${counts.claims} claims from ${counts.sources} sources.`,
  );
}
