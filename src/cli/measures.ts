import { stringify } from 'csv-stringify/sync';
import { interlocks, type InterlocksQuestion } from '../measures/interlocks.js';
import { measures, type MeasuresQuestion } from '../measures/measures.js';
import { MEASURE_NAMES, type MeasureName } from '../measures/names.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';

/** All rows come at once: nobody else waits for this process. */
const ALL = Number.MAX_SAFE_INTEGER;

export interface MeasuresOptions extends GraphPlace, Omit<MeasuresQuestion, 'measure' | 'after'> {
  json: boolean;
}

/** Prints a measure of each entity as CSV or JSON; what was measured is said on standard error. */
export async function measuresCommand(
  name: string,
  { seeds, cache, archive, neo4j, json, first, ...question }: MeasuresOptions,
): Promise<void> {
  const measure = measureNamed(name);
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    const { rows, ...about } = await measures(store, { ...question, measure, first: first ?? ALL }, Infinity);
    const found = rows.nodes;
    const entities = await store.entities(found.map(({ entityId }) => entityId));
    const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
    const lines = found.map(({ entityId: id, rank, value, group, roles }) => {
      const { name, kind } = entityOf.get(id)!;
      return { rank, id, name, kind, value, ...(roles && { group, ...roles }) };
    });
    const { entities: measured, ties, relations, components, parameters, modularity, dataVersion } = about;
    console.error(
      `${measured} entities, ${ties} ties of ${relations} relations, ${components} components; data version ${dataVersion.slice(0, 12)}`,
    );
    for (const parameter of parameters) console.error(`${parameter.name}: ${parameter.value}`);
    if (modularity !== null) console.error(`modularity: ${modularity}`);
    if (about.calculatedBy !== 'Custodes') console.error(`calculated by ${about.calculatedBy}`);
    if (about.truncation !== null) console.error(about.truncation);
    process.stdout.write(json ? `${JSON.stringify({ ...about, rows: lines }, null, 2)}\n` : csv(lines));
  } finally {
    await store.close();
  }
}

function measureNamed(name: string): MeasureName {
  const known = MEASURE_NAMES.find((measure) => spoken(measure) === name.toLowerCase());
  if (known) return known;
  throw new CommandFailed(
    `UNKNOWN_MEASURE: There is no measure "${name}". There are ${MEASURE_NAMES.map(spoken).join(', ')}.`,
    EXIT.wrongUsage,
  );
}

const spoken = (measure: MeasureName): string => measure.toLowerCase().replaceAll('_', '-');

export interface InterlocksOptions extends GraphPlace, Omit<InterlocksQuestion, 'after'> {
  json: boolean;
}

/** Prints pairs of actors with what they share as CSV, a line for each thing shared, or as JSON. */
export async function interlocksCommand({
  seeds,
  cache,
  archive,
  neo4j,
  json,
  first,
  ...question
}: InterlocksOptions): Promise<void> {
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    const {
      interlocks: found,
      truncation,
      dataVersion,
    } = await interlocks(store, { ...question, first: first ?? ALL }, Infinity);
    const pairs = found.nodes.map(({ pair, witnesses }) => ({
      a: pair[0],
      b: pair[1],
      shared: witnesses.map(({ sharedId, relations }) => ({ id: sharedId, relations: relations.map(({ id }) => id) })),
    }));
    console.error(`${found.totalCount} pairs; data version ${dataVersion.slice(0, 12)}`);
    if (truncation !== null) console.error(truncation);
    const lines = pairs.flatMap(({ a, b, shared }) =>
      shared.map(({ id, relations }) => ({ a, b, share: shared.length, shared: id, relations: relations.join(' ') })),
    );
    process.stdout.write(json ? `${JSON.stringify({ dataVersion, pairs }, null, 2)}\n` : csv(lines));
  } finally {
    await store.close();
  }
}

/** Nothing at all for what there is not. */
const csv = (lines: readonly object[]): string => stringify([...lines], { header: true });
