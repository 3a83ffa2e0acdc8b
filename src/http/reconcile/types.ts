import type { CountriesByName } from '../../domain/matching/countries-by-name.js';
import { ENTITY_LABELS, type Entity } from '../../domain/model.js';
import { vocabulary } from '../../domain/vocabulary.js';

/** A type of the reconciliation API: a label of the model, or a kind, whose broader type is its label. */
export interface ReconciliationType {
  id: string;
  name: string;
  broader?: { id: string; name: string }[];
}

const labelType = (label: string): ReconciliationType => ({ id: label, name: label });

const kindType = (kind: string): ReconciliationType => {
  const known = vocabulary.entityKinds.get(kind);
  return known === undefined ? { id: kind, name: kind } : { id: kind, name: known.title, broader: [labelType(known.label)] };
};

export const TYPES: readonly (ReconciliationType & { description?: string })[] = [
  ...ENTITY_LABELS.map(labelType),
  ...[...vocabulary.entityKinds.values()].map(({ name, definition }) => ({ ...kindType(name), description: definition })),
];

/** The kind first: clients take the first for the more telling one. */
export const typesOf = ({ kind, label }: Entity): ReconciliationType[] => [kindType(kind), labelType(label)];

/** One line that tells namesakes apart: `Regulator, Guatemala`. */
export function descriptionOf(entity: Entity, countries: CountriesByName): string {
  const places = countries.of(entity).filter((id) => id !== entity.id);
  return [kindType(entity.kind).name, ...places.map((id) => countries.byId(id)?.name ?? id)].join(', ');
}
