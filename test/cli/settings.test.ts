import { describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

describe('custodes settings', () => {
  test('prints what is in force and where it comes from, and never a secret', async () => {
    const environment = { NEO4J_PASSWORD: 'open-sesame', NEO4J_URI: 'bolt://user:open-sesame@localhost:7687', PORT: '4001' };
    const { exitCode, out, err } = await custodes(['settings', '--no-cache', '--introspection', 'off'], environment);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/^port +4001 +PORT$/m);
    expect(out).toMatch(/^cache +off +--cache$/m);
    expect(out).toMatch(/^introspection +off +--introspection$/m);
    expect(out).toMatch(/^neo4jPassword +set +NEO4J_PASSWORD$/m);
    expect(out).toMatch(/^neo4jUri +bolt:\/\/localhost:7687 +NEO4J_URI$/m);
    expect(out).not.toContain('open-sesame');
  });

  test('--json gives the same for programs', async () => {
    const { out } = await custodes(['settings', '--json']);
    expect(JSON.parse(out)).toContainEqual({ name: 'port', value: '4000', from: 'default' });
    expect(JSON.parse(out)).toContainEqual({ name: 'neo4jPassword', value: 'not set', from: 'default' });
  });

  test('names every mistake at once, as serve does, before anything is started', async () => {
    for (const command of ['settings', 'serve']) {
      const { exitCode, out, err } = await custodes([command, '--port', 'many'], {
        CUSTODES_QUERY_COST: '0',
        CUSTODES_ORIGIN: '*',
        NEO4J_PASSWORD: 'open-sesame',
      });
      expect([exitCode, out]).toEqual([2, '']);
      for (const found of [
        'INVALID_SETTING: --port',
        'INVALID_SETTING: CUSTODES_QUERY_COST',
        'UNKNOWN_SETTING: CUSTODES_ORIGIN',
        '3 mistakes',
      ]) {
        expect(err).toContain(found);
      }
      expect(err).not.toContain('open-sesame');
    }
  });
});
