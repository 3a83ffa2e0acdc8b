import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { graphOfFiles } from '../../src/dossier/index.js';
import { graphOf } from './dossiers.js';

const SEED = 'seeds/icoca/2021-06-25-digessp.yaml';
const loaded = graphOfFiles([{ file: SEED, bytes: readFileSync(SEED) }]);
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 1));
const { graph } = loaded;
const world = new Set(
  graphOf()
    .entities.filter(({ label }) => label === 'Place')
    .map(({ id }) => id),
);
const isWorlds = (claim: { source: string }): boolean => claim.source.startsWith('unicode-cldr');

describe('the seed story', () => {
  test('loads as it was written: entities, relations, claims, sources', () => {
    const written = graph.entities.filter(({ id }) => !world.has(id));
    const claimsOfWorld = new Set(graph.claims.filter(isWorlds).map(({ id }) => id));
    expect({
      entities: written.length,
      relations: graph.relations.filter(({ claimIds }) => !claimIds.some((id) => claimsOfWorld.has(id))).length,
      claims: graph.claims.filter((claim) => !isWorlds(claim)).length,
      sources: graph.sources.filter(({ id }) => !isWorlds({ source: id })).length,
    }).toEqual({ entities: 17, relations: 36, claims: 78, sources: 2 });
  });

  test('DIGESSP regulates private security in Guatemala, and so is within Central America', () => {
    expect(graph.relations.find(({ id }) => id === 'digessp.regulates.gt.private-security')).toMatchObject({
      qualifiers: { sector: 'private security' },
      evidence: { supporting: 1, disputing: 0 },
      time: { attested: ['2021-06-25'], latestStart: '2021-06-25', earliestEnd: '2021-06-25' },
    });
    expect(graph.entities.find(({ id }) => id === 'digessp')?.within).toContain('013');
  });

  test('the French page is a translation: two claims of who conducted the session, one independent source', () => {
    const conducted = graph.relations.find(({ id }) => id === 'icoca-secretariat.conducted.icoca-digessp-session-2021')!;
    expect(conducted.claimIds).toHaveLength(2);
    expect(conducted.evidence.supporting).toBe(1);
  });

  test('the session was held, the follow-up is only proposed', () => {
    const status = (id: string) => graph.entities.find((entity) => entity.id === id)?.status;
    expect([status('icoca-digessp-session-2021'), status('icoca-digessp-follow-up'), status('icoca')]).toEqual([
      'HELD',
      'PROPOSED',
      null,
    ]);
  });
});
