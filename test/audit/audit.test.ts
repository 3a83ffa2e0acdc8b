import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, type Audit } from '../../src/audit/audit.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { answerQuery } from '../../src/graphql/answer-query.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { custodes } from '../cli/custodes.js';

/** A folder with one dossier: the head of a source and a passage, then the entities and relations given. */
async function dossierOf(rest: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'custodes-'));
  const head = `recorded: 2026-11-24
recorded_by: Test
sources:
  - { id: page, title: A page, publisher: Somebody, url: https://example.org/page, language: en, kind: news, retrieved: 2020-01-31 }
passages:
  p: { source: page, locator: paragraph 1, digest: ${'0'.repeat(64)} }
`;
  await writeFile(join(folder, 'page.yaml'), head + rest);
  return folder;
}

const authority = (id: string): string =>
  `  - { id: ${id}, kind: regulator, names: [{ text: Authority for Guards, language: en }], claims: [{ passage: p, statement: It is. }] }\n`;

async function auditOf(folder: string): Promise<{ exitCode: number | null; found: Audit }> {
  const { exitCode, out } = await custodes(['audit', folder, '--json']);
  return { exitCode, found: JSON.parse(out) as Audit };
}

describe('custodes audit', () => {
  test('counts what the dossiers hold, and finds no hard rule broken in them', async () => {
    const { exitCode, found } = await auditOf('seeds');
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('the dossiers are wrong');
    const actors = loaded.graph.entities.filter((entity) => entity.label !== 'Place');
    expect(found.broken).toEqual([]);
    expect(exitCode).toBe(0);
    expect(found.counts.entities).toBe(actors.length);
    expect(found.counts.sources).toBe(loaded.graph.sources.length - 1);
    expect(found.coverage.find((subRegion) => subRegion.id === '013')?.overseen).toContain('gt');
  });

  test('says in words what it counts', async () => {
    expect((await custodes(['audit'])).out).toMatch(
      /^\d+ sources, \d+ entities .*\n\d+ relations \([\d.]+ %\) on two or more independent sources/,
    );
  });

  test('names an entity that stands alone, oversight without a sector, and two entities that may be one', async () => {
    const folder = await dossierOf(
      `entities:\n${authority('guards-a')}${authority('guards-b')}relations:\n  - { type: LICENSES, from: guards-a, to: gt, claims: [{ passage: p, statement: It licenses. }] }\n`,
    );
    const { exitCode, found } = await auditOf(folder);
    expect(exitCode).toBe(1);
    expect(found.broken.map(({ rule, ids }) => [rule, ...ids])).toEqual([
      ['ENTITY_WITHOUT_RELATION', 'guards-b'],
      ['OVERSIGHT_WITHOUT_SECTOR', 'guards-a.licenses.gt'],
      ['UNDECIDED_DUPLICATE', 'guards-a', 'guards-b'],
    ]);
    expect(found.weaknesses.undatedRelations).toEqual(['guards-a.licenses.gt']);
    expect(found.weaknesses.claimsToReview.length).toBe(3);
  });

  test('takes a decision on a pair as it stands', async () => {
    const relation = (id: string): string =>
      `  - { type: LICENSES, from: ${id}, to: gt, sector: private security, claims: [{ passage: p, statement: It licenses. }] }\n`;
    const folder = await dossierOf(
      `entities:\n${authority('guards-a')}${authority('guards-b')}relations:\n${relation('guards-a')}${relation('guards-b')}`,
    );
    await writeFile(join(folder, '_decisions.yaml'), 'not_the_same:\n  - { pair: [guards-a, guards-b], why: Two towns. }\n');
    expect(await auditOf(folder)).toMatchObject({ exitCode: 0, found: { broken: [] } });
  });
});

describe('statistics over GraphQL', () => {
  const QUERY = `{ statistics {
    compiled { sources entities events relations claims corroborated corroboratedShare }
    entitiesByKind { label count }
    coverage { id name countries overseen }
  } }`;

  test('counts what the audit counts, over all dossiers', async () => {
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('the dossiers are wrong');
    const store = new MemoryStore();
    await store.load(loaded.graph);
    const { counts, corroborated, coverage } = audit(loaded.graph, { notTheSame: [] }, '2020-01-01');
    const { data, errors } = await answerQuery(store, QUERY, {});
    expect(errors).toBeUndefined();
    const answer = JSON.parse(JSON.stringify(data)) as {
      statistics: { compiled: unknown; coverage: unknown; entitiesByKind: { label: string; count: number }[] };
    };
    expect(answer.statistics.compiled).toEqual({
      ...counts,
      corroborated: corroborated.relations,
      corroboratedShare: corroborated.share,
    });
    expect(answer.statistics.coverage).toEqual(coverage);
    // With the places too, each entity is counted once.
    const all = answer.statistics.entitiesByKind.reduce((sum, { count }) => sum + count, 0);
    expect(all).toBe(loaded.graph.entities.length);
    expect(coverage.some(({ overseen }) => overseen.length > 1)).toBe(true);
  });
});

describe('custodes new-dossier', () => {
  test('starts a file that says what is to be filled in, and leaves one that is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'custodes-'));
    const { exitCode, out } = await custodes(['new-dossier', 'icoca/2025-conference', '--seeds', folder]);
    expect([exitCode, out]).toEqual([0, expect.stringContaining('icoca/2025-conference.yaml')]);
    expect(await readFile(join(folder, 'icoca/2025-conference.yaml'), 'utf8')).toContain('id: icoca-2025-conference');
    const mistakes = (await custodes(['validate', folder])).out.split('\n');
    expect(mistakes.every((line) => !line.includes('YAML_SYNTAX'))).toBe(true);
    expect((await custodes(['new-dossier', 'icoca/2025-conference', '--seeds', folder])).exitCode).toBe(1);
    expect((await custodes(['new-dossier', 'ICoCA Conference', '--seeds', folder])).exitCode).toBe(2);
  });
});
