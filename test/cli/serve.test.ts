import { describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { custodesServe, post } from './custodes.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';

describe('custodes serve', () => {
  test('prints the addresses, what was loaded and three queries that work, and stops on SIGTERM', async () => {
    const server = await custodesServe();
    const printed = server.printed();
    expect(printed).toContain(`${server.url}/graphql`);
    expect(printed).toMatch(/Graph +\d+ entities, \d+ relations, \d+ claims from \d+ sources/);
    const queries = printed.split('\n').filter((line) => line.trim().startsWith('{'));
    expect(queries).toHaveLength(3);
    for (const query of queries)
      expect(JSON.parse(await post(server.url, query))).toEqual({ data: expect.anything(), extensions: expect.anything() });
    expect(await server.stop()).toBe(0);
  });

  test('says so where the port is taken', async () => {
    const server = await custodesServe();
    await expect(custodesServe(['--port', new URL(server.url).port])).rejects.toThrow(/^PORT_TAKEN: .*Choose another/m);
    await server.stop();
  });

  test('goes on after a mistake in a list of which some items are under way', async () => {
    const server = await custodesServe();
    const place = '... on Place { few: relations(first: 2) { totalCount } }';
    const asked = `{ search(text: "montreux") { hits { entity { ${place} many: relations(first: 101) { totalCount } } } } }`;
    // The third time it is compiled.
    for (let times = 0; times < 5; times++) expect(await post(server.url, asked)).toContain('INVALID_ARGUMENT');
    expect(await post(server.url, '{ entity(id: "icoca") { id } }')).toContain('icoca');
    expect(server.printed()).not.toContain('nobody waited');
    expect(await server.stop()).toBe(0);
  });

  test('goes on after something has failed that nobody waits for, and says so in the log', async () => {
    const failing = `process.on('SIGUSR2', () => void Promise.reject(new Error('of no use')))`;
    const server = await custodesServe([], { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(failing)}` });
    server.signal('SIGUSR2');
    await server.hasPrinted('of no use');
    expect(server.printed()).toContain('Something failed that nobody waited for');
    expect(await post(server.url, '{ entity(id: "icoca") { id } }')).toContain('icoca');
    expect(await server.stop()).toBe(0);
  });

  test('--compare-with gives it an earlier version, and something that is none is said at once', async () => {
    const server = await custodesServe(['--compare-with', SEED_STORY]);
    const { data: at } = JSON.parse(await post(server.url, '{ earlierDataVersions }')) as {
      data: { earlierDataVersions: string[] };
    };
    expect(at.earlierDataVersions).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const asked = `{ dataDifference(from: "${at.earlierDataVersions[0]}", first: 1) { counts { recordType added } } }`;
    const { data } = JSON.parse(await post(server.url, asked)) as {
      data: { dataDifference: { counts: { recordType: string; added: number }[] } };
    };
    expect(data.dataDifference.counts[1]?.added).toBeGreaterThan(1000);
    await server.stop();
    await expect(custodesServe(['--compare-with', 'nothing.zip'])).rejects.toThrow(
      /INVALID_SETTING: --compare-with names "nothing.zip".*Check the path/,
    );
    await expect(custodesServe([], { CUSTODES_COMPARE_WITH: '/nope.zip' })).rejects.toThrow(
      /INVALID_SETTING: CUSTODES_COMPARE_WITH names "\/nope.zip"/,
    );
  });

  test('--watch takes in changed dossiers, and keeps the old graph where one is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'custodes-'));
    const dossier = join(folder, 'story.yaml');
    await cp(SEED_STORY, dossier);
    const story = await readFile(dossier, 'utf8');
    const server = await custodesServe(['--watch', '--seeds', folder]);
    const nameOfIepades = async (): Promise<string> =>
      (JSON.parse(await post(server.url, '{ entity(id: "iepades") { name } }')) as { data: { entity: { name: string } } }).data
        .entity.name;

    const told = (await fetch(`${server.url}/events`)).body!.pipeThrough(new TextDecoderStream()).getReader();
    await writeFile(dossier, story.replace('Instituto de Enseñanza para el Desarrollo Sostenible', 'Instituto IEPADES'));
    await server.hasPrinted('Reloaded:');
    expect(await nameOfIepades()).toBe('Instituto IEPADES');
    // Who listens is told of both versions.
    let events = '';
    while (events.split('event: data-version').length < 3) events += (await told.read()).value ?? '';
    await told.cancel();

    await writeFile(dossier, story.replace('kind: regulator', 'kind: regulatr'));
    await server.hasPrinted('UNKNOWN_KIND');
    await server.hasPrinted('The graph stays as it was until this is mended.');
    expect(await nameOfIepades()).toBe('Instituto IEPADES');
    expect(await server.stop()).toBe(0);
  });
});
