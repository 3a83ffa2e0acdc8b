import type { Entity, Relation, TimeSpan } from '../../domain/model.js';
import type { EntityInPart, EntityPart, Neighbourhood, NeighbourhoodOf, RelationInPart, RelationPart } from '../port.js';
import { HUB_DEGREE, isKeptOfHubs } from './hubs.js';
import { timeOf, type Properties } from './properties.js';

/** What `read/neighbourhood` gives. */
export interface NeighbourhoodRow {
  entities: { id: string; label: string; values: unknown[] }[];
  levels: { id: string; relations: { type: string; source: string; target: string; values: unknown[] }[] }[][];
}

const TIME: readonly (keyof TimeSpan)[] = [
  ...(['start', 'startStatus', 'end', 'endStatus', 'attested', 'persists'] as const),
  ...(['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd'] as const),
];
const EVIDENCE: readonly (keyof Relation['evidence'])[] = ['supporting', 'disputing', 'strength'];

/** The properties that hold these parts. */
function propertiesOf(parts: readonly (EntityPart | RelationPart)[]): string[] {
  return parts.flatMap((part): readonly string[] => (part === 'time' ? TIME : part === 'evidence' ? EVIDENCE : [part]));
}

/** The levels as `read/neighbourhood` takes them: always three, of which those not asked for have no direction. */
export function neighbourhoodParameters({ ids, levels, entityParts, relationParts }: NeighbourhoodOf): Properties {
  const of = <T>(value: (level: NeighbourhoodOf['levels'][number]) => T, absent: T): [T, T, T] => {
    const [first, second, third] = levels;
    return [first ? value(first) : absent, second ? value(second) : absent, third ? value(third) : absent];
  };
  const [types1, types2, types3] = of<readonly string[] | null>(({ types }) => types, null);
  const [limit1, limit2, limit3] = of(({ limit }) => limit, 0);
  const [plain1, plain2, plain3] = of(isKeptOfHubs, false);
  return {
    ...{ ids, types1, types2, types3, limit1, limit2, limit3, plain1, plain2, plain3 },
    directions: of<string>(({ direction }) => direction, ''),
    from: of(({ days }) => days?.from ?? '', ''),
    to: of(({ days }) => days?.to ?? '', ''),
    hubDegree: HUB_DEGREE,
    entityProperties: propertiesOf(entityParts),
    relationProperties: propertiesOf(relationParts),
  };
}

export function neighbourhoodOf(
  { entities, levels }: NeighbourhoodRow,
  { levels: asked, entityParts, relationParts }: NeighbourhoodOf,
): Neighbourhood {
  const entity = reader<EntityPart>(entityParts);
  const relation = reader<RelationPart>(relationParts);
  return {
    entities: new Map(
      entities.map(({ id, label, values }) => [id, { id, label: label as Entity['label'], ...entity(values) } as EntityInPart]),
    ),
    levels: levels
      .slice(0, asked.length)
      .map(
        (rows) =>
          new Map(
            rows.map(({ id, relations }) => [
              id,
              relations.map(
                ({ type, source, target, values }) => ({ type, source, target, ...relation(values) }) as RelationInPart,
              ),
            ]),
          ),
      ),
  };
}

/** Makes the parts of a record from the values of its properties. */
function reader<Part extends EntityPart | RelationPart>(
  parts: readonly Part[],
): (values: readonly unknown[]) => Partial<Record<Part, unknown>> {
  const place = new Map(propertiesOf(parts).map((name, index) => [name, index]));
  return (values) => {
    const record: Partial<Record<Part, unknown>> = {};
    for (const part of parts) {
      if (part === 'time') record[part] = timeOf(propertiesAt(TIME, values, place));
      else if (part === 'evidence') record[part] = propertiesAt(EVIDENCE, values, place);
      else record[part] = values[place.get(part)!] ?? null;
    }
    return record;
  };
}

function propertiesAt(names: readonly string[], values: readonly unknown[], place: ReadonlyMap<string, number>): Properties {
  return Object.fromEntries(names.map((name) => [name, values[place.get(name)!]]));
}
