import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  actorById,
  checkedKinds,
  checkedRelationTypes,
  claimById,
  entityById,
  relationById,
  sourceById,
} from '../../src/domain/lookup.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { inOperation, Operation } from '../../src/store/operation.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
if ('problems' in loaded) throw new Error('the seed dossier is wrong');
const { graph } = loaded;
const store = new MemoryStore();
beforeAll(() => store.load(graph));

describe('an unknown id is refused with the nearest ones', () => {
  test.each([
    ['of an entity, by its words', () => entityById(store, 'digesp'), 'digessp'],
    ['of an actor', () => actorById(store, 'embassy-swiss'), 'swiss-embassy-guatemala'],
    ['of a source, by its beginning', () => sourceById(store, 'icoca-2021'), 'icoca-2021-06-25-digessp'],
    ['of a source, by a word of its title', () => sourceById(store, 'digessp-news'), 'icoca-2021-06-25-digessp'],
    [
      'of a relation without its qualifiers',
      () => relationById(store, 'digessp.regulates.gt'),
      'digessp.regulates.gt.private-security',
    ],
    [
      'of a relation of another type',
      () => relationById(store, 'icoca-secretariat.belongs-to.icoca'),
      'icoca-secretariat.part-of.icoca',
    ],
    [
      'of a relation of a misspelt end',
      () => relationById(store, 'iepade.member_of.icoca'),
      'iepades.member-of.icoca.civil-society-organisation',
    ],
  ])('%s', async (_what, ask, suggestion) => {
    const { code, suggestions } = await refusal(ask);
    expect([code, suggestions[0]]).toEqual(['UNKNOWN_ID', suggestion]);
  });

  test('of the first unknown ids of an operation: a query can name many, and each takes searches', async () => {
    const operation = new Operation('many', performance.now() + 30_000);
    const refusals = await inOperation(operation, () =>
      Promise.all(Array.from({ length: 8 }, () => refusal(() => entityById(store, 'digesp')))),
    );
    expect(refusals.map(({ code }) => code)).toEqual(Array(8).fill('UNKNOWN_ID'));
    expect(refusals.map(({ suggestions }) => suggestions.length > 0)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('of an id of as many characters as are allowed', async () => {
    const { suggestions } = await refusal(() => entityById(store, `digessp-${'y'.repeat(490)}`));
    expect(suggestions).toContain('digessp');
  });

  test('of a relation between ends that have none: relations of one of them', async () => {
    const { suggestions } = await refusal(() => relationById(store, 'digessp.knows.nobody'));
    for (const id of suggestions) expect(id).toContain('digessp');
    expect(suggestions.length).toBeGreaterThan(0);
    expect(await store.relations(suggestions)).toHaveLength(suggestions.length);
  });

  test('of a claim: claims of the source it names, or of the nearest source', async () => {
    const claim = graph.claims[0]!;
    for (const id of [`${claim.source}.0000000000`, 'icoca-2021.0000000000']) {
      const { suggestions } = await refusal(() => claimById(store, id));
      expect(suggestions.length).toBeGreaterThan(0);
      expect(await store.claims(suggestions)).toHaveLength(suggestions.length);
      for (const suggestion of suggestions) expect(suggestion).toMatch(/^icoca-2021-06-25-digessp/);
    }
  });

  test.each(['zzzz', '--', '', '...'])('"%s", near nothing, is refused without', async (id) => {
    for (const ask of [entityById, sourceById, relationById, claimById]) {
      await expect(ask(store, id)).rejects.toMatchObject({ code: 'UNKNOWN_ID', suggestions: [] });
    }
  });
});

describe('a kind or type that is not there', () => {
  const said = (check: () => unknown): { message: string; suggestions: string[] } => {
    try {
      check();
    } catch (error) {
      return error as { message: string; suggestions: string[] };
    }
    throw new Error('it was not refused');
  };

  test('is corrected where it is nearly one', () => {
    expect(said(() => checkedKinds(['regulater'])).suggestions).toEqual(['regulator']);
    expect(said(() => checkedKinds(['Regulator'])).suggestions).toEqual(['regulator']);
    expect(said(() => checkedRelationTypes(['FACILITATES'])).suggestions).toEqual(['FACILITATED']);
  });

  test('is not replaced by something else', () => {
    for (const kind of ['acter', 'x', 'whatever']) expect(said(() => checkedKinds([kind])).suggestions).toEqual([]);
  });

  test.each(['Actor', 'actor', 'actors'])('is a label: %s', (label) => {
    const { message } = said(() => checkedKinds([label]));
    expect(message).toContain('is a label');
    expect(message).toContain('`actors`');
  });
});

async function refusal(ask: () => Promise<unknown>): Promise<{ code: string; suggestions: string[] }> {
  return ask().then(
    () => ({ code: 'answered', suggestions: [] }),
    (error: { code: string; suggestions: string[] }) => error,
  );
}
