import { createHash } from 'node:crypto';
import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';
import { timeSpan } from '../../../dist/domain/edtf.js';
import { foldText } from '../../../dist/domain/folding.js';

/**
 * A graph of any size with the shape of ours: actors with skewed degrees (few know many), typed relations among them with dates,
 * a claim for each record, and places (a world, regions, countries) that some of the actors oversee.
 *
 * @typedef {{ actors: number, relations: number, seed: number }} Size
 */

/** Relation types among actors, with how often each is drawn. */
const TYPES = [
  ['PARTNERED_WITH', 4],
  ['MEMBER_OF', 3],
  ['ENGAGED_WITH', 2],
  ['ADVISED', 1],
  ['TRAINED', 1],
  ['FUNDED', 1],
].flatMap(([type, times]) => Array(times).fill(type));
const KINDS = [
  'regulator',
  'ministry',
  'civil-society-organisation',
  'industry-association',
  'private-security-company',
  'state',
];
const WORDS = [
  'Agency',
  'Board',
  'Centre',
  'Council',
  'Directorate',
  'Forum',
  'Guard',
  'Institute',
  'Office',
  'Security',
  'Union',
  'Watch',
];
const SOURCES = 500;
const COUNTRIES = 200;
const REGIONS = 20;

/**
 * @param {Size} size
 * @returns {import('../../../dist/domain/model.js').Graph}
 */
export function generatedGraph({ actors, relations: wanted, seed }) {
  const random = xoroshiro128plus(seed);
  const below = (most) => unsafeUniformIntDistribution(0, most - 1, random);
  // The square of a uniform number: the first actors are met far more often than the last, at either end.
  const skewed = (most) => Math.floor((below(1_000_000) / 1_000_000) ** 2 * most);

  const sources = Array.from({ length: SOURCES }, (_, i) => sourceOf(i));
  const claims = [];
  const claimFor = (subject, subjectType, aspect, statement) => {
    const source = sources[claims.length % SOURCES].id;
    const id = `${source}.${createHash('sha256').update(`${subject}|${statement}`).digest('hex').slice(0, 10)}`;
    claims.push({
      ...{ id, subject, subjectType, aspect, statement, source, locator: `paragraph ${(claims.length % 40) + 1}` },
      ...{ digest: createHash('sha256').update(statement).digest('hex'), stance: 'SUPPORTS', certainty: 'EXPLICIT' },
      ...{ start: null, end: null, attested: null, retrieved: '2026-01-01', recordedBy: 'generated', recorded: '2026-01-01' },
    });
    return id;
  };

  const entities = [];
  const degree = new Map();
  const relations = [];
  const seen = new Set();
  const entity = (id, label, kind, name, within) => {
    const claimIds = [claimFor(id, 'ENTITY', 'existence', `There is ${name}.`)];
    const names = [{ text: name, language: 'en', script: 'Latn', use: 'official', period: null, claimIds }];
    entities.push({
      ...{ id, label, kind, name, names, identifiers: [], attributes: [], status: null, time: timeSpan({}, false) },
      ...{ within, degree: 0, sortKey: foldText(name), claimIds },
    });
  };
  const relation = (source, type, target, qualifiers = {}) => {
    const tail = Object.values(qualifiers).map((value) => `.${value.replaceAll(' ', '-')}`);
    const id = `${source}.${type.toLowerCase().replaceAll('_', '-')}.${target}${tail.join('')}`;
    if (seen.has(id) || source === target) return false;
    seen.add(id);
    const time = timeSpan({ start: `${2000 + below(26)}-0${1 + below(9)}` }, false);
    relations.push({
      ...{ id, type, source, target, qualifiers, time, evidence: { supporting: 1, disputing: 0, strength: 0.8 } },
      ...{
        sortKey: `${time.earliestStart}|${id}`,
        claimIds: [claimFor(id, 'RELATION', 'relation', `${source} ${type} ${target}.`)],
      },
    });
    for (const end of [source, target]) degree.set(end, (degree.get(end) ?? 0) + 1);
    return true;
  };

  const region = (i) => `r${i}`;
  const country = (i) => `c${i}`;
  entity('001', 'Place', 'world', 'World', []);
  for (let i = 0; i < REGIONS; i++) {
    entity(region(i), 'Place', 'region', `Region ${i}`, ['001']);
    relation(region(i), 'PART_OF', '001');
  }
  for (let i = 0; i < COUNTRIES; i++) {
    entity(country(i), 'Place', 'country', `Country ${i}`, ['001', region(i % REGIONS)].sort());
    relation(country(i), 'PART_OF', region(i % REGIONS));
  }
  const actor = (i) => `a${i}`;
  for (let i = 0; i < actors; i++) {
    const home = i % COUNTRIES;
    const name = `${WORDS[below(WORDS.length)]} ${WORDS[below(WORDS.length)]} ${i}`;
    entity(actor(i), 'Actor', KINDS[below(KINDS.length)], name, ['001', country(home), region(home % REGIONS)].sort());
  }
  for (let i = 0; i < COUNTRIES && i < actors; i++)
    relation(actor(skewed(actors)), 'OVERSEES', country(i), { sector: 'private security' });
  while (relations.length < wanted) relation(actor(skewed(actors)), TYPES[below(TYPES.length)], actor(skewed(actors)));

  for (const one of entities) one.degree = degree.get(one.id) ?? 0;
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  const records = [entities, relations, claims, sources].map((list) => list.sort(byId));
  const version = createHash('sha256').update(`${actors} ${wanted} ${seed}`).digest('hex');
  return { version, entities: records[0], relations: records[1], claims: records[2], sources: records[3] };
}

function sourceOf(i) {
  const title = `Source ${i}`;
  const publisher = `Publisher ${i % 100}`;
  return {
    ...{ id: `source-${i}`, title, publisher, publisherId: null, published: '2020', url: `https://source.example/${i}` },
    ...{ language: 'en', kind: 'report', retrieved: '2026-01-01', derivedFrom: null, derivation: null },
    sortKey: foldText(`${title} ${publisher}`),
  };
}
