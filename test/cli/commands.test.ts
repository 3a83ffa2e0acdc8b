import { describe, expect, test } from '@jest/globals';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { custodes } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

async function wrongDossiers(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'custodes-'));
  await writeFile(
    join(folder, 'wrong.yaml'),
    'recorded: 2026-11-24\nrecorded_by: Test\nentities:\n  - id: x\n    kind: regulatr\n',
  );
  return folder;
}

describe('custodes', () => {
  test('--help shows examples, and so does every command', async () => {
    const { exitCode, out } = await custodes(['--help']);
    expect(exitCode).toBe(0);
    expect(out).toContain('Examples:');
    for (const command of ['serve', 'load', 'validate', 'query', 'influence', 'export', 'digest']) {
      expect(out).toContain(`  ${command}`);
      expect((await custodes([command, '--help'])).out).toMatch(/Examples?:/);
    }
  });

  test('an unknown command or option exits with 2 and says where help is', async () => {
    expect(await custodes(['influense', 'GT'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('Did you mean influence?'),
    });
    expect(await custodes(['influence', 'GT', '--steps', '3'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('--help'),
    });
    for (const wrong of [
      ['influence', 'GT', '--max-steps', 'three'],
      ['influence', 'GT', '--first', '0'],
      ['serve', '--port', '99999'],
      ['serve', '--host', 'nowhere.invalid'],
      ['query', 'nofile.graphql'],
    ]) {
      const { exitCode, err } = await custodes(wrong);
      expect([exitCode, err.includes('    at ')]).toEqual([2, false]);
    }
  });
});

describe('custodes influence', () => {
  test('prints the bodies, the influencers, their paths and the sources', async () => {
    const { exitCode, out } = await custodes(['influence', 'GT', ...SEED_STORY]);
    expect(exitCode).toBe(0);
    expect(out).toContain('Who influences the oversight of private security in Guatemala (gt)?');
    expect(out).toContain('Oversight body: Dirección General de Servicios de Seguridad Privada (digessp)');
    expect(out).toContain('  1  0.5978  International Code of Conduct Association (icoca)');
    expect(out).toMatch(/0\.1920 {2}ICoCA –spoke at→ ICoCA information session for DIGESSP \[1\] –addressed→ DIGESSP \[1\]/);
    expect(out).toContain('[1] International Code of Conduct Association: Engaging the Directorate General');
  });

  test('--json gives the same for programs', async () => {
    const { out } = await custodes(['influence', 'GT', '--json', '--first', '1', ...SEED_STORY]);
    interface Answer {
      influence: { influencers: { totalCount: number; nodes: { paths: { hops: { relation: unknown }[] }[] }[] } };
    }
    const { data } = JSON.parse(out) as { data: Answer };
    expect(data.influence).toMatchObject({ region: { id: 'gt' }, influencers: { totalCount: 8, nodes: [{ rank: 1 }] } });
    expect(data.influence.influencers.nodes[0]?.paths[0]?.hops[0]?.relation).toMatchObject({
      claims: [{ statement: expect.any(String), source: { url: expect.stringContaining('https://icoca.ch/') } }],
    });
  });

  test('--json gives errors as JSON too, and exits with 1', async () => {
    const { exitCode, out } = await custodes(['influence', 'Guatemola', '--json', ...SEED_STORY]);
    expect([exitCode, JSON.parse(out)]).toMatchObject([1, { errors: [{ extensions: { code: 'UNKNOWN_REGION' } }] }]);
  });

  test('an unknown region or a bad date exits with 1 and says what to do', async () => {
    expect(await custodes(['influence', 'Guatemola', ...SEED_STORY])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('Did you mean "gt (Guatemala)"'),
    });
    expect((await custodes(['influence', 'GT', '--as-of', 'now', ...SEED_STORY])).err).toContain('INVALID_DATE');
  });
});

describe('custodes query', () => {
  test('answers from an argument or from standard input', async () => {
    const query = '{ entity(id: "digessp") { name } }';
    const name = { data: { entity: { name: 'Dirección General de Servicios de Seguridad Privada' } } };
    expect(JSON.parse((await custodes(['query', query, ...SEED_STORY])).out)).toMatchObject(name);
    expect(JSON.parse((await custodes(['query', '-', '--json', ...SEED_STORY], {}, query)).out)).toMatchObject(name);
  });

  test('exits with 1 where the answer has errors', async () => {
    const { exitCode, out } = await custodes(['query', '{ entity(id: "digesp") { name } }', ...SEED_STORY]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: [{ extensions: { code: 'UNKNOWN_ID', suggestions: expect.arrayContaining(['digessp']) } }],
    });
  });
});

describe('custodes validate', () => {
  test('says what was found where nothing is wrong', async () => {
    expect(await custodes(['validate'])).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^No mistake found: \d+ entities/),
    });
  });

  test('lists every mistake with file, line and column, and exits with 1', async () => {
    const folder = await wrongDossiers();
    const { exitCode, out } = await custodes(['validate', folder]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/wrong\.yaml:5:11 .*UNKNOWN_KIND.*regulator/);
    const { problems } = JSON.parse((await custodes(['validate', folder, '--json'])).out) as { problems: unknown[] };
    expect(problems).toContainEqual(expect.objectContaining({ line: 5, column: 11, code: 'UNKNOWN_KIND' }));
  });

  test('and no command serves or loads wrong dossiers', async () => {
    const folder = await wrongDossiers();
    for (const command of [['serve'], ['influence', 'GT'], ['query', '{ dataVersion }']]) {
      expect(await custodes([...command, '--seeds', folder])).toMatchObject({
        exitCode: 1,
        err: expect.stringContaining('nothing was loaded'),
      });
    }
  });
});

describe('custodes serve --watch', () => {
  test('does not replace a Neo4j that others may share', async () => {
    const { exitCode, err } = await custodes(['serve', '--watch'], { NEO4J_URI: 'bolt://127.0.0.1:9' });
    expect([exitCode, err]).toEqual([2, expect.stringContaining('custodes load')]);
  });
});

describe('custodes load', () => {
  test('says what is missing where no Neo4j is named', async () => {
    expect(await custodes(['load'])).toMatchObject({ exitCode: 2, err: expect.stringContaining('NEO4J_URI is not set') });
  });

  test('exits with 3 where Neo4j is not there', async () => {
    const { exitCode, err } = await custodes(['load'], { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'secret' });
    expect(exitCode).toBe(3);
    expect(err).toContain('bolt://127.0.0.1:9');
    expect(err).not.toContain('secret');
  });
});

describe('custodes digest', () => {
  test('does not depend on white space', async () => {
    const { out } = await custodes(['digest'], {}, '  DIGESSP is\n the institution ');
    expect(out).toBe((await custodes(['digest'], {}, 'DIGESSP is the institution')).out);
    expect(out.trim()).toMatch(/^[0-9a-f]{64}$/);
  });
});
