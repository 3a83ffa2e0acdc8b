import type { WrittenAttribute, WrittenDates, WrittenIdentifier, WrittenName } from '../../dossier/format.js';
import type { ColumnOrValue, DateColumns, EntityColumns, RelationColumns, RowsMapping } from '../mapping.js';
import { vocabulary } from '../../domain/vocabulary.js';
import type { ImportedFile, Place } from '../records.js';
import { datesFor } from './dates.js';

/** A row of a table, or a node or an edge with its data. */
export interface Row {
  place: Place;
  /** `row 12` */
  locator: string;
  fields: Record<string, string>;
  /** What of the mapping it is read by; by both unless told. */
  as?: 'entity' | 'relation';
}

/** @param language of names for which the mapping says none */
export function readRows(
  rows: readonly Row[],
  { entities, relations, ignore = [] }: RowsMapping,
  language: string,
): ImportedFile {
  const file: ImportedFile = { things: [], links: [], sources: [], unmapped: [] };
  const columnsOf = { entity: columnsTaken(entities), relation: columnsTaken(relations) };
  for (const row of rows) {
    const taken = new Set<string>(ignore);
    const base = { place: row.place, locator: row.locator, text: textOf(row), claims: [] };
    const miss = (what: string, why: string): void => void file.unmapped.push({ ...row.place, what, why });
    if (entities !== undefined && row.as !== 'relation') {
      for (const column of columnsOf.entity) taken.add(column);
      const names = namesIn(row, entities, language);
      const key = cell(row, entities.key ?? entities.names[0]!.column);
      if (names.length === 0 || key === undefined) miss('the entity', 'it has no name, or no key');
      else {
        const kind = wordOf(row, entities.kind) ?? null;
        const label = vocabulary.entityKinds.get(kind ?? '')?.label;
        const happens = label === 'Event' || label === 'Instrument';
        file.things.push({
          ...base,
          key,
          kind,
          names,
          ...particulars(row, entities),
          dates: datesIn(row, entities, happens ? 'entity' : null),
        });
      }
    }
    if (relations !== undefined && row.as !== 'entity') {
      for (const column of columnsOf.relation) taken.add(column);
      const [from, to] = [cell(row, relations.from), cell(row, relations.to)];
      const type = wordOf(row, relations.type) ?? null;
      if (from === undefined || to === undefined) miss('the relation', 'it lacks an end');
      else {
        const qualifiers = Object.entries(relations.qualifiers ?? {}).flatMap(([name, column]) => {
          const value = cell(row, column);
          return value === undefined ? [] : [[name, value] as const];
        });
        file.links.push({
          ...base,
          type,
          from,
          to,
          qualifiers: Object.fromEntries(qualifiers),
          dates: datesIn(row, relations, type),
        });
      }
    }
    for (const [column, value] of Object.entries(row.fields)) {
      if (value.trim() !== '' && !taken.has(column)) miss(`the column ${column}`, 'the mapping does not name it');
    }
  }
  return file;
}

/** What a claim's digest is made of: every cell that has something, with its column. */
const textOf = ({ fields }: Row): string =>
  Object.entries(fields)
    .filter(([, value]) => value.trim() !== '')
    .map(([column, value]) => `${column}: ${value}`)
    .join('; ');

const cell = ({ fields }: Row, column: string | undefined): string | undefined => {
  const value = column === undefined || !Object.hasOwn(fields, column) ? undefined : fields[column]!.trim();
  return value === '' ? undefined : value;
};

const wordOf = (row: Row, from: ColumnOrValue | undefined): string | undefined =>
  from === undefined ? undefined : 'value' in from ? from.value : cell(row, from.column);

function namesIn(row: Row, { names }: EntityColumns, usual: string): WrittenName[] {
  const found = names.flatMap(({ column, language = usual, use, separator }) =>
    (cell(row, column)?.split(separator ?? '\0') ?? []).map((text): WrittenName => {
      const name = { text: text.trim(), ...(use && { use }) };
      return use === 'acronym' ? name : { ...name, language };
    }),
  );
  return [...new Map(found.filter(({ text }) => text !== '').map((name) => [name.text, name])).values()];
}

function particulars(
  row: Row,
  { identifiers = [], attributes = [] }: EntityColumns,
): { identifiers: WrittenIdentifier[]; attributes: WrittenAttribute[] } {
  return {
    identifiers: identifiers.flatMap(({ column, scheme }) => {
      const value = cell(row, column);
      return value === undefined ? [] : [{ scheme, value }];
    }),
    attributes: attributes.flatMap(({ column, name, date }) => {
      const [value, held] = [cell(row, column), cell(row, date)];
      return value === undefined ? [] : [{ name, value, ...(held !== undefined && { date: held }) }];
    }),
  };
}

/** @param type of the relation; `entity` for one that happens; null for one that lasts */
function datesIn(row: Row, columns: DateColumns, type: string | null): WrittenDates {
  const [start, end, on, at] = [columns.start, columns.end, columns.on, columns.at].map((column) => cell(row, column));
  const attested = at === undefined ? {} : { at };
  if (on !== undefined) return { on, ...attested };
  if (type === 'entity')
    return start === undefined ? attested : { on: end === undefined || end === start ? start : `${start}/${end}`, ...attested };
  return { ...datesFor(type, { ...(start && { start }), ...(end && { end }) }), ...attested };
}

function columnsTaken(mapping: EntityColumns | RelationColumns | undefined): string[] {
  if (mapping === undefined) return [];
  const columns: string[] = [];
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!['language', 'use', 'separator', 'scheme', 'name', 'value'].includes(key)) columns.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, one] of Object.entries(value)) look(one, Array.isArray(value) ? key : inner);
    }
  };
  look({ ...mapping, qualifiers: Object.values('qualifiers' in mapping ? (mapping.qualifiers ?? {}) : {}) }, '');
  return columns;
}
