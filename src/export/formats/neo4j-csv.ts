import { readFileSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import { vocabulary } from '../../domain/vocabulary.js';
import { claimRow, entityRow, relationRow, sourceRow, type Properties } from '../../store/neo4j/properties.js';
import type { Entity } from '../../domain/model.js';
import { csvLine, csvRows } from './csv.js';
import type { Format } from './format.js';
import { datasetOf } from './neo4j-dataset.js';
import { schemaStatements } from './neo4j-schema.js';
import { projectFile } from '../../project-files.js';

/**
 * The pair for `neo4j-admin database import full`, which fills a new database without a running server: every node, and every
 * relationship, of the graph that `custodes load` makes. One column has one type there, so a claim's `attested` comes as a list
 * of one, an attribute's number as `number`, and empty lists not at all; `neo4j-after-import` puts that right.
 */
export const neo4jNodes: Format = {
  name: 'neo4j-nodes',
  title: 'The nodes as CSV for `neo4j-admin database import`; goes with neo4j-relationships',
  mediaType: 'text/csv; charset=utf-8',
  ending: 'nodes.csv',
  async *write(records) {
    yield csvLine([':ID', ':LABEL', ...NODE_COLUMNS]);
    const rows = (nodes: Node[]): string => csvRows(nodes.map(nodeCells), [':ID', ':LABEL', ...NODE_COLUMNS]);
    for await (const sources of records.sources()) {
      yield rows(sources.map((source) => ({ id: `source/${source.id}`, label: 'Source', properties: sourceRow(source) })));
    }
    for await (const entities of records.entities()) {
      yield rows(
        entities.flatMap((entity) => {
          const { label, properties } = entityRow(entity);
          const node = { id: `entity/${entity.id}`, label: `Entity;${label}`, properties };
          return [node, ...partsOf(entity).map(({ id, label, properties }) => ({ id, label, properties }))];
        }),
      );
    }
    for await (const claims of records.claims()) {
      yield rows(claims.map((claim) => ({ id: `claim/${claim.id}`, label: 'Claim', properties: claimRow(claim) })));
    }
    const properties = { name: 'custodes', loads: 0, settled: 0, ...(await datasetOf(records)) };
    yield rows([{ id: 'dataset', label: 'Dataset', properties }]);
  },
};

export const neo4jRelationships: Format = {
  name: 'neo4j-relationships',
  title: 'The relationships as CSV for `neo4j-admin database import`; goes with neo4j-nodes',
  mediaType: 'text/csv; charset=utf-8',
  ending: 'relationships.csv',
  async *write(records) {
    const properties = relationshipColumns();
    const columns = [':START_ID', ':END_ID', ':TYPE', ...properties];
    yield csvLine(columns);
    for await (const entities of records.entities()) {
      const parts = entities.flatMap((entity) =>
        partsOf(entity).map(({ id, type, position }) => ({
          ':START_ID': `entity/${entity.id}`,
          ':END_ID': id,
          ':TYPE': type,
          ...cells({ position }, properties),
        })),
      );
      yield csvRows(parts, columns);
    }
    for await (const relations of records.relations()) {
      const rows = relations.map(relationRow).map(({ type, source, target, properties: given }) => ({
        ':START_ID': `entity/${source}`,
        ':END_ID': `entity/${target}`,
        ':TYPE': type,
        ...cells(given, properties),
      }));
      yield csvRows(rows, columns);
    }
    for await (const claims of records.claims()) {
      const rows = claims.map(({ id, source }) => ({
        ':START_ID': `claim/${id}`,
        ':END_ID': `source/${source}`,
        ':TYPE': 'FROM_SOURCE',
      }));
      yield csvRows(rows, columns);
    }
  },
};

/** Nothing of it depends on the records: it is here so that whoever has the pair can have it from the same place. */
export const neo4jAfterImport: Format = {
  name: 'neo4j-after-import',
  title: 'What to run once after `neo4j-admin database import` of the pair: lists, numbers, constraints, indexes',
  mediaType: 'application/x-cypher-query; charset=utf-8',
  ending: 'after-import.cypher',
  async *write() {
    yield readFileSync(projectFile('cypher/import/complete.cypher'), 'utf8');
    yield* schemaStatements();
  },
};

const TIME = [
  ...[
    'start',
    'startStatus',
    'end',
    'endStatus',
    'attested:string[]',
    'earliestStart',
    'latestStart',
    'earliestEnd',
    'latestEnd',
  ],
  'persists:boolean',
];
const NODE_COLUMNS = [
  // entities and their names, identifiers and attributes
  ...['id', 'kind', 'name', 'status', ...TIME, 'within:string[]', 'degree:long', 'sortKey', 'claimIds:string[]'],
  ...['foldedNames:string[]', 'text', 'language', 'script', 'use', 'period', 'scheme', 'value', 'number:double', 'unit', 'date'],
  // claims
  ...['subject', 'subjectType', 'aspect', 'statement', 'source', 'locator', 'digest', 'stance', 'certainty', 'retrieved'],
  ...['recordedBy', 'recorded'],
  // sources and the data set
  ...[
    'title',
    'publisher',
    'publisherId',
    'published',
    'url',
    'derivedFrom',
    'derivation',
    'version',
    'loads:long',
    'settled:long',
    'entities:long',
    'relations:long',
    'claims:long',
    'sources:long',
  ],
];

function relationshipColumns(): string[] {
  const qualifiers = [...new Set([...vocabulary.relationTypes.values()].flatMap((type) => type.qualifiers))].sort();
  const evidence = ['supporting:long', 'disputing:long', 'strength:double'];
  return ['id', ...qualifiers, ...TIME, ...evidence, 'sortKey', 'claimIds:string[]', 'position:long'];
}

interface Node {
  id: string;
  label: string;
  properties: Properties;
}

const nodeCells = ({ id, label, properties }: Node): Properties => {
  const { value } = properties;
  const attested = typeof properties['attested'] === 'string' ? [properties['attested']] : properties['attested'];
  const number = typeof value === 'number' || neo4j.isInt(value) ? value : null;
  return { ':ID': id, ':LABEL': label, ...cells({ ...properties, attested, number }, NODE_COLUMNS) };
};

interface Part extends Node {
  type: string;
  position: unknown;
}

/** The names, identifiers and attributes of an entity, which are nodes of their own. */
function partsOf(entity: Entity): Part[] {
  const { names, identifiers, attributes } = entityRow(entity);
  const parts = (items: Properties[], label: string, type: string): Part[] =>
    items.map(({ position, properties }, n) => ({
      id: `${label.toLowerCase()}/${entity.id}/${n}`,
      label,
      type,
      position,
      properties: properties as Properties,
    }));
  return [
    ...parts(names, 'Name', 'NAMED'),
    ...parts(identifiers, 'Identifier', 'IDENTIFIED_BY'),
    ...parts(attributes, 'Attribute', 'HAS_ATTRIBUTE'),
  ];
}

/** The properties under the column that each has, lists joined by `;`. */
function cells(properties: Properties, columns: readonly string[]): Properties {
  return Object.fromEntries(columns.map((column) => [column, cell(properties[column.split(':')[0] ?? ''])]));
}

function cell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(';');
  if (neo4j.isInt(value)) return value.toNumber();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`No column of the import can hold ${JSON.stringify(value)}.`);
}
