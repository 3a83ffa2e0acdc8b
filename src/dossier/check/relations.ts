import type { EntityKind, RelationType, Vocabulary } from '../../domain/vocabulary.js';
import { ID, qualifiersOf, type Dossier, type Unchecked, type WrittenRelation } from '../format.js';
import type { Path } from '../read/document.js';
import { checkDates } from './dates.js';
import type { DeclaredEntity, Declarations } from './declarations.js';
import { nearestWords, oneOf, writeInstead } from './nearest.js';
import { place, type Report } from './report.js';
import { badId } from './shape-findings.js';

/** Checks each relation of a dossier on its own: its ends, its qualifiers, its dates. */
export function checkRelations(dossier: Dossier, declared: Declarations, vocabulary: Vocabulary, report: Report): void {
  for (const [index, relation] of (dossier.content.relations ?? []).entries()) {
    if (relation === undefined) continue;
    const path = ['relations', index] as const;
    checkDates(dossier, path, relation, report);
    const from = endOf(dossier, [...path, 'from'], relation.from, declared, report);
    const to = endOf(dossier, [...path, 'to'], relation.to, declared, report);
    if (relation.from !== undefined && relation.from === relation.to) {
      report(dossier, [...path, 'to'], {
        code: 'SELF_RELATION',
        found: `"${relation.to}" in a relation with itself`,
        expected: 'two different ends',
        remedy: 'correct "from" or "to"',
      });
    }
    const type = vocabulary.relationTypes.get(relation.type ?? '');
    if (type === undefined) continue;
    checkKinds(dossier, path, type, from?.kind, to?.kind, vocabulary, report);
    if (from?.unheld) checkHeld(dossier, path, type, 'from', relation.from, from, vocabulary, report);
    if (to?.unheld) checkHeld(dossier, path, type, 'to', relation.to, to, vocabulary, report);
    checkQualifiers(dossier, path, type, relation, report);
  }
}

function endOf(
  dossier: Dossier,
  path: Path,
  id: string | undefined,
  declared: Declarations,
  report: Report,
): DeclaredEntity | undefined {
  if (id === undefined) return undefined;
  const entity = declared.entities.get(id);
  if (entity) return entity;
  if (!ID.test(id)) {
    report(dossier, path, badId(String(path.at(-1)), id, declared.suggestEntities(id)));
    return undefined;
  }
  report(dossier, path, {
    code: 'DANGLING_REFERENCE',
    found: `"${id}", which no dossier declares`,
    expected: 'the id of an entity',
    remedy: writeInstead(declared.suggestEntities(id), 'declare it under "entities:", or validate the whole seeds folder'),
  });
  return undefined;
}

const mayStand = (kind: EntityKind, ends: readonly string[]): boolean => ends.includes(kind.label) || ends.includes(kind.name);

const fits = (type: RelationType, from: EntityKind, to: EntityKind): boolean =>
  mayStand(from, type.from) && mayStand(to, type.to) && (!type.sameLabel || from.label === to.label);

function checkKinds(
  dossier: Dossier,
  path: Path,
  type: RelationType,
  from: EntityKind | null | undefined,
  to: EntityKind | null | undefined,
  { relationTypes }: Vocabulary,
  report: Report,
): void {
  const fromIsWrong = from && !mayStand(from, type.from);
  const toIsWrong = to && !mayStand(to, type.to);
  if (from && to && (fromIsWrong || toIsWrong) && fits(type, to, from)) {
    report(dossier, [...path, 'from'], {
      code: 'WRONG_END',
      found: `${type.name} from ${described(from)} to ${described(to)}`,
      expected: `from ${oneOf(type.from)} to ${oneOf(type.to)}`,
      remedy: 'swap "from" and "to"',
    });
    return;
  }

  const others = from && to ? [...relationTypes.values()].filter((other) => fits(other, from, to)).map(({ name }) => name) : [];
  const remedy = others.length > 0 ? `choose another type: ${oneOf(others)}` : 'choose another type, or another end';
  const wrong = (end: 'from' | 'to', kind: EntityKind, expected: string): void =>
    report(dossier, [...path, end], {
      code: 'WRONG_END',
      found: `${described(kind)} as "${end}" of ${type.name}`,
      expected,
      remedy,
    });
  if (fromIsWrong) wrong('from', from, oneOf(type.from));
  if (toIsWrong) wrong('to', to, oneOf(type.to));
  if (!fromIsWrong && !toIsWrong && from && to && type.sameLabel && from.label !== to.label) {
    wrong('to', to, `${from.label}, as at its other end`);
  }
}

const described = (kind: EntityKind): string => `${kind.name} (${kind.label})`;

function checkHeld(
  dossier: Dossier,
  path: Path,
  type: RelationType,
  end: 'from' | 'to',
  id: string | undefined,
  event: DeclaredEntity,
  { relationTypes }: Vocabulary,
  report: Report,
): void {
  if (type.unheld.includes(end)) return;
  const allowed = [...relationTypes.values()].filter((other) => other.unheld.includes(end)).map((other) => other.name);
  report(dossier, [...path, end], {
    code: 'EVENT_NOT_HELD',
    found: `${type.name} with "${id}", an event that was not held (${place(event.dossier, [...event.path, 'status'])})`,
    expected: `one of ${allowed.join(', ')}`,
    remedy: 'write PROPOSED for who plans it, or set the status of the event to held if it took place',
  });
}

function checkQualifiers(
  dossier: Dossier,
  path: Path,
  type: RelationType,
  relation: Unchecked<WrittenRelation>,
  report: Report,
): void {
  for (const [key] of qualifiersOf(relation)) {
    if (type.qualifiers.includes(key)) continue;
    report(
      dossier,
      [...path, key],
      {
        code: 'UNKNOWN_QUALIFIER',
        found: `the qualifier "${key}" on ${type.name}`,
        expected: oneOf(type.qualifiers),
        remedy: writeInstead(nearestWords(key, type.qualifiers), `write it as "role:", or remove it`),
      },
      'key',
    );
  }
}
