import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { graphOfFiles, type DossierFile, type LoadedDossiers } from '../../src/dossier/index.js';
import { readDossierFiles } from '../../src/dossier/read/files.js';

/** Who learns from docs/data.md copies its dossier: it must be right, and show what the page says it shows. */
const GUIDE = readFileSync('docs/data.md', 'utf8');
const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? '';

describe('the dossier in docs/data.md', () => {
  test('is without a mistake, together with the seeds', async () => {
    expect(EXAMPLE).toContain('recorded:');
    expect(await loadWithSeeds()).not.toHaveProperty('problems');
  });

  test('has an attribute with a date, a name with a period, an event that was held, and a dispute', async () => {
    const loaded = await loadWithSeeds();
    if ('problems' in loaded) throw new Error('the example is wrong');
    const { entities, relations, claims } = loaded.graph;
    const of = (id: string) => entities.find((entity) => entity.id === id);
    expect(of('example-conference-2025')).toMatchObject({
      status: 'HELD',
      attributes: expect.arrayContaining([expect.objectContaining({ name: 'participants', date: '2025-03-19' })]),
    });
    expect(of('ministry-of-example')?.names.map(({ period }) => period)).toContain('1996/2012');
    const hosted = relations.find(({ source, type }) => source === 'ministry-of-example' && type === 'HOSTED');
    expect(claims.filter(({ subject }) => subject === hosted?.id).map(({ stance }) => stance)).toContain('DISPUTES');
  });
});

test('the tables of docs/data.md have as many cells in every row', () => {
  const tables = GUIDE.match(/(?:^\|.*\|\n)+/gm) ?? [];
  expect(tables.length).toBeGreaterThan(3);
  for (const table of tables) {
    const rows = table.trimEnd().split('\n');
    expect(rows[1]).toMatch(/^\|(-+\|)+$/);
    const cells = (row: string): number => row.split('|').length - 2;
    expect(rows.map(cells)).toEqual(rows.map(() => cells(rows[1]!)));
  }
});

async function loadWithSeeds(): Promise<LoadedDossiers> {
  const { files, problems } = await readDossierFiles('seeds');
  expect(problems).toEqual([]);
  const example: DossierFile = { file: 'docs/data.md', bytes: Buffer.from(EXAMPLE, 'utf8') };
  return graphOfFiles([...files, example]);
}
