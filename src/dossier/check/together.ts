import { slug } from '../../domain/folding.js';
import type { RelationType, Vocabulary } from '../../domain/vocabulary.js';
import { qualifiersOf, type Dossier, type Unchecked, type WrittenRelation } from '../format.js';
import type { Path } from '../read/document.js';
import { relationIdentity } from '../relation-identity.js';
import { cyclesOf } from './cycles.js';
import { place, type Report } from './report.js';

interface PlacedRelation {
  dossier: Dossier;
  path: Path;
  type: RelationType;
  from: string;
  to: string;
  written: Unchecked<WrittenRelation>;
}

/** Checks what only shows when the relations of all dossiers come together. */
export function checkTogether(dossiers: readonly Dossier[], vocabulary: Vocabulary, report: Report): void {
  const relations = wellFormed(dossiers, vocabulary);
  checkSameRelations(relations, report);
  for (const type of vocabulary.relationTypes.values()) {
    if (type.acyclic)
      checkAcyclic(
        type,
        relations.filter((relation) => relation.type === type),
        report,
      );
  }
}

function wellFormed(dossiers: readonly Dossier[], { relationTypes }: Vocabulary): PlacedRelation[] {
  return dossiers.flatMap((dossier) =>
    (dossier.content.relations ?? []).flatMap((written, index) => {
      const type = relationTypes.get(written?.type ?? '');
      if (!written || !type || written.from === undefined || written.to === undefined || written.from === written.to) return [];
      return [{ dossier, path: ['relations', index], type, from: written.from, to: written.to, written }];
    }),
  );
}

/** Relations that are the same: spelt alike, and supported by someone. */
function checkSameRelations(relations: readonly PlacedRelation[], report: Report): void {
  const byId = new Map<string, { first: PlacedRelation; qualifiers: string; supported: boolean }>();
  for (const relation of relations) {
    const identity = relationIdentity(relation.type, relation.from, relation.to, qualifiersOf(relation.written));
    const unreadable = identity.qualifiers.find(([, value]) => slug(value) === '');
    if (unreadable) {
      report(relation.dossier, [...relation.path, unreadable[0]], {
        code: 'EMPTY_TEXT',
        found: `"${unreadable[1]}" as ${unreadable[0]}`,
        expected: 'a text with letters or digits',
        remedy: `write it, or remove "${unreadable[0]}:"`,
      });
    }
    const qualifiers = identity.qualifiers.map(([key, value]) => `${key}: ${value}`).join(', ');
    const supported = (relation.written.claims ?? []).some((claim) => claim?.stance !== 'disputes');
    const same = byId.get(identity.id);
    if (!same) byId.set(identity.id, { first: relation, qualifiers, supported });
    else {
      same.supported ||= supported;
      if (same.qualifiers !== qualifiers) {
        report(relation.dossier, [...relation.path, identity.qualifiers[0]?.[0] ?? 'type'], {
          code: 'QUALIFIER_CLASH',
          found: `"${qualifiers}", where ${place(same.first.dossier, same.first.path)} has "${same.qualifiers}"`,
          expected: 'one spelling, or values that differ in letters or digits',
          remedy: `write "${same.qualifiers}" if it is the same relation`,
        });
      }
    }
  }
  for (const { first, supported } of byId.values()) {
    if (supported || first.written.claims === undefined) continue;
    report(first.dossier, [...first.path, 'claims'], {
      code: 'UNSUPPORTED_RELATION',
      found: 'only claims that dispute the relation',
      expected: 'at least one claim, in any dossier, that supports it',
      remedy: 'add the claim that is disputed, or remove the relation',
    });
  }
}

function checkAcyclic(type: RelationType, relations: readonly PlacedRelation[], report: Report): void {
  const order = new Map(relations.map((relation, index) => [relation, index]));
  const position = (relation: PlacedRelation): number => order.get(relation) ?? 0;
  for (const cycle of cyclesOf(relations)) {
    // The one written last: the places of UN M49 come first.
    const last = cycle.reduce((a, b) => (position(a) > position(b) ? a : b));
    const others = cycle.filter((relation) => relation !== last).map((relation) => place(relation.dossier, relation.path));
    const reading = [...cycle.map((relation) => `"${relation.from}" ${type.label} `), `"${cycle[0]?.from}"`].join('');
    report(last.dossier, last.path, {
      code: 'CYCLE',
      found: `${reading}`,
      expected: `no circle of ${type.name}`,
      remedy: `remove or turn round this one or one of ${others.join(', ')}`,
    });
  }
}
