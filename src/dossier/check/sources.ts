import { dayBounds } from '../../domain/edtf.js';
import { ID, type Dossier } from '../format.js';
import { unknownSource } from './claims.js';
import { cyclesOf } from './cycles.js';
import { checkDate } from './dates.js';
import type { Declarations } from './declarations.js';
import { checkLanguage } from './names.js';
import { writeInstead } from './nearest.js';
import { place, type Report } from './report.js';

/** Checks the sources of a dossier: dates, language, publisher, and what they translate or reprint. */
export function checkSources(dossier: Dossier, declared: Declarations, report: Report): void {
  for (const [index, source] of (dossier.content.sources ?? []).entries()) {
    if (source === undefined) continue;
    const path = ['sources', index] as const;
    const { published, publisher } = source;
    if (published !== undefined) checkDate(dossier, [...path, 'published'], () => dayBounds(published), report);
    checkLanguage(dossier, [...path, 'language'], source.language, report);
    for (const key of ['translates', 'reprints'] as const) {
      const original = source[key];
      if (original === undefined || declared.sources.has(original)) continue;
      report(dossier, [...path, key], unknownSource(original, declared));
    }
    if (source.translates !== undefined && source.reprints !== undefined) {
      report(
        dossier,
        [...path, 'reprints'],
        {
          code: 'CONFLICTING_KEYS',
          found: '"reprints" beside "translates"',
          expected: 'one of the two',
          remedy: 'keep "translates:" for a translation, "reprints:" for the same text elsewhere',
        },
        'key',
      );
    }
    // What looks like an id is one, or a slip of the pen would make two sources of one publisher look independent.
    if (publisher !== undefined && ID.test(publisher) && !declared.entities.has(publisher)) {
      report(dossier, [...path, 'publisher'], {
        code: 'DANGLING_REFERENCE',
        found: `the publisher "${publisher}"`,
        expected: 'the id of an entity, or the name of the publisher',
        remedy: writeInstead(
          declared.suggestActors(publisher),
          'declare it under "entities:", write the name as the publisher does, with capitals, or validate the whole seeds folder',
        ),
      });
    }
  }
}

/** Reports sources that translate or reprint one another in a circle: none of them would be the original. */
export function checkSourceCycles(declared: Declarations, report: Report): void {
  const derivations = [...declared.sources].flatMap(([id, source]) => {
    const key = source.written.translates !== undefined ? ('translates' as const) : ('reprints' as const);
    const original = source.written[key];
    return original === undefined ? [] : [{ from: id, to: original, key, ...source }];
  });
  for (const cycle of cyclesOf(derivations)) {
    const last = cycle.reduce((a, b) => (derivations.indexOf(a) > derivations.indexOf(b) ? a : b));
    const others = cycle.filter((step) => step !== last).map((step) => place(step.dossier, [...step.path, step.key]));
    report(last.dossier, [...last.path, last.key], {
      code: 'SOURCE_CYCLE',
      found: `${cycle.map((step) => `"${step.from}" ${step.key} `).join('')}"${cycle[0]?.from}"`,
      expected: 'one original that derives from no other',
      remedy: `remove "${last.key}:" at the original${others.length > 0 ? ` (here or at ${others.join(', ')})` : ''}`,
    });
  }
}
