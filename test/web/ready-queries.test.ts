import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../src/http/server.js';
import { serveSeeds } from './seed-server.js';

const FOLDER = fileURLToPath(new URL('../../web/playground/ready-queries/', import.meta.url));
/** Those that the seed story alone can answer; test/graphql/ready-queries.test.ts asks the others. */
const FILES = readdirSync(FOLDER)
  .filter((file) => Number.parseInt(file) <= 5)
  .sort();

interface Answer {
  data: Record<string, never>;
  errors?: unknown;
}

describe('The ready queries of the playground, asked of the API', () => {
  let server: RunningServer;
  beforeAll(async () => void (server = await serveSeeds()));
  afterAll(() => server.close());

  async function answerTo(file: string): Promise<Answer> {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: readFileSync(FOLDER + file, 'utf8') }),
    });
    return (await response.json()) as Answer;
  }

  test.each(FILES)('%s is answered without errors, and begins with its question', async (file) => {
    expect(readFileSync(FOLDER + file, 'utf8')).toMatch(/^# .+\?\n#\n# /);
    const { data, errors } = await answerTo(file);
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
  });

  test('who influences oversight in Guatemala: DIGESSP is the oversight body, and the parts of each score add up', async () => {
    const { data } = await answerTo('1-influence-in-guatemala.graphql');
    const { oversightBodies, influencers } = data['influence'] as unknown as {
      oversightBodies: { actor: { id: string } }[];
      influencers: {
        nodes: { actor: { id: string }; score: number; remainder: number; paths: { contribution: number }[] }[];
      };
    };
    expect(oversightBodies.map(({ actor }) => actor.id)).toEqual(['digessp']);
    expect(influencers.nodes.map(({ actor }) => actor.id)).toEqual(
      expect.arrayContaining(['icoca', 'dcaf', 'iepades', 'uk-embassy-guatemala', 'swiss-embassy-guatemala']),
    );
    for (const { score, remainder, paths } of influencers.nodes) {
      expect(paths.reduce((sum, { contribution }) => sum + contribution, remainder)).toBeCloseTo(score, 9);
    }
  });

  test('what connects the Swiss embassy to DIGESSP: the session that it facilitated', async () => {
    const { data } = await answerTo('2-embassy-to-digessp.graphql');
    const { paths } = data['paths'] as unknown as { paths: { length: number; hops: { relation: { type: string } }[] }[] };
    expect(paths[0]?.length).toBe(2);
    expect(paths.map(({ hops }) => hops.map(({ relation }) => relation.type))).toContainEqual(['FACILITATED', 'ADDRESSED']);
  });

  test('the network around ICoCA: every edge joins two nodes of it', async () => {
    const { data } = await answerTo('3-around-icoca.graphql');
    const { nodes, edges } = data['network'] as unknown as {
      nodes: { entity: { id: string } }[];
      edges: { source: { id: string }; target: { id: string } }[];
    };
    const ids = nodes.map(({ entity }) => entity.id);
    expect(ids).toEqual(expect.arrayContaining(['icoca', 'iepades', 'icoca-digessp-session-2021', 'digessp']));
    expect(edges.length).toBeGreaterThan(0);
    for (const { source, target } of edges) expect(ids).toEqual(expect.arrayContaining([source.id, target.id]));
  });

  test('everything a source says: all its claims on one page, of relations and of entities', async () => {
    const { data } = await answerTo('4-what-a-source-says.graphql');
    const { claims } = data['source'] as unknown as {
      claims: { totalCount: number; nodes: { subject: { __typename: string; id: string } }[] };
    };
    expect(claims.nodes).toHaveLength(claims.totalCount);
    const kinds = new Set(claims.nodes.map(({ subject }) => subject.__typename));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['Actor', 'Event', 'Relation']));
    expect(claims.nodes.every(({ subject }) => subject.id)).toBe(true);
  });

  test('what was true in 2019: nothing that only happened in 2021', async () => {
    const { data } = await answerTo('5-true-in-2019.graphql');
    const { nodes } = data['relations'] as unknown as { nodes: { type: string; holds: string }[] };
    const types = nodes.map(({ type }) => type);
    expect(types).toContain('REGULATES');
    expect(types).not.toContain('FACILITATED');
    expect(nodes.map(({ holds }) => holds)).not.toContain('NO');
  });
});
