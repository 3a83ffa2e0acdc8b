import { foldText } from '../../domain/folding.js';
import type { Attribute, Entity, EventStatus, Identifier, Source } from '../../domain/model.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Dossier, DossierContent, WrittenAttribute, WrittenClaim, WrittenEntity, WrittenIdentifier } from '../format.js';
import type { ClaimRegister, ClaimSubject } from './claims.js';
import { mergeNames, preferredName, readNames } from './names.js';
import { timeOf, type DatedClaim } from '../../domain/stated-times.js';
import { byId } from '../../domain/order.js';

/** One entry of an entity: its declaration, or an addition to it. */
interface EntityEntry {
  dossier: Dossier<DossierContent>;
  written: WrittenEntity;
}

/** An entity without what its relations say of it. */
export type EntityAlone = Omit<Entity, 'within' | 'degree'>;

/** The entities of all dossiers, by id, every one merged from its declaration and what others add to it. */
export function assembleEntities(
  dossiers: readonly Dossier<DossierContent>[],
  vocabulary: Vocabulary,
  claims: ClaimRegister,
  sources: ReadonlyMap<string, Source>,
): EntityAlone[] {
  const entries = new Map<string, EntityEntry[]>();
  for (const dossier of dossiers) {
    for (const written of dossier.content.entities ?? []) {
      entries.set(written.id, [...(entries.get(written.id) ?? []), { dossier, written }]);
    }
  }
  return [...entries.values()].map((of) => merge(of, vocabulary, claims, sources)).sort(byId);
}

/** The name of every entity by id: what `preferredName` makes of its declaration. */
export function entityNames(dossiers: readonly Dossier<DossierContent>[]): Map<string, string> {
  const declared = dossiers.flatMap(({ content }) => content.entities ?? []).filter((entity) => !entity.adds);
  return new Map(declared.map(({ id, names }) => [id, preferredName(names ?? [])]));
}

function merge(
  entries: readonly EntityEntry[],
  { entityKinds, attributes: attributeTypes }: Vocabulary,
  claims: ClaimRegister,
  sources: ReadonlyMap<string, Source>,
): EntityAlone {
  const { written: declaration } = entries.find(({ written }) => !written.adds)!;
  const kind = entityKinds.get(declaration.kind ?? '');
  if (!kind) throw new Error(`Entity ${declaration.id} was not checked: there is no kind "${declaration.kind}".`);
  const status = kind.label === 'Event' ? ((declaration.status ?? 'held').toUpperCase() as EventStatus) : null;

  const read = entries.map((entry) => readEntry(entry, claims));
  const existence = read.flatMap((entry) => entry.existence);
  const name = preferredName(declaration.names ?? []);
  return {
    id: declaration.id,
    label: kind.label,
    kind: kind.name,
    name,
    names: mergeNames(read.flatMap((entry) => entry.names)),
    identifiers: mergeValues<Identifier>(
      read.flatMap(({ identifiers }) =>
        identifiers.map(({ written: { scheme, value }, claimIds }) => ({ scheme, value, claimIds })),
      ),
    ),
    attributes: mergeValues<Attribute>(
      read.flatMap((entry) =>
        entry.attributes.map(({ written, claimIds }) => {
          const type = attributeTypes.get(written.name);
          const value = type?.value === 'number' ? Number(written.value) : written.value;
          return { name: written.name, value, unit: type?.unit ?? null, date: written.date ?? null, claimIds };
        }),
      ),
    ),
    status,
    time: timeOf(existence, sources, status === 'HELD'),
    sortKey: foldText(name),
    claimIds: [...new Set(read.flatMap((entry) => entry.claimIds))].sort(),
  };
}

/** Registers the claims of one entry. What has none of its own rests on the claims of the entry. */
function readEntry({ dossier, written }: EntityEntry, claims: ClaimRegister) {
  const claimIds: string[] = [];
  const register = (aspect: ClaimSubject['aspect'], value: unknown, of: WrittenClaim[], dates: object): DatedClaim[] => {
    const subject: ClaimSubject = {
      id: written.id,
      type: 'ENTITY',
      aspect,
      value: value === null ? null : JSON.stringify(value),
    };
    const registered = of.map((claim) => claims.add(dossier, subject, claim, dates));
    claimIds.push(...registered.map(({ claim }) => claim.id));
    return registered;
  };
  const existence = register('existence', null, written.claims ?? [], written);
  const ids = (of: DatedClaim[]): string[] => of.map(({ claim }) => claim.id);
  const restingOn = (own: DatedClaim[]): string[] => ids(own.length > 0 ? own : existence);

  const names = readNames(written.names ?? [], !written.adds).map((name) => {
    const { text, language, period, claims: own } = name.written;
    const dates = period === undefined ? {} : period.includes('/') ? { on: period } : { at: period };
    return { ...name, claimIds: restingOn(register('name', [text, language ?? 'und'], own ?? [], dates)) };
  });
  const identifiers = (written.identifiers ?? []).map((identifier: WrittenIdentifier) => {
    const { scheme, value, claims: own } = identifier;
    return { written: identifier, claimIds: restingOn(register('identifier', [scheme, value], own ?? [], {})) };
  });
  const attributes = (written.attributes ?? []).map((attribute: WrittenAttribute) => {
    const { name, value, date, claims: own } = attribute;
    return {
      written: attribute,
      claimIds: restingOn(register('attribute', [name, value], own ?? [], date === undefined ? {} : { at: date })),
    };
  });
  return { existence, names, identifiers, attributes, claimIds };
}

/** One record for every different value, with the claims of all that give it; sorted by value. */
function mergeValues<Value extends { claimIds: string[] }>(values: readonly Value[]): Value[] {
  const merged = new Map<string, Value>();
  for (const value of values) {
    const key = JSON.stringify({ ...value, claimIds: [] });
    const known = merged.get(key);
    merged.set(key, { ...value, claimIds: [...new Set([...(known?.claimIds ?? []), ...value.claimIds])].sort() });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
