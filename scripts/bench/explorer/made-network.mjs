/**
 * A made network of the size that the explorer must carry, as a folder of dossiers: 40 hubs, every other entity joined to four of
 * them by relations of five types, the same at every run. The address that shows all of it is in the answer.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HUBS = 40;
const TYPES = ['PARTNERED_WITH', 'ENGAGED_WITH', 'ADVISED', 'FUNDED', 'TRAINED'];
const KINDS = ['private-security-company', 'civil-society-organisation', 'ministry', 'industry-association', 'academic-body'];
/** As the explorer brings relations in. */
const RELATIONS_PAGE = 25;
const READ_ON = '2026-01-01';

/** @param {{ folder: string, nodes: number, edges: number }} wanted @returns {{ address: string }} what stands after `/` */
export function makeNetwork({ folder, nodes, edges }) {
  const others = nodes - HUBS;
  const ids = [
    ...Array.from({ length: HUBS }, (_, n) => `hub-${n + 1}`),
    ...Array.from({ length: others }, (_, n) => `member-${n + 1}`),
  ];
  const joined = new Set();
  const relations = [];
  const degrees = new Map();
  const join2 = (from, to) => {
    const type = TYPES[relations.length % TYPES.length];
    if (from === to || joined.has(`${from} ${type} ${to}`)) return;
    joined.add(`${from} ${type} ${to}`);
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    relations.push({ type, from, to, claims: [{ passage: 'made', statement: `Made: ${from} and ${to}.` }] });
  };
  const chance = chances(20_210_624);
  const hub = () => `hub-${1 + Math.floor(chance() * HUBS)}`;
  // Every entity is reached, then relations are added until there are enough.
  for (let round = 0; relations.length < edges; round++) {
    for (let n = 1; n <= others && relations.length < edges; n++) join2(`member-${n}`, hub());
  }
  const dossier = {
    recorded: READ_ON,
    recorded_by: 'Made for a measurement',
    sources: [
      {
        id: 'made',
        title: 'A made network',
        publisher: 'Nobody',
        url: 'https://example.org/made',
        language: 'en',
        kind: 'report',
        retrieved: READ_ON,
      },
    ],
    passages: { made: { source: 'made', locator: 'everywhere', digest: createHash('sha256').update('made').digest('hex') } },
    entities: ids.map((id, n) => ({
      id,
      kind: KINDS[n % KINDS.length],
      names: [{ text: `Made organisation ${n + 1}`, language: 'en' }],
      claims: [{ passage: 'made', statement: `Made: ${id}.` }],
    })),
    relations,
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'made.yaml'), JSON.stringify(dossier, null, 1));
  const expanded = ids
    .slice(0, HUBS)
    .map((id) => `expand=${id}~~${Math.ceil((degrees.get(id) ?? 0) / RELATIONS_PAGE)}`)
    .join('&');
  return { address: `?${expanded}` };
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
