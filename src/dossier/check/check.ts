import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Dossier } from '../format.js';
import { checkClaims } from './claims.js';
import { declarations } from './declarations.js';
import { checkEntities } from './entities.js';
import { checkRelations } from './relations.js';
import type { Report } from './report.js';
import { checkSourceCycles, checkSources } from './sources.js';
import { checkTogether } from './together.js';

/** Checks what dossiers say, all of them together, and reports every mistake. What is missing was reported before. */
export function checkDossiers(dossiers: readonly Dossier[], vocabulary: Vocabulary, report: Report): void {
  const declared = declarations(dossiers, vocabulary, report);
  for (const dossier of dossiers) {
    checkSources(dossier, declared, report);
    checkClaims(dossier, declared, report);
    checkEntities(dossier, declared, vocabulary, report);
    checkRelations(dossier, declared, vocabulary, report);
  }
  checkSourceCycles(declared, report);
  checkTogether(dossiers, vocabulary, report);
}
