import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { audit, type Audit, type Decisions } from '../audit/audit.js';
import type { DossierFolder } from './dossier-folder.js';
import { EXIT } from './exit-codes.js';
import { graphOf } from './open-store.js';

/** How long ago a passage may have been read before it should be read again. */
const REVIEW_AFTER_YEARS = 3;

export interface AuditOptions extends DossierFolder {
  json: boolean;
  /** ISO day; today unless told */
  today?: string;
}

/** Says what the dossiers cover and where they are weak; exit status 1 where a hard rule is broken. */
export async function auditCommand(options: AuditOptions): Promise<void> {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const reviewBefore = `${Number(today.slice(0, 4)) - REVIEW_AFTER_YEARS}${today.slice(4)}`;
  const found = audit(await graphOf(options), await decisionsIn(options.seeds), reviewBefore);
  console.log(options.json ? JSON.stringify(found, null, 2) : auditReport(found));
  if (found.broken.length > 0) process.exitCode = EXIT.wrongInput;
}

async function decisionsIn(folder: string): Promise<Decisions> {
  const text = await readFile(join(folder, '_decisions.yaml'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'not_the_same: []';
    throw error;
  });
  const { not_the_same: pairs } = parse(text) as { not_the_same: { pair: [string, string]; why: string }[] };
  return { notTheSame: pairs.map(({ pair }) => pair) };
}

function auditReport({ counts, corroborated, coverage, weaknesses, broken }: Audit): string {
  const overseen = coverage.reduce((sum, subRegion) => sum + subRegion.overseen.length, 0);
  const lines = [
    `${counts.sources} sources, ${counts.entities} entities (${counts.events} events), ${counts.relations} relations, ${counts.claims} claims; places not counted`,
    `${corroborated.relations} relations (${(100 * corroborated.share).toFixed(1)} %) on two or more independent sources`,
    `${overseen} countries with an oversight body`,
    '',
    ...coverage.map(
      ({ id, name, countries, overseen: known }) =>
        `  ${id}  ${name.padEnd(28)} ${String(known.length).padStart(3)} of ${String(countries).padStart(2)}  ${known.join(' ')}`,
    ),
    '',
    `${weaknesses.undatedRelations.length} relations without any date`,
    `${weaknesses.disputedRelations.length} disputed relations`,
    `${weaknesses.claimsToReview.length} claims whose page was last read more than ${REVIEW_AFTER_YEARS} years ago`,
    '',
    broken.length === 0 ? 'No hard rule is broken.' : `${broken.length} hard rules are broken:`,
    ...broken.map(({ rule, message }) => `  ${rule}  ${message}`),
  ];
  return lines.join('\n');
}
