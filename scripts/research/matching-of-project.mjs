/**
 * How well lists of names are matched, on names that people really use: the graph keeps only the official name of every entity, a fifth of
 * the actors and instruments are taken out of it, and then every other name that the sources give is looked for.
 */
import { loadDossiers } from '../../dist/dossier/index.js';
import { foldText } from '../../dist/domain/folding.js';
import { matchNames } from '../../dist/domain/matching/match.js';
import { PROPERTIES } from '../../dist/domain/matching/properties.js';
import { MemoryStore } from '../../dist/store/memory/memory-store.js';

const LABELS = ['Actor', 'Instrument'];
const EVERY = 5;
const FIRST = 5;

/** What is done to an official name to make what a list may have of it; null where it cannot be. */
const VARIANTS = {
  'upper case, without accents': ({ name }) => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  'a letter missing in the longest word': ({ name }) => {
    const longest = name.split(/\s+/).sort((a, b) => b.length - a.length)[0];
    const at = Math.floor(longest.length / 2);
    return longest.length < 6 ? null : name.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
  },
  'last word first': ({ name }) => {
    const words = name.split(/\s+/);
    return words.length < 3 ? null : `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
  },
  'with its acronym in brackets': ({ name, names }) => {
    const acronym = names.find(({ use }) => use === 'acronym');
    return acronym && foldText(acronym.text) !== foldText(name) ? `${name} (${acronym.text})` : null;
  },
};

/** @returns rows `{ kind, withCountry, asked, matched, right, first, among }`, how many are in the graph, and how many are not */
export async function matching() {
  const { graph } = await loadDossiers('seeds');
  const eligible = graph.entities.filter(({ label }) => LABELS.includes(label));
  const absent = new Set(eligible.filter((_, i) => i % EVERY === 0).map(({ id }) => id));
  const held = eligible.filter(({ id }) => !absent.has(id));
  const countries = new Set(graph.entities.filter(({ kind }) => kind === 'country').map(({ id }) => id));

  const store = new MemoryStore();
  await store.load({
    ...graph,
    entities: graph.entities
      .filter(({ id }) => !absent.has(id))
      .map((entity) =>
        LABELS.includes(entity.label) ? { ...entity, names: entity.names.filter(({ text }) => text === entity.name) } : entity,
      ),
    relations: [],
    claims: [],
  });

  const withheld = (use) =>
    held.flatMap((entity) =>
      entity.names
        .filter((name) => name.use === use && foldText(name.text) !== foldText(entity.name))
        .map(({ text }) => ({ text, entity })),
    );
  const made = (variant) =>
    held.flatMap((entity) => {
      const text = variant(entity);
      return text === null || text === entity.name ? [] : [{ text, entity }];
    });
  const lists = {
    'the official name': held.map((entity) => ({ text: entity.name, entity })),
    ...Object.fromEntries(Object.entries(VARIANTS).map(([names, variant]) => [names, made(variant)])),
    'a short name, not in the graph': withheld('short'),
    'an alias, not in the graph': withheld('alias'),
    'a former name, not in the graph': withheld('former'),
    'its name in another language, not in the graph': withheld('translation'),
    'an acronym, not in the graph': withheld('acronym'),
    'the name of something that is not in the graph': eligible
      .filter(({ id }) => absent.has(id))
      .map(({ name: text, ...entity }) => ({ text, entity, nowhere: true })),
  };

  const rows = [];
  for (const [kind, list] of Object.entries(lists)) {
    for (const withCountry of [false, true]) {
      const located = list.flatMap((item) => {
        const [country] = item.entity.within.filter((place) => countries.has(place));
        return !withCountry ? [item] : country === undefined ? [] : [{ ...item, country }];
      });
      const answers = await matchNames(store, located.map(question));
      rows.push({ kind, withCountry, ...counted(located, answers) });
    }
  }
  await store.close();
  return { rows, held: held.length, absent: absent.size };
}

const question = ({ text, country, entity }) => ({
  text,
  types: { labels: [entity.label], kinds: [] },
  strict: true,
  properties: country === undefined ? [] : [{ property: PROPERTIES.get('country'), values: [country] }],
  limit: FIRST,
});

function counted(list, answers) {
  const right = ({ entity, nowhere }, candidate) => !nowhere && candidate.entity.id === entity.id;
  const tally = { asked: list.length, matched: 0, right: 0, first: 0, among: 0 };
  list.forEach((item, i) => {
    const [best] = answers[i];
    if (best?.match) {
      tally.matched++;
      if (right(item, best)) tally.right++;
    }
    if (best && right(item, best)) tally.first++;
    if (answers[i].some((candidate) => right(item, candidate))) tally.among++;
  });
  return tally;
}
