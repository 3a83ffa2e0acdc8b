import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity, Graph, Relation } from '../../src/domain/model.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { boundsOf, plainDate, plainDay } from '../../src/export/formats/dates.js';
import type { MemoryStore } from '../../src/store/memory/memory-store.js';
import { exported, storeOf } from '../export/exported.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askJudge, judgesInstalled } from './python.js';
import { rInstalled } from './r.js';

/** What a program that is not ours found in a file; see formats.py and formats.R. */
interface Reading {
  format: string;
  program: string;
  nodes: Record<string, string[]>;
  edges: Record<string, [string, string]>;
  dates: Record<string, Record<string, string>>;
  claims: Record<string, string>;
}

const FORMATS = ['graphml', 'gexf', 'gephi-nodes', 'gephi-edges', 'node-link', 'cytoscape', 'ftm', 'json-ld', 'bods'];

async function readingsOf(store: MemoryStore): Promise<Reading[]> {
  const folder = mkdtempSync(join(tmpdir(), 'custodes-formats-'));
  const files: Record<string, string> = {};
  for (const format of FORMATS) {
    files[format] = join(folder, format);
    writeFileSync(files[format], (await exported(store, format)).text);
  }
  return ['formats.py', ...(rInstalled ? ['formats.R'] : [])].flatMap((judge) =>
    askJudge<Reading[]>(`test/judges/${judge}`, { files }),
  );
}

/** The dates of a relation that a format can hold: those that follow from the model, or only plain ones. */
function datesIn(format: string, { time }: Relation): Record<string, string> {
  const plain = { ftm: plainDate, bods: plainDay }[format];
  const { earliestStart, latestStart, earliestEnd, latestEnd } = boundsOf(time);
  const dates: Record<string, string | null> = plain
    ? { start: plain(time.start), end: plain(time.end) }
    : {
        ...{ start: time.start, end: time.end, earliest_start: earliestStart, latest_start: latestStart },
        ...{ earliest_end: earliestEnd, latest_end: latestEnd },
      };
  // In GEXF `start` and `end` are the interval in which it possibly held.
  if (format === 'gexf') {
    Object.assign(dates, { start: earliestStart, end: latestEnd, start_stated: time.start, end_stated: time.end });
  }
  return Object.fromEntries(Object.entries(dates).filter((date): date is [string, string] => date[1] !== null));
}

const namesOf = ({ name, names }: Entity): string[] => [...new Set([name, ...names.map(({ text }) => text)])].sort();

/** Whether BODS has a place for it: actors that have a say in another. */
const hasSay = ({ entities }: Graph, { type, source, target }: Relation): boolean =>
  ['MEMBER_OF', 'PART_OF', 'OVERSEES'].includes(type) &&
  [source, target].every((id) => entities.find((entity) => entity.id === id)?.label === 'Actor');

const graphs: [string, () => Promise<Graph>][] = [
  ['the small graph of the tests: five scripts, every kind of date, parallel relations, a self-loop', async () => smallGraph],
  [
    'the seed story',
    async () => {
      const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
      if ('problems' in loaded) throw new Error('The seed story has mistakes');
      return loaded.graph;
    },
  ],
];

(judgesInstalled ? describe : describe.skip).each(graphs)('%s, opened by programs that are not ours', (_, load) => {
  let graph: Graph;
  let store: MemoryStore;
  let readings: Reading[];
  beforeAll(async () => {
    graph = await load();
    store = await storeOf(graph);
    readings = await readingsOf(store);
  });
  afterAll(() => store.close());

  test('is opened by each of them', () => {
    expect(readings.map(({ format, program }) => `${format}: ${program.split(' ')[0]}`)).toEqual([
      'graphml: networkx',
      'graphml: igraph',
      'gexf: networkx',
      'node-link: networkx',
      'cytoscape: networkx',
      'ftm: followthemoney',
      'json-ld: rdflib',
      'bods: libcovebods',
      'gephi-nodes, gephi-edges: csv',
      ...(rInstalled ? ['graphml: igraph'] : []),
    ]);
  });

  test('comes back with every name in every script', () => {
    for (const { format, nodes } of readings) {
      const entities = graph.entities.filter(({ label }) => format !== 'bods' || label === 'Actor');
      const found = Object.entries(nodes).map(([id, names]) => [id, [...new Set(names)].sort()]);
      expect([format, Object.fromEntries(found)]).toEqual([format, Object.fromEntries(entities.map((e) => [e.id, namesOf(e)]))]);
    }
  });

  test('comes back with every relation between the same two ends', () => {
    for (const { format, edges } of readings) {
      const relations = graph.relations.filter((relation) => format !== 'bods' || hasSay(graph, relation));
      const ends = (relation: Relation): [string, string] =>
        // What is part of another is what the other has a say in.
        format === 'bods' && relation.type === 'PART_OF'
          ? [relation.target, relation.source]
          : [relation.source, relation.target];
      expect([format, edges]).toEqual([format, Object.fromEntries(relations.map((relation) => [relation.id, ends(relation)]))]);
    }
  });

  test('comes back with its dates, as written and as bounds, none of them rounded', () => {
    for (const { format, dates } of readings) {
      const relations = graph.relations.filter(({ id }) => id in dates);
      expect(relations.length).toBeGreaterThan(1);
      const expected = Object.fromEntries(relations.map((relation) => [relation.id, datesIn(format, relation)]));
      expect([format, dates]).toEqual([format, expected]);
    }
  });

  test('comes back with every claim', () => {
    const claims = Object.fromEntries(graph.claims.map(({ id, statement }) => [id, statement]));
    for (const { format, claims: found } of readings) {
      // BODS has one source a statement and no claims.
      expect([format, found]).toEqual([format, format === 'bods' ? {} : claims]);
    }
  });
});
