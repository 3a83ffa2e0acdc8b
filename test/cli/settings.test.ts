import { describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

describe('custodes settings', () => {
  test('prints what is in force and where it comes from, and never a secret', async () => {
    const environment = { NEO4J_PASSWORD: 'open-sesame', NEO4J_URI: 'bolt://localhost:7687', PORT: '4001' };
    const { exitCode, out, err } = await custodes(['settings', '--no-cache', '--introspection', 'off'], environment);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/^CUSTODES_PORT +4001 +PORT$/m);
    expect(out).toMatch(/^CUSTODES_CACHE +off +--cache$/m);
    expect(out).toMatch(/^CUSTODES_INTROSPECTION +off +--introspection$/m);
    expect(out).toMatch(/^NEO4J_PASSWORD +set +NEO4J_PASSWORD$/m);
    expect(out).toMatch(/^NEO4J_URI +bolt:\/\/localhost:7687 +NEO4J_URI$/m);
    expect(out).not.toContain('open-sesame');
  });

  test('--json gives the same for programs', async () => {
    const { out } = await custodes(['settings', '--json']);
    expect(JSON.parse(out)).toContainEqual({
      ...{ name: 'port', environment: 'CUSTODES_PORT' },
      ...{ value: '4000', from: 'default' },
    });
    expect(JSON.parse(out)).toContainEqual({
      ...{ name: 'neo4jPassword', environment: 'NEO4J_PASSWORD' },
      ...{ value: 'not set', from: 'default' },
    });
  });

  const WRONG = {
    CUSTODES_QUERY_COST: '0',
    CUSTODES_ORIGIN: '*',
    CUSTODES_READ_MODEL: '1000',
    CUSTODES_CYPHER: 'on',
    NEO4J_PASSWD: 'open-sesame',
  };

  test('names every mistake at once, as serve does, before anything is started', async () => {
    for (const command of ['settings', 'serve']) {
      const { exitCode, out, err } = await custodes([command, '--port', 'many'], WRONG);
      expect([exitCode, out]).toEqual([2, '']);
      expect(err.split('\n').filter((line) => /^[A-Z]+_[A-Z_]+: /.test(line))).toEqual([
        expect.stringContaining('INVALID_SETTING: --port'),
        expect.stringContaining('INVALID_SETTING: CUSTODES_QUERY_COST'),
        expect.stringContaining('MISSING_SETTING: NEO4J_URI is not set, and CUSTODES_READ_MODEL'),
        expect.stringContaining('MISSING_SETTING: NEO4J_URI is not set, and CUSTODES_CYPHER'),
        expect.stringContaining('UNKNOWN_SETTING: CUSTODES_ORIGIN is no setting; the nearest is CUSTODES_ORIGINS'),
        expect.stringContaining('UNKNOWN_SETTING: NEO4J_PASSWD is no setting; the nearest is NEO4J_PASSWORD'),
      ]);
      expect(err).toContain('6 mistakes');
      expect(err).not.toContain('open-sesame');
    }
  });

  test.each([
    [['settings']],
    [['serve', '--port', '0']],
    [['query', '{ dataVersion }']],
    [['load']],
    [['export', 'graphml']],
    [['influence', 'GT']],
    [['cypher', 'RETURN 1']],
  ])('%j names a wrong address and a name that nothing reads, together, and no password', async (command) => {
    const address = 'bolt://neo4j:open-sesame@localhost:7687';
    const { exitCode, out, err } = await custodes(command, { NEO4J_URI: address, NEO4J_PASSWD: 'x' });
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/^INVALID_SETTING: NEO4J_URI holds a user or a password.*\nUNKNOWN_SETTING: NEO4J_PASSWD/);
    expect(err).not.toMatch(/open-sesame|\n +at /);
    const other = await custodes(command, { NEO4J_URI: 'bolt://:::' });
    expect([other.exitCode, other.err]).toEqual([2, expect.stringMatching(/^INVALID_SETTING: NEO4J_URI is "bolt:\/\/:::"/)]);
  });
});
