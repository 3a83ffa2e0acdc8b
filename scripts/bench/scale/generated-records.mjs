import { createHash } from 'node:crypto';
import { timeSpan } from '../../../dist/domain/edtf.js';
import { foldText } from '../../../dist/domain/folding.js';
import { FORMAT, FORMAT_VERSION } from '../../../dist/records/shape.js';

/**
 * A records file of any size with the shape of our graph, as chunks of text: actors with skewed degrees (the first are met by far the most), typed
 * and dated relations, a claim for each record, places (a world, regions, countries) that some actors oversee. The same size and seed give the
 * same bytes. Memory does not grow but for four bytes an actor, its degree: the relations are drawn anew each time they are gone through.
 *
 * @typedef {{ entities: number, relationsEach: number, seed: number }} Size
 */

const TYPES = ['PARTNERED_WITH', 'PARTNERED_WITH', 'MEMBER_OF', 'MEMBER_OF', 'ENGAGED_WITH', 'ADVISED', 'TRAINED', 'FUNDED'];
const KINDS = ['regulator', 'ministry', 'civil-society-organisation', 'industry-association', 'private-security-company'];
const WORDS = ['Agency', 'Board', 'Centre', 'Council', 'Forum', 'Guard', 'Institute', 'Office', 'Security', 'Union', 'Watch'];
export const COUNTRIES = 200;
const REGIONS = 20;
/** A country that has little to do with the rest: the same few actors, whatever the size of the graph. */
export const ISLAND = 'island';
const ISLANDERS = 40;
/** How many relations go out of an actor, in shares of the mean; their own mean is 1. */
const SHARES = [0.2, 0.4, 0.6, 1, 1.6, 2.2];
/** Every so many-th actor is a hub, from which a hundred times as many go out. */
const HUB_EVERY = 10_000;

const country = (i) => `c${i}`;
const region = (i) => `r${i}`;
export const actor = (i) => `a${i}`;

/** @param {Size} size @returns {AsyncGenerator<string>} */
export async function* generatedRecords(size) {
  const { entities: actors, seed } = size;
  const sources = Math.max(100, Math.ceil(actors / 100));
  const places = placesOf();
  const degree = new Uint32Array(actors);
  let drawn = 0;
  for (const { from, to } of relationsOf(size)) {
    drawn++;
    degree[from]++;
    if (to >= 0) degree[to]++;
  }
  const relations = drawn + places.relations.length;
  const entities = actors + places.entities.length;
  const claims = entities + relations;
  const dataVersion = createHash('sha256').update(JSON.stringify(size)).digest('hex');
  const hash = createHash('sha256');
  let records = 0;
  let chunk = '';
  const put = (line) => {
    chunk += `${JSON.stringify(line)}\n`;
    if (chunk.length < 1 << 18) return '';
    return taken();
  };
  const taken = () => {
    const text = chunk;
    hash.update(text);
    chunk = '';
    return text;
  };
  const record = (kind, of) => {
    records++;
    return put({ [kind]: of });
  };
  const claimId = (number) => `source-${number % sources}.${number.toString(16).padStart(10, '0')}`;

  const selection = `generated: ${actors} actors, seed ${seed}`;
  yield put({ format: FORMAT, formatVersion: FORMAT_VERSION, dataVersion, selection, sources, entities, relations, claims });
  for (let i = 0; i < sources; i++) yield record('source', sourceOf(i));
  let number = 0;
  for (const place of places.entities) yield record('entity', entityOf({ ...place, degree: 0, claimIds: [claimId(number++)] }));
  for (let i = 0; i < actors; i++)
    yield record('entity', { ...actorOf(i, size), degree: degree[i], claimIds: [claimId(number++)] });
  for (const part of places.relations)
    yield record('relation', relationOf({ ...part, start: '2000', claimIds: [claimId(number++)] }));
  for (const drawn of relationsOf(size)) yield record('relation', relationOf({ ...ends(drawn), claimIds: [claimId(number++)] }));
  number = 0;
  for (const { id } of places.entities) yield record('claim', claimOf(claimId(number++), id, 'ENTITY'));
  for (let i = 0; i < actors; i++) yield record('claim', claimOf(claimId(number++), actor(i), 'ENTITY'));
  for (const part of places.relations) yield record('claim', claimOf(claimId(number++), idOf(part), 'RELATION'));
  for (const drawn of relationsOf(size)) yield record('claim', claimOf(claimId(number++), idOf(ends(drawn)), 'RELATION'));
  yield taken();
  yield `${JSON.stringify({ end: { records, sha256: hash.digest('hex') } })}\n`;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The relations of actors, by the number of their source; `to` below 0 is a country that it oversees. */
function* relationsOf({ entities: actors, relationsEach, seed }) {
  const random = randomNumbers(seed);
  const below = (most) => Math.floor(random() * most);
  for (let from = 0; from < actors; from++) {
    const share = from % HUB_EVERY === HUB_EVERY - 1 ? 100 : SHARES[below(SHARES.length)];
    const seen = new Set();
    // The overseer of each country is one of the last, which few others know.
    if (actors - from <= COUNTRIES) yield { from, to: from - actors, type: 'OVERSEES', start: '2010' };
    for (let left = Math.min(Math.max(1, Math.round(share * relationsEach)), actors - 1); left > 0; left--) {
      const [type, to] = [TYPES[below(TYPES.length)], Math.floor(random() ** 3 * actors)];
      const start = `${2000 + below(26)}-0${1 + below(9)}`;
      if (to === from || seen.has(`${type}${to}`)) continue;
      seen.add(`${type}${to}`);
      yield { from, to, type, start };
    }
  }
}

const ends = ({ from, to, ...rest }) => ({ source: actor(from), target: to < 0 ? country(-to - 1) : actor(to), ...rest });
const sector = (type) => (type === 'OVERSEES' ? '.private-security' : '');
const idOf = ({ source, type, target }) => `${source}.${type.toLowerCase().replaceAll('_', '-')}.${target}${sector(type)}`;

function relationOf({ source, type, target, start, claimIds }) {
  const [id, time] = [idOf({ source, type, target }), timeSpan({ start }, false)];
  const qualifiers = type === 'OVERSEES' ? { sector: 'private security' } : {};
  const evidence = { supporting: 1, disputing: 0, strength: 0.8 };
  return { id, type, source, target, qualifiers, time, evidence, sortKey: `${time.earliestStart}|${id}`, claimIds };
}

const ALWAYS = timeSpan({}, false);

function entityOf({ id, label, kind, name, within, degree, claimIds }) {
  const names = [{ text: name, language: 'en', script: 'Latn', use: 'official', period: null, claimIds: [] }];
  const plain = { names, identifiers: [], attributes: [], status: null, time: ALWAYS };
  return { id, label, kind, name, ...plain, within, degree, sortKey: foldText(name), claimIds };
}

/** Its name is drawn from its number alone, so that the relations are drawn alike whatever else is. */
export function actorOf(i) {
  const [first, second] = [Math.imul(i, 2654435761) >>> 0, Math.imul(i + 7, 2246822519) >>> 0];
  const name = `${WORDS[first % WORDS.length]} ${WORDS[second % WORDS.length]} ${i}`;
  const home = i % COUNTRIES;
  const within = ['001', country(home), region(home % REGIONS)].sort();
  return entityOf({ id: actor(i), label: 'Actor', kind: KINDS[first % KINDS.length], name, within, degree: 0, claimIds: [] });
}

function placesOf() {
  const place = (id, kind, name, within) => ({ id, label: 'Place', kind, name, within });
  const part = (source, target) => ({ source, type: 'PART_OF', target });
  const regions = Array.from({ length: REGIONS }, (_, i) => i);
  const countries = Array.from({ length: COUNTRIES }, (_, i) => i);
  const islanders = Array.from({ length: ISLANDERS }, (_, i) => i);
  const islander = (i) => ({
    ...{ id: `islander-${i}`, label: 'Actor', kind: KINDS[i % KINDS.length], name: `Islander ${i}` },
    within: ['001', ISLAND, region(0)].sort(),
  });
  return {
    entities: [
      place('001', 'world', 'World', []),
      ...regions.map((i) => place(region(i), 'region', `Region ${i}`, ['001'])),
      ...countries.map((i) => place(country(i), 'country', `Country ${i}`, ['001', region(i % REGIONS)].sort())),
      place(ISLAND, 'country', 'Island', ['001', region(0)]),
      ...islanders.map((i) => islander(i)),
    ],
    relations: [...regions.map((i) => part(region(i), '001')), ...countries.map((i) => part(country(i), region(i % REGIONS)))],
  };
}

function claimOf(id, subject, subjectType) {
  const statement = `The register has ${subject}.`;
  return {
    ...{ id, subject, subjectType, aspect: subjectType === 'ENTITY' ? 'existence' : 'relation', statement },
    ...{ source: id.slice(0, id.indexOf('.')), locator: 'line 1', digest: createHash('sha256').update(statement).digest('hex') },
    ...{ stance: 'SUPPORTS', certainty: 'EXPLICIT', start: null, end: null, attested: null },
    ...{ retrieved: '2026-01-01', recordedBy: 'generated', recorded: '2026-01-01' },
  };
}

function sourceOf(i) {
  const [title, publisher] = [`Source ${i}`, `Publisher ${i % 100}`];
  return {
    ...{ id: `source-${i}`, title, publisher, publisherId: null, published: '2020', url: `https://source.example/${i}` },
    ...{ language: 'en', kind: 'report', retrieved: '2026-01-01', derivedFrom: null, derivation: null },
    sortKey: foldText(`${title} ${publisher}`),
  };
}
