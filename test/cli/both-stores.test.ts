import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { custodes, custodesServe, post, type Serving } from './custodes.js';

const READY_QUERIES = 'web/playground/ready-queries';

/** The spine's questions, with everything that an answer can hold. */
const QUERIES: Record<string, string> = {
  ...Object.fromEntries(readdirSync(READY_QUERIES).map((file) => [file, readFileSync(`${READY_QUERIES}/${file}`, 'utf8')])),
  influence: `{ influence(region: "GT") {
    dataVersion oversightBodies { actor { id name } holds relations { id type start end } }
    influencers { totalCount edges { cursor node { rank score remainder actor { id name }
      paths { contribution hops { direction weight relation { id claims { statement locator digest source { title url } } } } } } } } } }`,
  'Central America': '{ influence(region: "013") { influencers { nodes { rank score actor { id } } } emptyBecause } }',
  'an empty region': '{ influence(region: "FM") { oversightBodies { actor { id } } influencers { totalCount } emptyBecause } }',
  search: '{ search(text: "embjada suiza", first: 10) { hits { score reason entity { id name } } } }',
  pages:
    '{ actors(first: 5, orderBy: DEGREE, direction: DESC) { totalCount edges { cursor node { id names { text language script use } degree } } pageInfo { hasNextPage endCursor } } }',
  relations:
    '{ relations(first: 50, within: "GT") { totalCount nodes { id type start startStatus end endStatus attested evidence { supporting disputing strength } } } }',
  statistics: `{ dataVersion statistics { dataset { version entities relations claims sources } entitiesByKind { label kind count }
    relationsByType { type count } entitiesByPlace { place { id } count } claimsBySource { source { id } count }
    relationsOfOneSource { source { id } count } compiled { sources entities events relations claims corroborated corroboratedShare }
    coverage { id name countries overseen } disputedRelations corroboratedRelations } }`,
  network:
    '{ network(centers: ["icoca", "digessp"], depth: 2) { truncation beyond nodes { depth degree beyond entity { id } } edges { id } } }',
  paths:
    '{ paths(from: "swiss-embassy-guatemala", to: "digessp", maxLength: 4, first: 30) { truncation paths { length hops { direction relation { id } } } } }',
  'ways that respect time': `{ influence(region: "013", timeRespecting: true, first: 50) { influencers { nodes { rank score actor { id } } } }
    paths(from: "swiss-embassy-guatemala", to: "digessp", timeRespecting: true, first: 30) { paths { hops { relation { id } } } } }`,
  'how far a ranking holds': `{ influenceRobustness(region: "GT", asOf: "2021", first: 30) { ranked sourcesTried publishersTried
    influencers { rank score actor { id } dependsMostOn { id } withoutOneSource { bestRank worstRank lowestScore } overBoth { bestRank worstRank } independently { rank } }
    sources { source { id } distance scoreChange bodiesLost { id } bodiesGained { id } largestMove { actor { id } rankAfter } } } }`,
  'why not': `{ whyNotInfluence(actor: "psira", region: "GT") { verdict reasons { reason body { actor { id } } hops { direction obstacles relation { id } } } } }`,
  'what changed': `{ influenceChange(region: "GT", from: "2015", to: "2021", first: 30) { rankedBefore rankedAfter
    changes { totalCount nodes { kind actor { id } before { rank score } after { rank score } relations { effect relation { id } } } } } }`,
  conflicts: '{ conflicts(first: 100) { totalCount nodes { kind about subject { id } sides { value claims { id } } } } }',
  'as it was known': `{ influence(region: "GT", publishedBy: "2021-07") { influencers { totalCount nodes { rank score actor { id } } } }
    network(centers: ["icoca"], publishedBy: "2018") { nodes { entity { id } degree } edges { id start evidence { strength } claims { id } } }
    entity(id: "digessp") { relations(first: 50, publishedBy: "2018", asOf: "2016") { totalCount nodes { id claims { id } } } } }`,
  measures:
    '{ measures(measure: PAGERANK, within: "019", weights: EVIDENCE, first: 50) { ties components rows { nodes { rank value entity { id } } } } }',
  communities: '{ measures(measure: COMMUNITY, first: 100) { communities modularity rows { nodes { value entity { id } } } } }',
  interlocks:
    '{ interlocks(first: 20) { pairs { totalCount nodes { actors { id } witnesses { shared { id } relations { id } } } } } }',
  'an error': '{ entity(id: "digesp") { name } }',
};

describeWithNeo4j('the memory store and Neo4j, served', () => {
  let memory: Serving;
  let neo4j: Serving;
  const environment = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: neo4jOfTests.user, NEO4J_PASSWORD: neo4jOfTests.password };

  beforeAll(async () => {
    expect(await custodes(['load'], environment)).toMatchObject({ exitCode: 0 });
    [memory, neo4j] = await Promise.all([custodesServe(), custodesServe([], environment)]);
  }, 120_000);
  afterAll(async () => {
    expect(await memory.stop()).toBe(0);
    expect(await neo4j.stop()).toBe(0);
  });

  test('wrong dossiers change nothing in Neo4j', async () => {
    const before = await post(neo4j.url, '{ dataVersion }');
    const folder = await mkdtemp(join(tmpdir(), 'custodes-'));
    await writeFile(
      join(folder, 'wrong.yaml'),
      'recorded: 2026-11-24\nrecorded_by: Test\nentities:\n  - { id: x, kind: regulatr }\n',
    );
    expect(await custodes(['load', '--seeds', folder], environment)).toMatchObject({ exitCode: 1 });
    expect(await post(neo4j.url, '{ dataVersion }')).toBe(before);
  });

  test('Neo4j is what the one of them asks', () => {
    expect(neo4j.printed()).toContain(`in Neo4j at ${neo4jOfTests.uri}`);
  });

  test.each(Object.keys(QUERIES))('give the same answer to the byte: %s', async (name) => {
    const query = QUERIES[name] ?? '';
    const fromMemory = await post(memory.url, query);
    expect(fromMemory).toBe(await post(neo4j.url, query));
    expect(fromMemory.includes('"errors"')).toBe(name === 'an error');
  });
});
