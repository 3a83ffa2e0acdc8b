import type { ProblemCode } from '../../src/dossier/index.js';
import { CLAIM, HEAD } from './dossiers.js';

/**
 * One mistake in an otherwise right dossier, read beside `BASE`. The mark ▸ stands where the message must point; it is
 * taken out before the dossier is read.
 */
export interface Mistake {
  what: string;
  code: ProblemCode;
  yaml: string;
  /** What the remedy must say. */
  remedy: string;
}

const named = (id: string): string => `id: ${id}, kind: centre, names: [{ text: A centre, language: en }]`;
const partOf = (from: string, to: string): string => `{ type: PART_OF, from: ${from}, to: ${to}, claims: [${CLAIM}] }`;
const source = (id: string, more: string): string =>
  `{ id: ${id}, title: T, publisher: Press, url: "https://x.example/", language: en, kind: news, retrieved: 2026-11-24, ${more} }`;
/** A relation between actors of `BASE`. */
const partners = (more: string): string => `${HEAD}relations:
  - { type: PARTNERED_WITH, from: icoca, to: dcaf, ${more} }
`;
const entity = (more: string): string => `${HEAD}entities:
  - { id: iepades, kind: civil-society-organisation, ${more} }
`;

export const MISTAKES: Mistake[] = [
  // YAML
  {
    what: 'bad YAML: a bracket is not closed',
    code: 'YAML_SYNTAX',
    yaml: `${HEAD}entities: [{ id: a }\n▸relations: []\n`,
    remedy: 'check quotes, brackets',
  },
  { what: 'bad YAML: a tab', code: 'YAML_SYNTAX', yaml: `${HEAD}entities:\n▸\t- id: a\n`, remedy: 'indent with spaces' },
  {
    what: 'bad YAML: a colon in a text without quotes',
    code: 'YAML_SYNTAX',
    yaml: `${HEAD}entities:\n  - id: a\n    kind: ▸ICoCA: the centre\n`,
    remedy: 'put quotes around',
  },
  { what: 'two documents in one file', code: 'YAML_SYNTAX', yaml: `${HEAD}▸---\nrelations: []\n`, remedy: 'split the file' },
  { what: 'a key twice', code: 'DUPLICATE_KEY', yaml: `${HEAD}▸recorded_by: Someone\n`, remedy: 'join the two' },
  { what: 'an alias', code: 'YAML_ALIAS', yaml: `${HEAD}entities: &e []\nrelations: ▸*e\n`, remedy: 'write the value here' },

  // shape
  { what: 'a list instead of a mapping', code: 'WRONG_TYPE', yaml: '▸- recorded: 2026-11-24\n', remedy: 'write a mapping' },
  { what: 'an empty file', code: 'WRONG_TYPE', yaml: '▸', remedy: 'write it' },
  { what: 'no day of recording', code: 'MISSING_KEY', yaml: '▸recorded_by: Tests\n', remedy: 'add "recorded:"' },
  { what: 'a key misspelt', code: 'UNKNOWN_KEY', yaml: `${HEAD}▸entites: []\n`, remedy: 'write "entities"' },
  { what: 'a mapping instead of a list', code: 'WRONG_TYPE', yaml: `${HEAD}entities: ▸{ id: a }\n`, remedy: 'write a list' },
  {
    what: 'an id with capitals',
    code: 'BAD_ID',
    yaml: `${HEAD}entities:\n  - { ${named('▸My-Centre')}, claims: [${CLAIM}] }\n`,
    remedy: 'write "my-centre"',
  },
  {
    what: 'recorded is no day',
    code: 'BAD_DAY',
    yaml: HEAD.replace('recorded: 2026-11-24', 'recorded: ▸2026-11'),
    remedy: '2026-11-24',
  },
  {
    what: 'retrieved on a day that does not exist',
    code: 'BAD_DAY',
    yaml: `${HEAD}sources:\n  - { id: x, title: T, publisher: Press, url: "https://x.example/", language: en, kind: news, retrieved: ▸2026-02-30 }\n`,
    remedy: '2026-11-24',
  },
  {
    what: 'an address that is none',
    code: 'BAD_URL',
    yaml: `${HEAD}sources:\n  - { id: x, title: T, publisher: Press, url: ▸icoca.ch, language: en, kind: news, retrieved: 2026-11-24 }\n`,
    remedy: 'https://',
  },
  {
    what: 'an address that is not of the web',
    code: 'BAD_URL',
    yaml: `${HEAD}sources:\n  - { id: x, title: T, publisher: Press, url: ▸"ftp://icoca.ch/", language: en, kind: news, retrieved: 2026-11-24 }\n`,
    remedy: 'https://',
  },
  {
    what: 'a kind of source misspelt',
    code: 'UNKNOWN_WORD',
    yaml: `${HEAD}sources:\n  - ${source('x', 'published: 2021').replace('kind: news', 'kind: ▸newz')}\n`,
    remedy: 'write "news"',
  },
  {
    what: 'a kind of source by a longer word',
    code: 'UNKNOWN_WORD',
    yaml: `${HEAD}sources:\n  - ${source('x', 'published: 2021').replace('kind: news', 'kind: ▸newspaper')}\n`,
    remedy: 'write "news"',
  },
  {
    what: 'a digest that is too short',
    code: 'BAD_DIGEST',
    yaml: HEAD.replace(/digest: a+/, 'digest: ▸abc123'),
    remedy: 'custodes digest',
  },
  {
    what: 'an empty statement',
    code: 'EMPTY_TEXT',
    yaml: partners('claims: [{ passage: p, statement: ▸"" }]'),
    remedy: 'write it',
  },
  { what: 'a statement left out', code: 'MISSING_KEY', yaml: partners('claims: [▸{ passage: p }]'), remedy: 'add "statement:"' },
  {
    what: 'a certainty misspelt',
    code: 'UNKNOWN_WORD',
    yaml: partners('claims: [{ passage: p, statement: S., certainty: ▸implicit }]'),
    remedy: 'choose one of these',
  },
  {
    what: 'a claim with a date that says it has none',
    code: 'CONFLICTING_KEYS',
    yaml: partners('claims: [{ passage: p, statement: S., ▸undated: true, at: 2020 }]'),
    remedy: 'remove one of the two',
  },

  // the vocabulary
  {
    what: 'an unknown kind',
    code: 'UNKNOWN_KIND',
    yaml: `${HEAD}entities:\n  - { id: iepades, kind: ▸civil-society-organization, names: [IEPADES], claims: [${CLAIM}] }\n`,
    remedy: 'write "civil-society-organisation"',
  },
  {
    what: 'an unknown relation type',
    code: 'UNKNOWN_RELATION_TYPE',
    yaml: `${HEAD}relations:\n  - { type: ▸LIKES, from: icoca, to: dcaf, claims: [${CLAIM}] }\n`,
    remedy: 'schema/relation-types/',
  },
  {
    what: 'the beginning of a relation type',
    code: 'UNKNOWN_RELATION_TYPE',
    yaml: `${HEAD}relations:\n  - { type: ▸PARTNERED, from: icoca, to: dcaf, claims: [${CLAIM}] }\n`,
    remedy: 'write "PARTNERED_WITH"',
  },
  {
    what: 'a relation type misspelt',
    code: 'UNKNOWN_RELATION_TYPE',
    yaml: `${HEAD}relations:\n  - { type: ▸CO_ORGANIZED, from: icoca, to: session, claims: [${CLAIM}] }\n`,
    remedy: 'write "CO_ORGANISED"',
  },
  {
    what: 'an unknown attribute',
    code: 'UNKNOWN_ATTRIBUTE',
    yaml: entity(`names: [IEPADES], claims: [${CLAIM}], attributes: [{ name: ▸purposes, value: To help. }]`),
    remedy: 'write "purpose"',
  },
  {
    what: 'a number that is none',
    code: 'BAD_VALUE',
    yaml: entity(`names: [IEPADES], claims: [${CLAIM}], attributes: [{ name: guards, value: ▸"12,000" }]`),
    remedy: 'digits only',
  },
  {
    what: 'a qualifier that the type does not have',
    code: 'UNKNOWN_QUALIFIER',
    yaml: partners(`▸sector: oil, claims: [${CLAIM}]`),
    remedy: 'role',
  },
  {
    what: 'a qualifier misspelt',
    code: 'UNKNOWN_KEY',
    yaml: partners(`▸rolle: host, claims: [${CLAIM}]`),
    remedy: 'write "role"',
  },
  {
    what: 'qualifiers that only differ in capitals',
    code: 'QUALIFIER_CLASH',
    yaml: `${HEAD}relations:
  - { type: MEMBER_OF, from: dcaf, to: icoca, category: Observer, claims: [${CLAIM}] }
  - { type: MEMBER_OF, from: dcaf, to: icoca, category: ▸observer, claims: [${CLAIM}] }
`,
    remedy: 'category: Observer',
  },

  // ends
  {
    what: 'the ends the wrong way round',
    code: 'WRONG_END',
    yaml: `${HEAD}relations:\n  - { type: CONDUCTED, from: ▸session, to: icoca, claims: [${CLAIM}] }\n`,
    remedy: 'swap "from" and "to"',
  },
  {
    what: 'a kind that may not stand there',
    code: 'WRONG_END',
    yaml: `${HEAD}relations:\n  - { type: FACILITATED, from: icoca, to: ▸the-code, claims: [${CLAIM}] }\n`,
    remedy: 'PROMOTES',
  },
  {
    what: 'a kind where only another kind may stand',
    code: 'WRONG_END',
    yaml: `${HEAD}relations:\n  - { type: ACCREDITED_TO, from: ▸icoca, to: gt, claims: [${CLAIM}] }\n`,
    remedy: 'OPERATES_IN',
  },
  {
    what: 'an actor as a part of an event',
    code: 'WRONG_END',
    yaml: `${HEAD}relations:\n  - ${partOf('icoca', '▸session')}\n`,
    remedy: 'CONDUCTED',
  },
  {
    what: 'a relation with itself',
    code: 'SELF_RELATION',
    yaml: `${HEAD}relations:\n  - ${partOf('icoca', '▸icoca')}\n`,
    remedy: 'correct',
  },
  {
    what: 'a relation to what is not there',
    code: 'DANGLING_REFERENCE',
    yaml: `${HEAD}relations:\n  - { type: REGULATES, from: ▸digesp, to: gt, claims: [${CLAIM}] }\n`,
    remedy: 'write "digessp"',
  },
  {
    what: 'a relation to a name instead of an id',
    code: 'DANGLING_REFERENCE',
    yaml: `${HEAD}relations:\n  - { type: REGULATES, from: digessp, to: ▸guatemala, claims: [${CLAIM}] }\n`,
    remedy: 'write "gt"',
  },
  {
    what: 'a relation to what another folder may declare',
    code: 'DANGLING_REFERENCE',
    yaml: `${HEAD}relations:\n  - { type: PARTNERED_WITH, from: icoca, to: ▸african-union, claims: [${CLAIM}] }\n`,
    remedy: 'validate the whole seeds folder',
  },
  {
    what: 'a relation to a code in capitals',
    code: 'BAD_ID',
    yaml: `${HEAD}relations:\n  - { type: REGULATES, from: digessp, to: ▸HN, claims: [${CLAIM}] }\n`,
    remedy: 'write "hn"',
  },
  {
    what: 'a relation to a name as it is written',
    code: 'BAD_ID',
    yaml: `${HEAD}relations:\n  - { type: REGULATES, from: ▸Dirección General, to: gt, claims: [${CLAIM}] }\n`,
    remedy: 'write "digessp"',
  },
  {
    what: 'a relation to what has capitals and is not there',
    code: 'BAD_ID',
    yaml: `${HEAD}relations:\n  - { type: PARTNERED_WITH, from: ▸Seguridad-HN, to: icoca, claims: [${CLAIM}] }\n`,
    remedy: 'write "seguridad-hn"',
  },
  {
    what: 'a part in an event that was not held',
    code: 'EVENT_NOT_HELD',
    yaml: `${HEAD}relations:\n  - { type: CONDUCTED, from: icoca, to: ▸follow-up, claims: [${CLAIM}] }\n`,
    remedy: 'PROPOSED',
  },
  {
    what: 'a status on what is no event',
    code: 'STATUS_WITHOUT_EVENT',
    yaml: entity(`names: [IEPADES], ▸status: held, claims: [${CLAIM}]`),
    remedy: 'remove',
  },

  // claims and sources
  {
    what: 'a relation without a claim',
    code: 'MISSING_CLAIM',
    yaml: `${HEAD}relations:\n  - ▸{ type: PARTNERED_WITH, from: icoca, to: dcaf }\n`,
    remedy: 'add "claims:"',
  },
  {
    what: 'a relation with an empty list of claims',
    code: 'MISSING_CLAIM',
    yaml: partners('claims: ▸[]'),
    remedy: 'add "claims:"',
  },
  {
    what: 'an entity without a claim',
    code: 'MISSING_CLAIM',
    yaml: `${HEAD}entities:\n  - ▸{ ${named('c')} }\n`,
    remedy: 'add "claims:"',
  },
  {
    what: 'a claim without a source',
    code: 'MISSING_SOURCE',
    yaml: partners('claims: [▸{ statement: They are partners. }]'),
    remedy: 'passage',
  },
  {
    what: 'an unknown passage',
    code: 'UNKNOWN_PASSAGE',
    yaml: `${HEAD}  opening: { source: page, locator: p. 1, digest: ${'b'.repeat(64)} }
relations:
  - { type: PARTNERED_WITH, from: icoca, to: dcaf, claims: [{ passage: ▸openning, statement: S. }] }
`,
    remedy: 'write "opening"',
  },
  {
    what: 'an unknown source in a claim',
    code: 'UNKNOWN_SOURCE',
    yaml: partners(`claims: [{ source: ▸pages, locator: p. 1, digest: ${'b'.repeat(64)}, statement: S. }]`),
    remedy: 'write "page"',
  },
  {
    what: 'an unknown source in a passage',
    code: 'UNKNOWN_SOURCE',
    yaml: HEAD.replace('source: page', 'source: ▸pgae'),
    remedy: 'write "page"',
  },
  {
    what: 'an unknown original',
    code: 'UNKNOWN_SOURCE',
    yaml: `${HEAD}sources:\n  - ${source('x', 'translates: ▸pgae')}\n`,
    remedy: 'write "page"',
  },
  {
    what: 'a publisher that looks like an id',
    code: 'DANGLING_REFERENCE',
    yaml: `${HEAD}sources:\n  - ${source('x', '').replace('publisher: Press', 'publisher: ▸icoac')}\n`,
    remedy: 'write "icoca"',
  },
  {
    what: 'a publisher nobody declares, near the codes of countries',
    code: 'DANGLING_REFERENCE',
    yaml: `${HEAD}sources:\n  - ${source('x', '').replace('publisher: Press', 'publisher: ▸oas')}\n`,
    remedy: 'declare it',
  },
  {
    what: 'sources that translate one another',
    code: 'SOURCE_CYCLE',
    yaml: `${HEAD}sources:\n  - ${source('x', 'translates: y')}\n  - ${source('y', 'translates: ▸x')}\n`,
    remedy: 'case.yaml:8:',
  },
  {
    what: 'a passage and a locator in one claim',
    code: 'CONFLICTING_KEYS',
    yaml: partners('claims: [{ passage: p, ▸locator: p. 2, statement: S. }]'),
    remedy: 'remove "locator:"',
  },
  {
    what: 'a relation that is only disputed',
    code: 'UNSUPPORTED_RELATION',
    yaml: partners('claims: ▸[{ passage: p, statement: They are not., stance: disputes }]'),
    remedy: 'add the claim that is disputed',
  },

  // ids
  {
    what: 'an entity declared twice',
    code: 'DUPLICATE_ID',
    yaml: `${HEAD}entities:\n  - { id: ▸icoca, kind: centre, names: [ICoCA], claims: [${CLAIM}] }\n`,
    remedy: 'adds: true',
  },
  {
    what: 'a country declared again',
    code: 'DUPLICATE_ID',
    yaml: `${HEAD}entities:\n  - { id: ▸gt, kind: country, names: [{ text: Guatemala, language: es }], claims: [${CLAIM}] }\n`,
    remedy: 'adds: true',
  },
  {
    what: 'a source declared twice',
    code: 'DUPLICATE_ID',
    yaml: `${HEAD}sources:\n  - ${source('page', '').replace('id: page', 'id: ▸page')}\n`,
    remedy: 'remove one',
  },
  {
    what: 'an addition to nothing',
    code: 'DANGLING_REFERENCE',
    yaml: `${HEAD}entities:\n  - { id: ▸icoka, adds: true, names: [ICCA], claims: [${CLAIM}] }\n`,
    remedy: 'write "icoca"',
  },
  {
    what: 'an addition with a kind',
    code: 'CONFLICTING_KEYS',
    yaml: `${HEAD}entities:\n  - { id: icoca, adds: true, ▸kind: centre, names: [ICCA], claims: [${CLAIM}] }\n`,
    remedy: 'remove "kind:"',
  },
  {
    what: 'an addition without a claim',
    code: 'MISSING_CLAIM',
    yaml: `${HEAD}entities:\n  - { id: icoca, adds: true, names: [▸{ text: Asociación, language: es }] }\n`,
    remedy: 'add "claims:"',
  },

  // names
  {
    what: 'a name without a language',
    code: 'NAME_WITHOUT_LANGUAGE',
    yaml: entity(`names: [▸{ text: Instituto }], claims: [${CLAIM}]`),
    remedy: 'add "language:"',
  },
  {
    what: 'a plain name that is no acronym',
    code: 'NAME_WITHOUT_LANGUAGE',
    yaml: entity(`names: [▸Instituto], claims: [${CLAIM}]`),
    remedy: 'text: Instituto',
  },
  {
    what: 'a language by its name',
    code: 'BAD_LANGUAGE',
    yaml: entity(`names: [{ text: Instituto, language: ▸spanish }], claims: [${CLAIM}]`),
    remedy: 'es',
  },
  {
    what: 'a language that is none',
    code: 'BAD_LANGUAGE',
    yaml: entity(`names: [{ text: Instituto, language: ▸sp }], claims: [${CLAIM}]`),
    remedy: 'es',
  },
  {
    what: 'a script that is none',
    code: 'BAD_SCRIPT',
    yaml: entity(`names: [{ text: Instituto, language: es, script: ▸Latm }], claims: [${CLAIM}]`),
    remedy: 'write "Latn"',
  },
  {
    what: 'no name',
    code: 'MISSING_KEY',
    yaml: `${HEAD}entities:\n  - ▸{ id: iepades, kind: centre, claims: [${CLAIM}] }\n`,
    remedy: 'add "names:"',
  },

  // dates
  { what: 'a bad date', code: 'BAD_DATE', yaml: partners(`at: ▸24 June 2021, claims: [${CLAIM}]`), remedy: '2021-06-24' },
  {
    what: 'a bad date in a list',
    code: 'BAD_DATE',
    yaml: partners(`at: [2021, ▸2021-13], claims: [${CLAIM}]`),
    remedy: 'write 2021 ',
  },
  {
    what: 'a day that does not exist',
    code: 'BAD_DATE',
    yaml: partners(`start: ▸2021-02-29, claims: [${CLAIM}]`),
    remedy: 'write 2021-02 ',
  },
  {
    what: 'an interval as a start',
    code: 'BAD_DATE',
    yaml: partners(`start: ▸2019/2020, claims: [${CLAIM}]`),
    remedy: 'interval',
  },
  { what: 'an open start', code: 'BAD_DATE', yaml: partners(`start: ▸.., claims: [${CLAIM}]`), remedy: 'leave' },
  {
    what: 'an end before the start',
    code: 'BAD_DATE',
    yaml: partners(`start: 2020, end: ▸2019, claims: [${CLAIM}]`),
    remedy: 'swap',
  },
  {
    what: 'a bad date of a claim',
    code: 'BAD_DATE',
    yaml: partners('claims: [{ passage: p, statement: S., start: ▸soon }]'),
    remedy: '2021-06-24',
  },
  {
    what: 'a bad date of a source',
    code: 'BAD_DATE',
    yaml: `${HEAD}sources:\n  - ${source('x', 'published: ▸last year')}\n`,
    remedy: '2021-06-24',
  },
  {
    what: 'on together with start',
    code: 'CONFLICTING_KEYS',
    yaml: partners(`▸on: 2021, start: 2020, claims: [${CLAIM}]`),
    remedy: 'remove one of the two',
  },

  // circles
  {
    what: 'cyclic PART_OF',
    code: 'CYCLE',
    yaml: `${HEAD}relations:\n  - ${partOf('dcaf', 'icoca')}\n  - ${partOf('icoca', 'digessp')}\n  - ▸${partOf('digessp', 'dcaf')}\n`,
    remedy: 'case.yaml:8:5, case.yaml:9:5',
  },
  {
    what: 'a PART_OF that turns the world round',
    code: 'CYCLE',
    yaml: `${HEAD}relations:\n  - ▸${partOf('"019"', 'gt')}\n`,
    remedy: 'cldr-core',
  },
];
