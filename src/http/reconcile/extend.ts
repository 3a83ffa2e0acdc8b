import type { CountriesByName } from '../../domain/matching/countries-by-name.js';
import { PROPERTIES, type PropertyValue } from '../../domain/matching/properties.js';
import { vocabulary } from '../../domain/vocabulary.js';
import { MOST_ENTRIES } from '../../graphql/limits.js';
import type { GraphStore } from '../../store/port.js';
import { isRecord } from '../graphql-request.js';
import { checkType, objectIn, propertyNamed } from './batch.js';
import { wrongArgument } from './refusal.js';

/**
 * Data extension: the values of properties for entities that are matched already. An entity that is not known has no values.
 * @param text JSON, as a client sends it @throws RequestRefused
 */
export async function extended(store: GraphStore, text: string, countries: CountriesByName): Promise<object> {
  const { ids, properties } = objectIn(text, 'extend', '{"ids": ["digessp"], "properties": [{"id": "country"}]}');
  if (!isList(ids) || !ids.every((id) => typeof id === 'string')) throw wrongArgument('`extend.ids` must be a list of ids.');
  if (!isList(properties)) throw wrongArgument('`extend.properties` must be a list of {"id": …}.');
  for (const [name, { length }] of Object.entries({ ids, properties })) {
    if (length > MOST_ENTRIES) throw wrongArgument(`\`extend.${name}\` has ${length} entries; it may have ${MOST_ENTRIES}.`);
  }
  const asked = properties.map((entry, i) => {
    const at = `extend.properties[${i}]`;
    if (!isRecord(entry)) throw wrongArgument(`\`${at}\` must be {"id": "country"}.`);
    const settings = entry['settings'] ?? {};
    const language = isRecord(settings) ? (settings['language'] ?? '') : '';
    if (typeof language !== 'string') throw wrongArgument(`\`${at}.settings.language\` must be a text.`);
    return { property: propertyNamed(`${at}.id`, entry['id']), language };
  });

  const entities = new Map((await store.entities([...new Set(ids)])).map((entity) => [entity.id, entity]));
  const rows = [...new Set(ids)].map((id) => {
    const entity = entities.get(id);
    const cells = asked.map(({ property, language }) => [
      property.id,
      entity === undefined ? [] : property.values(entity, countries, language).map((value) => cellOf(value, countries)),
    ]);
    return [id, Object.fromEntries(cells) as object] as const;
  });
  return {
    meta: asked.map(({ property: { id, name, kind } }) => ({
      id,
      name,
      ...(kind && { type: { id: kind, name: vocabulary.entityKinds.get(kind)?.title ?? kind } }),
    })),
    rows: Object.fromEntries(rows),
  };
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function cellOf(value: PropertyValue, countries: CountriesByName): object {
  if ('text' in value) return { str: value.text };
  if ('entity' in value) return { id: value.entity, name: countries.byId(value.entity)!.name };
  return Number.isInteger(value.number) ? { int: value.number } : { float: value.number };
}

/** Which properties things of a type may have: attributes are proposed for all. @throws RequestRefused */
export function proposedProperties({ type, limit }: Record<string, unknown>): object {
  if (type !== undefined && type !== '') checkType('type', type);
  if (limit !== undefined && (typeof limit !== 'string' || !/^[1-9]\d{0,5}$/.test(limit))) {
    throw wrongArgument('`limit` must be a whole number, 1 or more.');
  }
  const all = [...PROPERTIES.values()].map(({ id, name, description }) => ({ id, name, description }));
  return {
    ...(type === undefined ? {} : { type }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    properties: limit === undefined ? all : all.slice(0, Number(limit)),
  };
}
