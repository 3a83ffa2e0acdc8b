import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/domain/model.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { exported, storeOf } from '../export/exported.js';
import { imported, mappingOf } from '../import/imported.js';
import { askJudge, judgesInstalled } from './python.js';

(judgesInstalled ? describe : describe.skip)('files that other programs wrote', () => {
  let story: Graph;
  let files: Record<'networkx' | 'igraph' | 'ftm', string>;
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
    if ('problems' in loaded) throw new Error('The seed story has mistakes');
    story = loaded.graph;
    const folder = mkdtempSync(join(tmpdir(), 'custodes-imports-'));
    const graphml = join(folder, 'ours.graphml');
    writeFileSync(graphml, (await exported(await storeOf(story), 'graphml')).text);
    files = askJudge('test/judges/imports.py', { graphml, folder });
  });

  test.each(['networkx', 'igraph'] as const)('GraphML by %s: every entity and relation with its dates', async (program) => {
    const { graph } = await imported(readFileSync(files[program]), 'graphml');
    expect(graph.entities.map(({ id }) => id)).toEqual(story.entities.map(({ id }) => id));
    expect(graph.relations.map(({ id, time }) => [id, time])).toEqual(story.relations.map(({ id, time }) => [id, time]));
  });

  test('FollowTheMoney by followthemoney: what the mapping has words for; the rest is listed', async () => {
    const mapping = mappingOf(
      'language: es\nkinds: { Organization: industry-association, Vehicle: none }\nrelations: { President: HOLDS_OFFICE_IN }',
    );
    const { dossier, unmapped } = await imported(readFileSync(files.ftm), 'ftm', { mapping, known: story, check: false });
    expect(dossier.entities?.map(({ id, adds }) => [id, adds])).toEqual([
      ['digessp', true],
      ['guild-of-watchmen', undefined],
      ['ana-ejemplo', undefined],
    ]);
    expect(dossier.relations).toEqual([
      expect.objectContaining({ type: 'MEMBER_OF', from: 'guild-of-watchmen', to: 'icoca', start: '2019' }),
      expect.objectContaining({ type: 'HOLDS_OFFICE_IN', from: 'ana-ejemplo', to: 'guild-of-watchmen', start: '2020-02' }),
    ]);
    expect(unmapped.map(({ record, what }) => [record, what])).toEqual([
      ['NK-2', 'the property phone'],
      ['NK-4', 'the property registrationNumber'],
      ['NK-4', 'the entity A van'],
      ['NK-1', 'the kind public-body'],
      ['NK-7', 'the relation NK-2 → NK-9'],
    ]);
  });
});
