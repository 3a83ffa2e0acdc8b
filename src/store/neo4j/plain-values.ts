import neo4j from 'neo4j-driver';
import type { PlainMap, PlainValue } from '../own-statement.js';

/**
 * What the driver gives (integers as bigint), as JSON can hold it. Nodes and relationships come with their labels or type and their
 * properties, a path as its nodes and relationships in turn; times, durations and points as text; integers that JSON
 * cannot hold, and what is no number, as text; bytes as hexadecimal digits.
 */
export function plainValue(value: unknown): PlainValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return isSafe(value) ? Number(value) : String(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Int8Array) return Buffer.from(value).toString('hex');
  if (neo4j.isNode(value)) return { labels: [...value.labels].sort(), properties: plainMap(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: plainMap(value.properties) };
  if (neo4j.isPath(value)) {
    const steps = value.segments.flatMap(({ relationship, end }) => [relationship, end]);
    return [value.start, ...steps].map(plainValue);
  }
  // The driver ends a duration without hours in a T, which ISO 8601 does not allow.
  if (neo4j.isDuration(value)) return String(value).replace(/T$/, '');
  if (isMap(value)) return plainMap(value);
  // The driver's own kinds of time and point can write themselves.
  return (value as { toString: () => string }).toString();
}

/** A value of JSON as the driver sends it: whole numbers as integers, for Cypher tells `2` from `2.0`. */
export function sentValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(sentValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, sentValue(of)]));
  }
  return value;
}

/** By name, so that equal records are equal texts. */
function plainMap(map: object): PlainMap {
  const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, plainValue(value)]));
}

/** A map of Cypher, unlike the driver's own kinds of time, duration and point. */
const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isSafe = (value: bigint): boolean => value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
