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
  environment: Record<string, string>;
}
const compose = load(readFileSync('docker-compose.yml', 'utf8')) as { services: { neo4j: Service; custodes: Service } };

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

  test('sets, as the Dockerfile does, what can be set', () => {
    const environment = { ...compose.services.custodes.environment, NEO4J_PASSWORD: 'given by whoever starts it' };
    const ofImage = stagesOf('Dockerfile')
      .at(-1)!
      .steps.map(({ values }) => values);
    const all = Object.assign({ CUSTODES_ENV_FILE: 'off' }, ...ofImage, environment) as Record<string, string>;
    const { settings, origins } = settingsInForce(SETTING_NAMES, {}, all);
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 4000, neo4jUri: 'bolt://neo4j:7687', neo4jUser: 'neo4j' });
    const read = Object.values(origins);
    expect(Object.keys(all).filter((name) => !read.includes(name))).toEqual(['CUSTODES_ENV_FILE', 'NODE_ENV']);
  });
});
