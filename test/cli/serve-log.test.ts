import { describe, expect, test } from '@jest/globals';
import { inLog } from '../../src/cli/progress.js';
import { openLog } from '../../src/log/log.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { custodes, custodesServe } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

/** What a server has printed of something until it was ready, a line each. */
async function printed(about: string, args: readonly string[], environment: Record<string, string> = {}): Promise<string[]> {
  const server = await custodesServe([...SEED_STORY, ...args], environment);
  await server.stop();
  return server
    .printed()
    .split('\n')
    .filter((line) => line.includes(about));
}

const entries = (lines: readonly string[]): unknown[] => lines.map((line) => JSON.parse(line) as unknown);

describe('what custodes serve says is a line of its log', () => {
  const NO_FOLDER = ['--cache', '/proc/nope', '--compare-with', 'seeds/icoca/2021-06-25-digessp.yaml'];

  test('where the compiled graph cannot be kept, of what is served and of what it is compared with', async () => {
    const warning = { level: 'warn', msg: expect.stringMatching(/^SNAPSHOT_\w+: .*--no-cache/) };
    expect(entries(await printed('SNAPSHOT_', NO_FOLDER))).toEqual([warning, warning].map((one) => expect.objectContaining(one)));
    expect(await printed('SNAPSHOT_', NO_FOLDER, { CUSTODES_LOG_LEVEL: 'error' })).toEqual([]);
  });

  test('where something takes long: every tenth part of it', async () => {
    const lines: string[] = [];
    const options = { level: 'info', format: 'json', slowQueryMs: null, secrets: [] } as const;
    const { progress } = inLog(await openLog(options, { write: (line) => void lines.push(line) }));
    const told = progress('Loading');
    for (let written = 0; written <= 200; written++) told(written, 200);
    const said = (entries(lines) as { level: string; msg: string }[]).map(({ level, msg }) => `${level} ${msg}`);
    expect(said).toHaveLength(11);
    expect(said.slice(0, 2)).toEqual(['info Loading: 0 of 200 records (0 %)', 'info Loading: 20 of 200 records (10 %)']);
    expect(said.at(-1)).toBe('info Loading: 200 of 200 records (100 %)');
  });
});

test('custodes serve warns of a password of Neo4j that it has no use for, unless memory is meant', async () => {
  const NEO4J_PASSWORD = 'nobody-asks-for-it';
  expect(entries(await printed('PASSWORD_NOT_USED', [], { NEO4J_PASSWORD }))).toEqual([
    expect.objectContaining({ level: 'warn', msg: expect.stringMatching(/NEO4J_PASSWORD is set and NEO4J_URI is not/) }),
  ]);
  expect(await printed('PASSWORD_NOT_USED', [], { NEO4J_PASSWORD, NEO4J_URI: 'off' })).toEqual([]);
  expect(await printed('PASSWORD_NOT_USED', [])).toEqual([]);
});

describeWithNeo4j('custodes serve with a copy in memory', () => {
  test('says in its log how far the reading of it has come, and nothing where the log is silent', async () => {
    const { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD } = neo4jOfTests;
    const environment = { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, CUSTODES_READ_MODEL: '1000' };
    expect(await custodes(['load', ...SEED_STORY], { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD })).toMatchObject({ exitCode: 0 });
    const said = entries(await printed('Reading the graph', [], environment));
    expect(said).not.toEqual([]);
    for (const line of said) {
      expect(line).toMatchObject({
        level: 'info',
        msg: expect.stringMatching(/^Reading the graph from Neo4j: \d+ of \d+ records/),
      });
    }
    expect(await printed('Reading the graph', [], { ...environment, CUSTODES_LOG_LEVEL: 'silent' })).toEqual([]);
  }, 120_000);
});
