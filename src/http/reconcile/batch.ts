import { didYouMean } from '../../domain/errors.js';
import { PROPERTIES } from '../../domain/matching/properties.js';
import type { MatchQuestion } from '../../domain/matching/match.js';
import { ENTITY_LABELS, type EntityLabel } from '../../domain/model.js';
import { nearestTo } from '../../domain/nearest-name.js';
import { vocabulary } from '../../domain/vocabulary.js';
import { MOST_CHARACTERS, MOST_ENTRIES } from '../../graphql/limits.js';
import { isRecord } from '../graphql-request.js';
import { isNestedBeyond, MOST_NESTING, requestTooDeep } from '../nesting.js';
import { RequestRefused } from '../request-refused.js';
import { wrongArgument } from './refusal.js';

/** Values of properties in a query, all properties together. */
export const MOST_VALUES_IN_QUERY = 20;
/** Candidates of a query: what is given unless told, and the most. */
export const CANDIDATES = { usual: 10, most: 100 };

const PARTS = ['query', 'type', 'limit', 'properties', 'type_strict'];
const STRICTNESS = ['any', 'all', 'should'];

/**
 * A batch of reconciliation queries, by their keys.
 * @param text JSON, as a client sends it @param most queries in a batch
 * @throws RequestRefused, naming the query and the part of it that is wrong
 */
export function questionsIn(text: string, most: number): Map<string, MatchQuestion> {
  const batch = objectIn(text, 'queries', '{"q0": {"query": "DIGESSP"}}');
  const entries = Object.entries(batch);
  if (entries.length > most) {
    throw new RequestRefused(
      413,
      'BATCH_TOO_LARGE',
      `The batch has ${entries.length} queries; ${most} is the most (\`batchSize\` of the manifest). Send several batches.`,
    );
  }
  return new Map(entries.map(([key, query]) => [key, questionOf(key, query)]));
}

/** @param name of the form's element @param example of what to send @throws RequestRefused */
export function objectIn(text: string, name: string, example: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RequestRefused(400, 'MALFORMED_JSON', `\`${name}\` is not JSON. Send ${name}=${example}, URL-encoded.`);
  }
  if (isNestedBeyond(MOST_NESTING, value)) throw requestTooDeep();
  if (isRecord(value)) return value;
  throw wrongArgument(`\`${name}\` must be a JSON object. Send ${name}=${example}, URL-encoded.`);
}

function questionOf(key: string, query: unknown): MatchQuestion {
  const at = `queries.${key.slice(0, MOST_CHARACTERS)}`;
  if (!isRecord(query)) throw wrongArgument(`\`${at}\` must be an object with \`query\`, \`properties\` or both.`);
  const unknown = Object.keys(query).find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw wrongArgument(`\`${at}\` has a part \`${unknown}\`. The parts are ${PARTS.join(', ')}.`);
  const { query: text, type, limit = CANDIDATES.usual, properties = [], type_strict: strictness = 'any' } = query;

  if (text !== undefined) checkText(`${at}.query`, text);
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1) {
    throw wrongArgument(`\`${at}.limit\` is ${JSON.stringify(limit)}; it must be a whole number, 1 or more.`);
  }
  if (!STRICTNESS.includes(strictness as string)) {
    throw wrongArgument(`\`${at}.type_strict\` must be one of ${STRICTNESS.join(', ')}.`);
  }
  const asked = propertiesIn(at, properties);
  if (text === undefined && asked.length === 0) {
    throw wrongArgument(`\`${at}\` asks for nothing: give it a \`query\`, or \`properties\`.`);
  }
  return {
    text: text ?? null,
    types: typesIn(at, type),
    strict: strictness !== 'should',
    properties: asked,
    limit: Math.min(limit, CANDIDATES.most),
  };
}

function checkText(at: string, text: unknown): asserts text is string {
  if (typeof text !== 'string' || text.trim() === '') throw wrongArgument(`\`${at}\` must be a text that is not empty.`);
  if (text.length > MOST_CHARACTERS) {
    throw wrongArgument(`\`${at}\` has ${text.length} characters; it may have ${MOST_CHARACTERS}.`);
  }
}

function typesIn(at: string, type: unknown): MatchQuestion['types'] {
  const ids = [type ?? []].flat();
  if (ids.length > MOST_ENTRIES) throw wrongArgument(`\`${at}.type\` has ${ids.length} entries; it may have ${MOST_ENTRIES}.`);
  for (const id of ids) checkType(`${at}.type`, id);
  const isLabel = (id: unknown): id is EntityLabel => (ENTITY_LABELS as readonly unknown[]).includes(id);
  return ids.length === 0 ? null : { labels: ids.filter(isLabel), kinds: (ids as string[]).filter((id) => !isLabel(id)) };
}

/** @throws RequestRefused where it is the id of no type */
export function checkType(at: string, id: unknown): asserts id is string {
  const known = [...ENTITY_LABELS, ...vocabulary.entityKinds.keys()];
  if (typeof id === 'string' && known.includes(id)) return;
  const nearest = didYouMean(nearestTo(String(id).slice(0, MOST_CHARACTERS), known));
  throw wrongArgument(
    `\`${at}\`: there is no type ${JSON.stringify(id)?.slice(0, MOST_CHARACTERS)}.${nearest} \`/reconcile/suggest/type\` lists them.`,
  );
}

function propertiesIn(at: string, properties: unknown): MatchQuestion['properties'] {
  if (!Array.isArray(properties)) throw wrongArgument(`\`${at}.properties\` must be a list of {"pid", "v"}.`);
  const asked = properties.map((entry: unknown, i) => {
    const where = `${at}.properties[${i}]`;
    if (!isRecord(entry) || !('v' in entry)) throw wrongArgument(`\`${where}\` must be {"pid": "country", "v": "Guatemala"}.`);
    return {
      property: propertyNamed(`${where}.pid`, entry['pid']),
      values: [entry['v']].flat().map((value) => valueOf(`${where}.v`, value)),
    };
  });
  const values = asked.reduce((sum, { values }) => sum + values.length, 0);
  if (values > MOST_VALUES_IN_QUERY) {
    throw wrongArgument(`\`${at}.properties\` has ${values} values; it may have ${MOST_VALUES_IN_QUERY}.`);
  }
  return asked;
}

/** @throws RequestRefused where it is the id of no property */
export function propertyNamed(at: string, id: unknown): MatchQuestion['properties'][number]['property'] {
  const property = typeof id === 'string' ? PROPERTIES.get(id) : undefined;
  if (property !== undefined) return property;
  const nearest = didYouMean(nearestTo(String(id).slice(0, MOST_CHARACTERS), [...PROPERTIES.keys()]));
  throw wrongArgument(
    `\`${at}\`: there is no property ${JSON.stringify(id)?.slice(0, MOST_CHARACTERS)}.${nearest} \`/reconcile/suggest/property\` lists them.`,
  );
}

/** A text, number or truth, or a cell that is matched already, which is its id. */
function valueOf(at: string, value: unknown): string {
  const plain = isRecord(value) ? value['id'] : value;
  if (!['string', 'number', 'boolean'].includes(typeof plain)) {
    throw wrongArgument(`\`${at}\` must be a text, a number, true or false, {"id": …}, or a list of these.`);
  }
  const text = String(plain);
  if (text.length > MOST_CHARACTERS) {
    throw wrongArgument(`\`${at}\` has ${text.length} characters; it may have ${MOST_CHARACTERS}.`);
  }
  return text;
}
