import type { Dossier, Unchecked, WrittenClaim } from '../format.js';
import type { Path } from '../read/document.js';
import { checkDates } from './dates.js';
import type { Declarations } from './declarations.js';
import { nearestWords, writeInstead } from './nearest.js';
import type { Finding, Report } from './report.js';

/** Checks what every claim and every passage cites, and the dates of claims. */
export function checkClaims(dossier: Dossier, declared: Declarations, report: Report): void {
  const passages = dossier.content.passages ?? {};
  for (const [name, passage] of Object.entries(passages)) {
    checkSource(dossier, ['passages', name, 'source'], passage?.source, declared, report);
  }
  for (const { claim, path } of everyClaim(dossier)) {
    checkDates(dossier, path, claim, report);
    checkSource(dossier, [...path, 'source'], claim.source, declared, report);
    const dated = claim.undated && (['on', 'start', 'end', 'at'] as const).find((key) => claim[key] !== undefined);
    if (dated) {
      report(
        dossier,
        [...path, 'undated'],
        {
          code: 'CONFLICTING_KEYS',
          found: `"undated" together with "${dated}"`,
          expected: 'a claim with dates, or one without',
          remedy: 'remove one of the two',
        },
        'key',
      );
    }
    if (claim.passage === undefined) continue;
    if (!Object.hasOwn(passages, claim.passage)) {
      report(dossier, [...path, 'passage'], {
        code: 'UNKNOWN_PASSAGE',
        found: `the passage "${claim.passage}"`,
        expected: 'a passage of this dossier',
        remedy: writeInstead(nearestWords(claim.passage, Object.keys(passages)), 'declare it under "passages:" in this file'),
      });
    }
    const twice = (['source', 'locator', 'digest'] as const).find((key) => claim[key] !== undefined);
    if (twice !== undefined) {
      report(
        dossier,
        [...path, twice],
        {
          code: 'CONFLICTING_KEYS',
          found: `"${twice}" beside a passage, which has its own`,
          expected: 'a passage, or source, locator and digest',
          remedy: `remove "${twice}:", or the passage`,
        },
        'key',
      );
    }
  }
}

function checkSource(dossier: Dossier, path: Path, id: string | undefined, declared: Declarations, report: Report): void {
  if (id === undefined || declared.sources.has(id)) return;
  report(dossier, path, unknownSource(id, declared));
}

export const unknownSource = (id: string, declared: Declarations): Finding => ({
  code: 'UNKNOWN_SOURCE',
  found: `the source "${id}"`,
  expected: 'a source that a dossier declares',
  remedy: writeInstead(
    nearestWords(id, declared.sources.keys()),
    'declare it under "sources:", or validate the whole seeds folder',
  ),
});

/** Every claim of the dossier with its path. */
function* everyClaim({ content }: Dossier): Generator<{ claim: Unchecked<WrittenClaim>; path: Path }> {
  for (const [index, entity] of (content.entities ?? []).entries()) {
    const path: Path = ['entities', index];
    yield* claimsAt(entity?.claims, path);
    for (const part of ['names', 'identifiers', 'attributes'] as const) {
      for (const [position, of] of (entity?.[part] ?? []).entries()) {
        if (typeof of === 'object') yield* claimsAt(of.claims, [...path, part, position]);
      }
    }
  }
  for (const [index, relation] of (content.relations ?? []).entries()) yield* claimsAt(relation?.claims, ['relations', index]);
}

function* claimsAt(
  claims: (Unchecked<WrittenClaim> | undefined)[] | undefined,
  path: Path,
): Generator<{ claim: Unchecked<WrittenClaim>; path: Path }> {
  for (const [index, claim] of (claims ?? []).entries()) {
    if (claim !== undefined) yield { claim, path: [...path, 'claims', index] };
  }
}
