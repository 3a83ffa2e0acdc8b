import { SaxesParser } from 'saxes';
import type { WrittenAttribute, WrittenIdentifier, WrittenName } from '../../dossier/format.js';
import { OwnClaims } from './own-claims.js';
import type { Mapping, RowsMapping } from '../mapping.js';
import {
  checkValue,
  ImportError,
  MOST_CLAIMS_CHARACTERS,
  MOST_VALUE_CHARACTERS,
  type ImportedFile,
  type Place,
  type Thing,
} from '../records.js';
import { datesFor } from './dates.js';
import { readRows, type Row } from './rows.js';

/** What GraphML mostly calls things, unless the mapping says otherwise. */
const USUAL: Required<Pick<RowsMapping, 'entities' | 'relations'>> = {
  entities: { key: '@id', names: [{ column: 'label' }, { column: 'name' }, { column: 'title' }], kind: { column: 'kind' } },
  relations: { from: '@source', to: '@target', type: { column: 'type' } },
};

/** Nodes and edges with their data. Our own export is known by its columns. @throws ImportError */
export function readGraphml(text: string, { rows = {}, language = 'und' }: Mapping): ImportedFile {
  const table = rowsIn(text);
  if (table.some(isOwnNode) && rows.entities === undefined) return readOwn(table, language);
  return readRows(table, { ...USUAL, ...rows, ignore: ['@id', '@source', '@target', ...(rows.ignore ?? [])] }, language);
}

function rowsIn(text: string): Row[] {
  const parser = new SaxesParser({ xmlns: true });
  const names = new Map<string, string>();
  const defaults = { node: {} as Record<string, string>, edge: {} as Record<string, string> };
  const rows: Row[] = [];
  let row: Row | null = null;
  let key: { id: string; for: string } | null = null;
  let value: string | null = null;
  let inDefault = false;
  const fail = (what: string): never => {
    throw new ImportError('MALFORMED_FILE', `Line ${parser.line}, column ${parser.column + 1}: ${what}`);
  };
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '')));
  // A document type may define entities that grow without end, and GraphML needs none.
  parser.on('doctype', () => fail('it has a document type declaration, which is not read. Remove the line <!DOCTYPE …>.'));
  parser.on('opentag', ({ local, attributes }) => {
    const of = (name: string): string =>
      Object.values(attributes).find((one) => one.local === name && one.prefix === '')?.value ?? '';
    if (local === 'key') {
      key = { id: of('id'), for: of('for') };
      names.set(key.id, Object.values(attributes).find((one) => one.name === 'attr.name')?.value ?? key.id);
    } else if (local === 'default') {
      inDefault = true;
      value = '';
    } else if (local === 'node') {
      row = {
        place: { line: parser.line, record: of('id') },
        locator: `line ${parser.line}, node ${of('id')}`,
        as: 'entity',
        fields: { ...defaults.node, '@id': of('id') },
      };
    } else if (local === 'edge') {
      const record = of('id') || `${of('source')} → ${of('target')}`;
      const fields = { ...defaults.edge, '@id': of('id'), '@source': of('source'), '@target': of('target') };
      row = { place: { line: parser.line, record }, locator: `line ${parser.line}, edge ${record}`, as: 'relation', fields };
    } else if (local === 'data') {
      key = { id: of('key'), for: '' };
      value = '';
    } else if (local === 'hyperedge' || (local === 'graph' && row !== null)) {
      fail(`<${local}> within a graph is not read: entities and relations between two of them are.`);
    }
  });
  const text_ = (more: string): void => {
    if (value === null) return;
    const name = names.get(key?.id ?? '') ?? '';
    const most = name === 'claims' ? MOST_CLAIMS_CHARACTERS : MOST_VALUE_CHARACTERS;
    value = checkValue(value + more, parser.line, `the data "${name}"`, most);
  };
  parser.on('text', text_);
  parser.on('cdata', text_);
  parser.on('closetag', ({ local }) => {
    if (local === 'data' && row !== null && key !== null) row.fields[names.get(key.id) ?? key.id] = value ?? '';
    if (local === 'default' && inDefault && key !== null) {
      const name = names.get(key.id)!;
      if (key.for !== 'edge') defaults.node[name] = value ?? '';
      if (key.for !== 'node') defaults.edge[name] = value ?? '';
    }
    if (local === 'data' || local === 'default') value = null;
    if (local === 'default') inDefault = false;
    if ((local === 'node' || local === 'edge') && row !== null) {
      rows.push(row);
      row = null;
    }
  });
  parser.write(text).close();
  return rows;
}

const isOwnNode = ({ fields }: Row): boolean =>
  fields['kind'] !== undefined && (fields['names']?.startsWith('[{"text":') ?? false);

/** What is read in its own way, or is calculated from the rest. */
const CALCULATED = new Set(
  [
    '@id',
    '@source',
    '@target',
    'id',
    'label',
    'type',
    'relation',
    'kind',
    'names',
    'identifiers',
    'attributes',
    'status',
    'qualifiers',
    'start',
    'end',
    'attested',
  ].concat(
    [
      'start_status',
      'end_status',
      'earliest_start',
      'latest_start',
      'earliest_end',
      'latest_end',
      'persists',
      'within',
      'degree',
    ],
    ['claim_count', 'claims', 'supporting', 'disputing', 'strength'],
  ),
);

/** Our own export, also where another program has read and written it, and given nodes ids of its own. */
function readOwn(table: readonly Row[], language: string): ImportedFile {
  const file = readRows(table, { ...USUAL, ignore: [...CALCULATED] }, language);
  const rowOf = new Map(table.map((row) => [row.locator, row.fields]));
  const ids = new Map(
    table.filter(({ as }) => as === 'entity').map(({ fields }) => [fields['@id']!, fields['id'] ?? fields['@id']!]),
  );
  const own = new OwnClaims();
  const { things, links } = {
    things: file.things.map((thing): Thing => {
      const fields = rowOf.get(thing.locator)!;
      const names = list<WrittenName & { period: string | null }>(fields['names'], thing.place).map(
        ({ text, use, language: its, script, period }): WrittenName => ({
          ...{ text, ...(use && { use }), ...(its && { language: its }), ...(script && { script }) },
          ...(period !== null && period !== undefined && { period }),
        }),
      );
      const status = fields['status']?.toLowerCase();
      return {
        ...thing,
        key: ids.get(thing.key) ?? thing.key,
        names,
        identifiers: list<WrittenIdentifier>(fields['identifiers'], thing.place).map(({ scheme, value }) => ({ scheme, value })),
        attributes: list<WrittenAttribute & { date: string | null }>(fields['attributes'], thing.place).map(
          ({ name, value, date }) => ({
            ...{ name, value: String(value) },
            ...(date !== null && { date }),
          }),
        ),
        ...((status === 'proposed' || status === 'cancelled') && { status }),
        dates: ownDates(fields, fields['persists'] === 'true' || fields['persists'] === 'True'),
        claims: own.of(list(fields['claims'], thing.place), thing.place),
      };
    }),
    links: file.links.map((link) => {
      const fields = rowOf.get(link.locator)!;
      return {
        ...link,
        ...{ from: ids.get(link.from) ?? link.from, to: ids.get(link.to) ?? link.to },
        qualifiers: fields['qualifiers'] ? (JSON.parse(fields['qualifiers']) as Record<string, string>) : {},
        dates: ownDates(fields, null, link.type),
        claims: own.of(list(fields['claims'], link.place), link.place),
      };
    }),
  };
  return { things, links, ...own.sourcesIn([...file.unmapped]) };
}

/** What stands as JSON in a column. @throws ImportError MALFORMED_FILE */
function list<T>(text: string | undefined, { line, record }: Place): T[] {
  if (text === undefined || text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value as T[];
  } catch {
    // Said below.
  }
  throw new ImportError('MALFORMED_FILE', `Line ${line}: a column of ${record} is no list as JSON, as our own export writes it.`);
}

function ownDates(fields: Record<string, string>, happens: boolean | null, type: string | null = null): Thing['dates'] {
  const { start, end, end_status: status, attested } = fields;
  const ended = status === 'ONGOING' ? '..' : end;
  const at = attested ? attested.split(' ') : [];
  if (happens === true && start) return { on: start };
  return datesFor(type, { ...(start && { start }), ...(ended && { end: ended }), at }, true);
}
