import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords } from '../../src/domain/folding.js';
import { search, type SearchHit, type SearchQuestion } from '../../src/domain/search.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
if ('problems' in loaded) throw new Error('the seed dossiers are wrong');
const { graph } = loaded;
const store = new MemoryStore();
beforeAll(() => store.load(graph));

const ask = (text: string, more: Partial<SearchQuestion> = {}): Promise<SearchHit[]> =>
  search(store, { text, first: 20, ...more });

describe('a search finds', () => {
  test.each([
    ['a name', 'Geneva Centre for Security Sector Governance', 'dcaf', 'EXACT'],
    [
      'a name in another language, without its accents',
      'direccion general de servicios de seguridad privada',
      'digessp',
      'EXACT',
    ],
    ['an acronym', 'iepades', 'iepades', 'ACRONYM'],
    ['the beginning of a name', 'swiss emb', 'swiss-embassy-guatemala', 'PREFIX'],
    ['words of a name in any order', 'guatemala swiss', 'swiss-embassy-guatemala', 'WORDS'],
    ['a misspelling', 'embjada suiza', 'swiss-embassy-guatemala', 'SIMILAR'],
    ['the other spelling of a word', 'geneva center for security sector governance', 'dcaf', 'SIMILAR'],
    ['letters of an acronym that changed places', 'dacf', 'dcaf', 'SIMILAR'],
    ['letters of a longer one that changed places', 'idgessp', 'digessp', 'SIMILAR'],
    ['a name after an article', 'the swiss embassy', 'swiss-embassy-guatemala', 'SIMILAR'],
    ['a name with a word too many', 'british embassy guatemala city', 'uk-embassy-guatemala', 'SIMILAR'],
    ['a name within a question', 'who runs the icoca secretariat', 'icoca-secretariat', 'SIMILAR'],
  ])('%s: %s', async (_what, text, id, reason) => {
    const [hit] = await ask(text);
    expect({ id: hit?.entity.id, reason: hit?.reason }).toEqual({ id, reason });
  });

  test.each([
    ['GT', 'gt'],
    ['gtm', 'gt'],
    ['320', 'gt'],
    [' 013 ', '013'],
  ])('the place of the code "%s", before whatever is called so', async (code, id) => {
    const [hit, ...others] = await ask(code);
    expect(hit).toMatchObject({ reason: 'CODE', score: 1, entity: { id }, matchedName: { text: hit?.entity.name } });
    expect(others.map(({ entity }) => entity.id)).not.toContain(id);
    expect((await ask(code, { first: 1 })).map(({ entity }) => entity.id)).toEqual([id]);
    expect((await ask(code, { kinds: ['regulator'] })).map(({ reason }) => reason)).not.toContain('CODE');
    expect((await ask(code, { labels: ['Actor'] })).map(({ reason }) => reason)).not.toContain('CODE');
  });

  test.each(['zzzzz', 'brass band of the swiss', 'acfd'])(
    'nothing for "%s", of which less than half is in a name',
    async (text) => {
      expect(await ask(text)).toEqual([]);
    },
  );

  test.each(['', '   ', '—', '?!'])('nothing to look for in "%s", and says so', async (text) => {
    await expect(ask(text)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  test('only of the labels and kinds asked for', async () => {
    expect((await ask('guatemala', { labels: ['Place'] })).map((hit) => hit.entity.label)).not.toContain('Actor');
    expect((await ask('guatemala', { kinds: ['country'] })).map((hit) => hit.entity.id)).toEqual(['gt']);
  });
});

describe('the ranking', () => {
  const REASONS = ['EXACT', 'ACRONYM', 'PREFIX', 'WORDS', 'SIMILAR'];
  const tier = (hit: SearchHit): number => Math.max(1, REASONS.indexOf(hit.reason));

  test.each(['guatemala', 'swiss embassy', 'icoca', 'international code', 'seguridad privada', 'the private security law'])(
    '%s: the whole name first, then its beginning, its words, what is similar; by score throughout',
    async (text) => {
      const hits = await ask(text);
      expect(hits.length).toBeGreaterThan(1);
      expect(hits.map(tier)).toEqual(hits.map(tier).sort((a, b) => a - b));
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    },
  );

  test('each word that no name has lowers the score', async () => {
    const scores = await Promise.all(
      ['swiss embassy guatemala', 'swiss embassy guatemala city', 'the swiss embassy guatemala city'].map(
        async (text) => (await ask(text)).find((hit) => hit.entity.id === 'swiss-embassy-guatemala')!.score,
      ),
    );
    expect(scores).toEqual([...new Set(scores)].sort((a, b) => b - a));
  });

  test('letters that changed places weigh as much as one replaced letter', async () => {
    const scores = await Promise.all(['digsesp', 'digexsp'].map(async (text) => (await ask(text, { kinds: ['regulator'] }))[0]));
    expect(scores).toMatchObject([{ entity: { id: 'digessp' } }, { entity: { id: 'digessp' }, score: scores[0]?.score }]);
  });
});

test('an entity is found by each of its names with any two neighbouring letters of a longer word swapped', async () => {
  const swaps = graph.entities.flatMap((entity) =>
    entity.names.flatMap((name) =>
      foldedWords(name.text).flatMap((word, at, words) =>
        word.length < 4 ? [] : Array.from({ length: word.length - 1 }, (_, i) => ({ id: entity.id, words, at, i })),
      ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...swaps), async ({ id, words, at, i }) => {
      const word = words[at]!;
      const swapped = word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2);
      const hits = await ask(words.map((each, k) => (k === at ? swapped : each)).join(' '), { first: 1000 });
      expect(hits.map((hit) => hit.entity.id)).toContain(id);
    }),
    { numRuns: 300 },
  );
});
