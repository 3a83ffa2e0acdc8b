import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadDossiers } from '../../src/dossier/index.js';
import { joinedAndReached } from '../fixtures/joined-and-reached.js';
import { serveGraph } from './served-graph.js';

const FOLDER = 'web/playground/ready-queries';
const queries = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));

/** What the first five ask about; those after them compare many countries. */
const ofTheSeedStory = queries.filter((file) => Number.parseInt(file) <= 5);

/** The first of the project's own dossiers, which the playground's ready queries ask about. */
const graph = serveGraph(async () => {
  const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
  if ('problems' in loaded) throw new Error(`seeds/ has ${loaded.problems.length} mistakes`);
  return loaded.graph;
});

describe('the ready queries of the playground', () => {
  test('there are some', () => {
    expect(queries.length).toBeGreaterThanOrEqual(5);
  });

  test.each(ofTheSeedStory)('%s is answered, and not with nothing', async (file) => {
    const { status, data, errors } = await graph.ask(readFileSync(`${FOLDER}/${file}`, 'utf8'));
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(Object.values(data).every((answer) => JSON.stringify(answer).length > 200)).toBe(true);
  });
});

describe('the ready queries that compare many countries', () => {
  const world = serveGraph(async () => joinedAndReached());
  const answerTo = async (number: number) => {
    const { data, errors } = await world.ask(
      readFileSync(`${FOLDER}/${queries.find((file) => file.startsWith(`${number}-`))}`, 'utf8'),
    );
    expect(errors).toBeUndefined();
    return data;
  };

  test('which states joined the Montreux Document between 2009 and 2012', async () => {
    const { joined, dateNotCertain } = await answerTo(6);
    const ids = ({ nodes }: { nodes: { source: { id: string } }[] }): string[] => nodes.map(({ source }) => source.id);
    expect(ids(joined)).toEqual(['state-cl', 'african-union']);
    expect(joined.nodes[0]).toMatchObject({ start: '2009-04-06', claims: [{ source: { url: 'https://a.example/' } }] });
    expect(ids(dateNotCertain)).toEqual(['state-no', 'state-ec']);
  });

  test('which oversight authorities were set up after their state had joined', async () => {
    const { oversightSetUp } = await answerTo(7);
    const ids = (setUps: { body: { actor: { id: string } } }[]): string[] => setUps.map(({ body }) => body.actor.id);
    expect(ids(oversightSetUp.after)).toEqual(['after-cl']);
    expect(oversightSetUp.after[0]).toMatchObject({
      earliest: '2010-01-01',
      latest: '2010-12-31',
      accession: { start: '2009-04-06' },
    });
    expect(ids(oversightSetUp.undecided)).toEqual(['same-year-cl']);
    expect(ids(oversightSetUp.before)).toEqual(['before-cl', 'known-earlier-cl', 'overseeing-earlier-cl']);
    expect(ids(oversightSetUp.notStated)).toEqual(['known-later-cl', 'not-said-cl']);
  });

  test('which oversight bodies no international actor reaches', async () => {
    const { oversightReach } = await answerTo(8);
    const ids = (bodies: { actor: { id: string } }[]): string[] => bodies.map(({ actor }) => actor.id);
    expect(ids(oversightReach.unreached)).toEqual(['before-cl', 'known-earlier-cl', 'known-later-cl', 'overseeing-earlier-cl']);
    expect(oversightReach.undecided).toMatchObject([
      { body: { actor: { id: 'not-said-cl' } }, actors: [{ id: 'unplaced-centre' }] },
    ]);
    expect(oversightReach.reached).toHaveLength(3);
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
