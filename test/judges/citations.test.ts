import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Source } from '../../src/domain/model.js';
import { isoDate } from '../../src/cite/citation.js';
import { citationOfAnswer, citationOfDataSet, dataSetOf } from '../../src/cite/data-set.js';
import { citationFormatNamed, type Subject } from '../../src/cite/formats/formats.js';
import { allSources, citationOfSource } from '../../src/cite/sources.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { askJudge, judgesInstalled } from './python.js';

interface Readings {
  bibtexparser: Record<string, { title: string; author: string; url: string | null; date: string | null }>;
  pybtex: Record<string, { title: string; author: string }>;
  rispy: Record<string, { title: string; author: string; url: string | null; year: string | null }>;
  'citeproc-py': Record<string, string>;
  cffconvert: { title: string; creators: { name: string }[]; version: string; license: { id: string } };
}

const write = (format: string, subject: Subject): string => citationFormatNamed(format).write(subject);
const readings = (subject: Subject): Readings =>
  askJudge<Readings>('test/judges/citations.py', {
    bibtex: write('bibtex', subject),
    csl: write('csl-json', subject),
    ris: write('ris', subject),
    ...(!('sources' in subject) && { cff: write('cff', subject) }),
  });

(judgesInstalled ? describe : describe.skip)('citations, read by programs that are not ours', () => {
  const store = new MemoryStore();
  let sources: Source[];
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('The dossiers have mistakes');
    await store.load(loaded.graph);
    sources = await allSources(store);
  });

  test('sources come back with its title, publisher, address and date', () => {
    const hostile: Source = {
      ...sources[0]!,
      id: 'hostile-2021-source',
      title: '100% {of} $5 & #1_x ~ ^ \\ “القانون” — Закон',
      publisher: 'Ministry of Law and Order',
      published: '202X',
      url: 'https://example.org/a_b%20c?x={1}&y=\\',
    };
    // A program takes half a minute for all of them.
    const all = [...sources.filter(({ published }, n) => n % 8 === 0 || !/^(\d{4}(-\d\d)*)?$/.test(published ?? '')), hostile];
    expect(all.length).toBeGreaterThan(100);
    const read = readings({ sources: all.map(citationOfSource) });
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(Object.keys(read.bibtexparser).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(Object.keys(read['citeproc-py']).sort()).toEqual(all.map(({ id }) => id).sort());
    for (const source of all) {
      const { id, title, publisher, url, published } = source;
      // pybtex leaves these four as LaTeX writes them.
      const named = (text = ''): string =>
        text.replace(/\\?[{}^$]|\\text(brace(left|right)|asciicircum)/g, '').replace(/ +/g, ' ');
      expect([id, named(read.pybtex[id]?.title)]).toEqual([id, named(plain(title))]);
      expect(read.rispy[id]).toMatchObject({ title: plain(title), author: plain(publisher), url });
      expect([id, read['citeproc-py'][id]]).toEqual([id, expect.stringContaining(plain(publisher).slice(0, 8))]);
      const { issued } = citationOfSource(source);
      const iso = issued && isoDate(issued);
      expect([id, read.bibtexparser[id]?.date?.replaceAll('~', '')]).toEqual([id, iso ?? undefined]);
      expect([id, published === null ? null : (read.rispy[id]?.year ?? null)]).toEqual([id, iso?.slice(0, 4) ?? null]);
    }
    expect(read.bibtexparser['hostile-2021-source']?.url).toBe('https://example.org/a_b%20c?x=%7B1%7D&y=%5C');
  });

  test('the data set and an answer from it, with address, day and version', async () => {
    const data = (await dataSetOf(store))!;
    const cited = { address: 'https://custodes.example/graphql#query=x', accessed: '2026-11-29' };
    const whole = citationOfDataSet(data, cited);
    const answer = citationOfAnswer(
      data,
      { about: 'influence(region: "GT")', query: '{ influence(region: "GT") { __typename } }' },
      cited,
    );
    const read = readings({ whole, answer });
    expect(read.cffconvert).toMatchObject({ title: whole.title, version: data.version, license: { id: 'CC-BY-4.0' } });
    expect(read.pybtex[answer.id]).toEqual({ title: 'influence(region: "GT") (answer of Custodes)', author: 'Custodes' });
    expect(read.bibtexparser[answer.id]).toMatchObject({ url: cited.address, date: data.issued });
    expect(read.rispy[answer.id]).toMatchObject({ url: cited.address, year: data.issued.slice(0, 4) });
    expect(read['citeproc-py'][answer.id]).toMatch(/^Custodes/);
  });

  test('the CITATION.cff of the repository is valid, and says the same', async () => {
    const { cffconvert } = askJudge<Readings>('test/judges/citations.py', { cff: readFileSync('CITATION.cff', 'utf8') });
    const { title } = citationOfDataSet((await dataSetOf(store))!, {});
    expect(cffconvert).toMatchObject({ title, license: { id: 'CC-BY-4.0' }, creators: [{ name: 'Custodes' }] });
  });
});
