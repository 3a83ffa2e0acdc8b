import { describe, expect, test } from '@jest/globals';
import { timeSpan } from '../../src/domain/edtf.js';
import { vocabulary } from '../../src/domain/vocabulary.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { groupOf } from '../../src/measures/brokerage.js';
import { interlocks } from '../../src/measures/interlocks.js';
import { MEASURE_DEFAULTS, measures } from '../../src/measures/measures.js';
import { MEASURES } from '../../src/measures/names.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { askJudge, judgesInstalled } from './python.js';

interface Comparison {
  rows: { measure: string; reference: string; largest: number }[];
  compared: number;
  pairs: number;
  behind: number;
}

(judgesInstalled ? describe : describe.skip)('measures, judged by networkx', () => {
  let comparison: Comparison;

  test('agree within 1e-9 on the seed story and on random graphs, 50 for measures and 50 for interlocks', async () => {
    const { compareMeasures } = await import('../../scripts/research/compared-measures.mjs');
    const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
    if ('problems' in loaded) throw new Error('The seed story has mistakes');
    const project = { measures, interlocks, MEASURES, MEASURE_DEFAULTS, groupOf, MemoryStore, timeSpan, vocabulary };
    comparison = await compareMeasures(project, loaded.graph, askJudge);

    expect(comparison.rows.map(({ measure }) => measure)).toEqual([...Object.keys(MEASURES), 'interlocks']);
    expect(comparison.compared).toBeGreaterThan(10_000);
    expect(comparison.pairs).toBeGreaterThan(500);
    for (const { measure, largest } of comparison.rows) expect([measure, largest < 1e-9]).toEqual([measure, true]);
  });

  test("communities are not worse than networkx's own by more than 0.05 of modularity", () => {
    expect(comparison.behind).toBeLessThan(0.05);
  });
});
