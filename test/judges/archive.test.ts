import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { custodes } from '../cli/custodes.js';
import { askJudge, judgesInstalled } from './python.js';

interface Opened {
  folder: string;
  checked: { status: number; ok: number; said: string };
  files: string[];
  crate: { name: string; licence: string; files: string[]; digests: boolean };
  citation: Record<string, unknown>;
  zenodo: Record<string, unknown>;
  version: string;
  counts: object;
}

/** What Zenodo's REST API takes of a data set; the names are those of its documentation. */
const ZENODO_FIELDS = [
  'access_right',
  'creators',
  'description',
  'doi',
  'keywords',
  'language',
  'license',
  'publication_date',
  'title',
  'upload_type',
  'version',
];

(judgesInstalled ? describe : describe.skip)('an archive, opened by programs that are not ours', () => {
  test('is whole, describes itself, and comes to the data version that it names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'custodes-archive-'));
    const archive = join(folder, 'archive.zip');
    const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
    await custodes(['archive', '--out', archive, ...SEED_STORY]);
    const opened = askJudge<Opened>('test/judges/archive.py', { archive, folder });
    rmSync(folder, { recursive: true });
    const { dataVersion } = (
      JSON.parse((await custodes(['query', '{ dataVersion }', ...SEED_STORY])).out) as { data: { dataVersion: string } }
    ).data;

    expect(opened.version).toBe(dataVersion);
    expect(opened.folder).toBe(`custodes-${dataVersion.slice(0, 12)}`);
    expect(opened.counts).toEqual({ entities: 298, relations: 318, claims: 641, sources: 3 });
    expect(opened.checked).toEqual({ status: 0, ok: opened.files.length - 1, said: '' });
    const described = opened.files.filter((path) => path !== 'SHA256SUMS' && path !== 'ro-crate-metadata.json');
    expect(opened.crate).toMatchObject({
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      files: described,
      digests: true,
    });
    expect(opened.files).toEqual(
      expect.arrayContaining([
        'dossiers/2021-06-25-digessp.yaml',
        'schema/entity-kinds.yaml',
        'schema/schema.graphql',
        'exports/custodes.graphml',
      ]),
    );

    // What cffconvert makes of CITATION.cff for Zenodo is what we say to it.
    expect(Object.keys(opened.zenodo).filter((name) => !ZENODO_FIELDS.includes(name))).toEqual([]);
    const { title, creators, keywords, license, publication_date, version } = opened.zenodo;
    expect(opened.citation).toMatchObject({ title, creators, keywords, publication_date, version, license: { id: license } });
    expect(opened.crate.name).toBe(title);
  });
});
