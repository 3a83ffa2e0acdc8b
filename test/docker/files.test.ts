import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { settingsInForce } from '../../src/configuration/read.js';
import { SETTING_NAMES } from '../../src/configuration/settings.js';
import { judgesInstalled } from '../judges/python.js';
import { stagesOf } from './dockerfile.js';

interface Service {
  image?: string;
  env_file?: { path: string; required: boolean }[];
  environment: Record<string, string | number>;
  ports: string[];
}
const compose = load(readFileSync('docker-compose.yml', 'utf8')) as { services: { neo4j: Service; custodes: Service } };

/** `${NAME:-what else}` and `${NAME:?what is missing}`, as Compose puts in what `.env` and the environment say. */
function filledIn(text: string | number, given: Record<string, string>): string {
  return String(text).replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, sign: string, more: string) => {
    if (sign === '?' && !given[name]) throw new Error(more);
    return given[name] || more;
  });
}

/** What the server of a container reads where `.env` has this: all of that, under what docker-compose.yml and the Dockerfile set. */
function environmentOf({ env_file: files = [], environment }: Service, dotEnv: Record<string, string>): Record<string, string> {
  const ofImage = stagesOf('Dockerfile')
    .at(-1)!
    .steps.map(({ values }) => values);
  const set = Object.entries(environment).map(([name, value]) => [name, filledIn(value, dotEnv)]);
  expect(files).toEqual([{ path: '.env', required: false }]);
  return Object.assign({}, ...ofImage, dotEnv, Object.fromEntries(set)) as Record<string, string>;
}

/** A program of the judges' environment, given a file as standard input: the code it ends with, and what it says. */
function judge(program: string, args: readonly string[], input: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(join('.venv/bin', program), args, { input, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}
const testWithJudges = judgesInstalled ? test : test.skip;

testWithJudges('hadolint has nothing to say about the Dockerfile', () => {
  const file = readFileSync('Dockerfile', 'utf8');
  expect(judge('hadolint', ['-'], file)).toEqual({ status: 0, said: '' });
  expect(judge('hadolint', ['-'], `${file}RUN sudo npm install\n`).said).toContain('DL3004');
});

describe('docker-compose.yml', () => {
  testWithJudges('is as the Compose specification has it', () => {
    const asSpecified = ['--builtin-schema', 'vendor.compose-spec', '--default-filetype', 'yaml', '-'];
    const file = readFileSync('docker-compose.yml', 'utf8');
    expect(judge('check-jsonschema', asSpecified, file)).toMatchObject({ status: 0 });
    expect(judge('check-jsonschema', asSpecified, file.replace('read_only: true', 'read_only: [1]'))).toMatchObject({
      status: 1,
    });
  });

  test('runs the Neo4j that the tests run', () => {
    const version = /<neo4j\.version>(.+)<\/neo4j\.version>/.exec(readFileSync('scripts/neo4j/pom.xml', 'utf8'))?.[1];
    expect(compose.services.neo4j.image).toBe(`neo4j:${version}`);
  });

  const { custodes } = compose.services;
  const NEO4J_PASSWORD = 'given by whoever starts it';

  test('sets, as the Dockerfile does, what can be set', () => {
    const all = environmentOf(custodes, { NEO4J_PASSWORD });
    const { settings, origins } = settingsInForce(SETTING_NAMES, {}, all);
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 4000, neo4jUri: 'bolt://neo4j:7687', neo4jUser: 'neo4j' });
    expect(settings).toMatchObject({ requestsAMinute: 600, cache: '' });
    const read = Object.values(origins);
    const others = ['CUSTODES_CACHE', 'CUSTODES_ENV_FILE', 'HOST', 'NODE_ENV', 'PORT'];
    expect(Object.keys(all).filter((name) => !read.includes(name))).toEqual(expect.arrayContaining(others));
    expect(Object.keys(all)).toHaveLength(new Set([...read.filter((name) => name !== null), ...others]).size);
  });

  test('is for this machine alone unless opened', () => {
    const published = (given: Record<string, string>): string[] =>
      Object.values(compose.services).flatMap(({ ports }) => ports.map((port) => filledIn(port, given)));
    expect(published({})).toEqual(['127.0.0.1:7474:7474', '127.0.0.1:7687:7687', '127.0.0.1:4000:4000']);
    expect(published({ PUBLISH_AT: '0.0.0.0', CUSTODES_PORT: '80' }).at(-1)).toBe('0.0.0.0:80:4000');
  });

  test('hands the settings of .env on to the server, but for where it is in the container', () => {
    const dotEnv = {
      ...{ NEO4J_PASSWORD, NEO4J_HEAP: '1g', PUBLISH_AT: '0.0.0.0', CUSTODES_PORT: '80', CUSTODES_CACHE: 'kept' },
      ...{ NEO4J_URI: 'bolt://localhost:7687', CUSTODES_ORIGINS: 'https://dashboard.example', CUSTODES_READ_MODEL: '1000' },
      CUSTODES_REQUESTS_A_MINUTE: 'off',
    };
    expect(settingsInForce(SETTING_NAMES, {}, environmentOf(custodes, dotEnv)).settings).toMatchObject({
      ...{ host: '0.0.0.0', port: 4000, cache: '', neo4jUri: 'bolt://neo4j:7687', neo4jPassword: NEO4J_PASSWORD },
      ...{ origins: ['https://dashboard.example'], readModel: 1000, requestsAMinute: null },
    });
  });
});
