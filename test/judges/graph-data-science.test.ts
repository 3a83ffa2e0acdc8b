import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { NEO4J_FOLDER, startNeo4j } from '../../scripts/neo4j/server.mjs';
import { timeSpan } from '../../src/domain/edtf.js';
import { vocabulary } from '../../src/domain/vocabulary.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { groupOf } from '../../src/measures/brokerage.js';
import { interlocks } from '../../src/measures/interlocks.js';
import { MEASURE_DEFAULTS, measures, type MeasuresQuestion } from '../../src/measures/measures.js';
import { MEASURES } from '../../src/measures/names.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import type { GraphStore, MeasuredTies, TiesToMeasure } from '../../src/store/port.js';
import { describeWithNeo4j } from '../store/neo4j/neo4j-of-tests.js';
import { askJudge, judgesInstalled } from './python.js';

jest.setTimeout(180_000);

/** Measures that the plugin calculates. */
const THERE = ['BETWEENNESS', 'CLOSENESS', 'CORE', 'PAGERANK', 'PERSONALISED_PAGERANK'];

const describeWhereJudged = judgesInstalled ? describeWithNeo4j : describe.skip;

describeWhereJudged('measures on a Neo4j with Graph Data Science', () => {
  const home = join(NEO4J_FOLDER, `test-judged-measures-${process.pid}`);
  let server: Awaited<ReturnType<typeof startNeo4j>>;
  let store: Neo4jStore;

  beforeAll(async () => {
    server = await startNeo4j({ home, password: 'custodes-test', graphDataScience: true });
    store = await Neo4jStore.open(server);
  });
  afterAll(async () => {
    await store?.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  test('agree with networkx within 1e-9, on the seed story and on 10 random graphs', async () => {
    const { compareMeasures } = await import('../../scripts/research/compared-measures.mjs');
    const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
    if ('problems' in loaded) throw new Error('The seed story has mistakes');
    let calculatedThere = 0;
    /** The graph in memory, its ties measured by the plugin. */
    class MeasuredThere extends MemoryStore {
      override measureTies(question?: TiesToMeasure): Promise<MeasuredTies | null> {
        return store.measureTies(question!);
      }
    }
    const measuredThere = async (graph: GraphStore, question: MeasuresQuestion): ReturnType<typeof measures> => {
      const answer = await measures(graph, question, Infinity, -1);
      const expected = THERE.includes(question.measure) ? 'Graph Data Science 2.13.9' : 'Custodes';
      expect([question.measure, answer.calculatedBy]).toEqual([question.measure, expected]);
      if (answer.calculatedBy !== 'Custodes') calculatedThere++;
      return answer;
    };
    const project = {
      ...{ measures: measuredThere, MemoryStore: MeasuredThere },
      ...{ interlocks, MEASURES, MEASURE_DEFAULTS, groupOf, timeSpan, vocabulary },
    };
    const { rows } = await compareMeasures(project, loaded.graph, askJudge, 10);

    // 11 graphs; all but k-cores with directions and without.
    expect(calculatedThere).toBe(11 * (2 * THERE.length - 1));
    const differences = rows.filter(({ measure }) => THERE.includes(measure));
    expect(differences).toHaveLength(THERE.length);
    for (const { measure, largest } of differences) expect([measure, largest < 1e-9]).toEqual([measure, true]);
  });
});
