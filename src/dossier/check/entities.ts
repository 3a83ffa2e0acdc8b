import { dayBounds } from '../../domain/edtf.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { datesOf, type Dossier, type Unchecked, type WrittenAttribute, type WrittenEntity } from '../format.js';
import type { Path } from '../read/document.js';
import { checkDate, checkDates } from './dates.js';
import type { Declarations } from './declarations.js';
import { checkName } from './names.js';
import { writeInstead } from './nearest.js';
import type { Report } from './report.js';

/** Checks the entities of a dossier, declared or added to. */
export function checkEntities(dossier: Dossier, declared: Declarations, vocabulary: Vocabulary, report: Report): void {
  for (const [index, entity] of (dossier.content.entities ?? []).entries()) {
    if (entity === undefined) continue;
    const path = ['entities', index] as const;
    checkDates(dossier, path, entity, report);
    if (entity.adds) checkAddition(dossier, path, entity, declared, report);
    checkStatus(dossier, path, entity, vocabulary, report);
    for (const [position, name] of (entity.names ?? []).entries()) {
      if (name !== undefined) checkName(dossier, [...path, 'names', position], name, report);
    }
    for (const [position, attribute] of (entity.attributes ?? []).entries()) {
      if (attribute !== undefined) checkAttribute(dossier, [...path, 'attributes', position], attribute, vocabulary, report);
    }
  }
}

/** An entry that adds: the entity is declared elsewhere, and everything it adds rests on a claim of this entry. */
function checkAddition(
  dossier: Dossier,
  path: Path,
  entity: Unchecked<WrittenEntity>,
  declared: Declarations,
  report: Report,
): void {
  if (entity.id !== undefined && !declared.entities.has(entity.id)) {
    report(dossier, [...path, 'id'], {
      code: 'DANGLING_REFERENCE',
      found: `an addition to "${entity.id}", which no dossier declares`,
      expected: 'the id of an entity',
      remedy: writeInstead(
        declared.suggestEntities(entity.id),
        'declare it (its kind instead of "adds: true"), or validate the whole seeds folder',
      ),
    });
  }
  for (const key of ['kind', 'status'] as const) {
    if (entity[key] === undefined) continue;
    report(
      dossier,
      [...path, key],
      {
        code: 'CONFLICTING_KEYS',
        found: `"${key}" beside "adds: true"`,
        expected: `the ${key} where the entity is declared`,
        remedy: `remove "${key}:", or "adds:" if this is the declaration`,
      },
      'key',
    );
  }
  if (entity.claims !== undefined) return;
  const missing = {
    code: 'MISSING_CLAIM',
    expected: 'a claim of its own, or one of this entry',
    remedy: 'add "claims:"',
  } as const;
  const parts = (['names', 'identifiers', 'attributes'] as const).flatMap((part) =>
    (entity[part] ?? []).map((of, position) => ({ of, at: [...path, part, position] })),
  );
  for (const { of, at } of parts) {
    const bare = typeof of === 'string' || (of !== undefined && of.claims === undefined);
    if (bare) report(dossier, at, { ...missing, found: 'an addition without a claim' });
  }
  const dated = entity.on ?? entity.start ?? entity.end ?? datesOf(entity.at)[0];
  if (dated !== undefined || parts.length === 0) report(dossier, path, { ...missing, found: 'an entry without a claim' });
}

function checkStatus(
  dossier: Dossier,
  path: Path,
  entity: Unchecked<WrittenEntity>,
  { entityKinds }: Vocabulary,
  report: Report,
): void {
  const kind = entityKinds.get(entity.kind ?? '');
  if (entity.status === undefined || kind === undefined || kind.label === 'Event') return;
  report(
    dossier,
    [...path, 'status'],
    {
      code: 'STATUS_WITHOUT_EVENT',
      found: `a status on a ${kind.name}`,
      expected: 'a status on events only',
      remedy: 'remove "status:"',
    },
    'key',
  );
}

function checkAttribute(
  dossier: Dossier,
  path: Path,
  { name, value, date }: Unchecked<WrittenAttribute>,
  { attributes }: Vocabulary,
  report: Report,
): void {
  if (date !== undefined) checkDate(dossier, [...path, 'date'], () => dayBounds(date), report);
  const type = attributes.get(name ?? '');
  if (type?.value !== 'number' || value === undefined || /^-?\d+(\.\d+)?$/.test(value)) return;
  report(dossier, [...path, 'value'], {
    code: 'BAD_VALUE',
    found: `"${value}" as ${type.name}`,
    expected: `a number (${type.unit})`,
    remedy: 'write digits only: 12345, and 0.5 for a half',
  });
}
