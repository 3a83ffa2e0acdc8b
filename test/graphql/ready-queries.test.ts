import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadDossiers } from '../../src/dossier/index.js';
import { serveGraph } from './served-graph.js';

const FOLDER = 'web/playground/ready-queries';
const queries = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));

/** The project's own dossiers, which the playground's ready queries ask about. */
const graph = serveGraph(async () => {
  const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
  if ('problems' in loaded) throw new Error(`seeds/ has ${loaded.problems.length} mistakes`);
  return loaded.graph;
});

describe('the ready queries of the playground', () => {
  test('there are some', () => {
    expect(queries.length).toBeGreaterThanOrEqual(5);
  });

  test.each(queries)('%s is answered, and not with nothing', async (file) => {
    const { status, data, errors } = await graph.ask(readFileSync(`${FOLDER}/${file}`, 'utf8'));
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(Object.values(data).every((answer) => JSON.stringify(answer).length > 200)).toBe(true);
  });
});

describe('the seed story', () => {
  test('DIGESSP oversees private security in Guatemala; ICoCA, DCAF, IEPADES and both embassies influence it', async () => {
    const { data, errors } = await graph.ask(
      '{ influence(region: "GT", first: 50) { oversightBodies { actor { id } } influencers { nodes { actor { id } paths { hops { relation { claims { statement } } } } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.influence.oversightBodies).toEqual([{ actor: { id: 'digessp' } }]);
    const influencers = data.influence.influencers.nodes.map((node: { actor: { id: string } }) => node.actor.id);
    expect(influencers).toEqual(
      expect.arrayContaining(['icoca', 'dcaf', 'iepades', 'uk-embassy-guatemala', 'swiss-embassy-guatemala']),
    );
    for (const { paths } of data.influence.influencers.nodes) {
      for (const { hops } of paths) for (const { relation } of hops) expect(relation.claims.length).toBeGreaterThan(0);
    }
  });
});
