import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

describe('custodes import', () => {
  let folder: string;
  const file = (name: string, content = ''): string => {
    const path = join(folder, name);
    if (content !== '') writeFileSync(path, content);
    return path;
  };
  let usual: string[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'custodes-import-'));
    const source = file(
      'source.yaml',
      'id: guild-2026-list\ntitle: List of guilds\npublisher: Guild Council\nurl: https://guilds.example/list\nlanguage: en\nkind: register\nretrieved: 2026-11-29\n',
    );
    usual = ['--source', source, '--recorded-by', 'A test', '--seeds', 'seeds/icoca/2021-06-25-digessp.yaml', '--no-cache'];
  });

  test('writes a dossier that validates, and lists what is not in it', async () => {
    const list = file('list.csv', 'Name,Site,Founded,Colour\nGuild of Watchmen,https://watchmen.example,1999,green\n');
    const mapping = file(
      'mapping.yaml',
      'language: en\nrows:\n  entities:\n    names: [{ column: Name }]\n    kind: { value: industry-association }\n    identifiers: [{ column: Site, scheme: website }]\n    start: Founded\n',
    );
    const [out, report] = [file('guilds.yaml'), file('report.json')];
    const ran = await custodes([
      'import',
      list,
      '--format',
      'csv',
      '--mapping',
      mapping,
      '--out',
      out,
      '--report',
      report,
      ...usual,
    ]);
    expect([ran.exitCode, ran.out]).toEqual([0, '']);
    expect(ran.err).toMatch(
      /^1 new entities, 0 known ones, 0 relations, 1 claims\.\nNot in the dossier, 1 in all: .*report\.json.*\n {2}line 2/,
    );
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      newEntities: 1,
      unmapped: [{ line: 2, record: 'row 1', what: 'the column Colour', why: 'the mapping does not name it' }],
    });
    expect(await custodes(['validate', out])).toMatchObject({ exitCode: 0 });
  });

  test.each<[string, () => string[], number, RegExp]>([
    ['a file that is broken', () => [file('broken.ftm', '{"id"'), '--format', 'ftm'], 1, /^MALFORMED_FILE: Line 1/],
    ['a file that is not there', () => [file('absent'), '--format', 'ftm'], 2, /Check the path/],
    ['another format', () => [file('list.xlsx', 'x'), '--format', 'xlsx'], 2, /Allowed choices are ftm, graphml, csv/],
    ['CSV without a mapping', () => [file('plain.csv', 'a,b\n1,2\n'), '--format', 'csv'], 1, /^BAD_MAPPING/],
  ])('ends with its status for %s', async (_, args, status, message) => {
    const ran = await custodes(['import', ...args(), ...usual]);
    expect([ran.exitCode, ran.out]).toEqual([status, '']);
    expect(ran.err).toMatch(message);
  });

  test('says what is wrong with the source', async () => {
    const source = file('bad.yaml', 'id: Bad Id\ntitle: x\n');
    const ran = await custodes([
      'import',
      file('a.ftm', '{"id":"a","schema":"Person","properties":{"name":["Ann"]}}'),
      '--format',
      'ftm',
      ...usual,
      '--source',
      source,
    ]);
    expect([ran.exitCode, ran.err]).toEqual([
      1,
      expect.stringMatching(/^BAD_SOURCE: .*bad\.yaml is no source[^]*MISSING_KEY {2}no "publisher"/),
    ]);
  });
});
