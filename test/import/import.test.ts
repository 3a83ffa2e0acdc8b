import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/domain/model.js';
import { formatProblems, graphOfFiles, loadDossiers, passageDigest } from '../../src/dossier/index.js';
import { dossierText, readImport } from '../../src/import/import.js';
import { MOST_VALUE_CHARACTERS } from '../../src/import/records.js';
import { exported, storeOf } from '../export/exported.js';
import { imported, mappingOf, SOURCE } from './imported.js';

const counts = ({ entities, relations, claims, sources }: Graph): number[] =>
  [entities, relations, claims, sources].map(({ length }) => length);

/** All that comes back, without what the formats have no place for. */
const particulars = (of: Graph): unknown => ({
  entities: of.entities.map(({ id, kind, name, names, time, attributes, status }) => [
    ...[id, kind, name, names.map(({ text }) => text).sort(), time, status],
    attributes.map(({ name, value, date }) => [name, value, date]),
  ]),
  relations: of.relations.map(({ id, qualifiers, time, evidence }) => [id, qualifiers, time, evidence]),
  claims: of.claims
    .map(({ subject, statement, source, locator, digest, stance, certainty }) =>
      [subject, statement, source, locator, digest, stance, certainty].join('|'),
    )
    .sort(),
  sources: of.sources.map(({ id, title, published, url, language, kind, retrieved }) => [
    id,
    title,
    published,
    url,
    language,
    kind,
    retrieved,
  ]),
});

let story: Graph;
beforeAll(async () => {
  const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
  if ('problems' in loaded) throw new Error('The seed story has mistakes');
  story = loaded.graph;
});

describe('our own exports come back', () => {
  test('FollowTheMoney: with every entity, relation, date, claim and source', async () => {
    const { graph } = await imported((await exported(await storeOf(story), 'ftm')).text, 'ftm');
    expect(counts(graph)).toEqual(counts(story));
    expect(particulars(graph)).toEqual(particulars(story));
  });

  test('GraphML: the same, with nothing left over', async () => {
    const { graph, unmapped } = await imported((await exported(await storeOf(story), 'graphml')).text, 'graphml');
    expect(counts(graph)).toEqual(counts(story));
    expect(particulars(graph)).toEqual(particulars(story));
    expect(unmapped).toEqual([]);
  });

  test('GraphML of an earlier release, whose claims lack the records of their sources: said of each, and the records are cited', async () => {
    const { text } = await exported(await storeOf(story), 'graphml');
    const { graph, unmapped } = await imported(text.replaceAll('&quot;sourceKind&quot;:', '&quot;then&quot;:'), 'graphml');
    expect(counts(graph).slice(0, 2)).toEqual(counts(story).slice(0, 2));
    expect(unmapped.filter(({ what }) => what === 'a claim')).toHaveLength(story.claims.length);
    // All claims of a record are one value, and may be longer than a value of somebody else's.
    const begins = '&quot;statement&quot;:&quot;';
    const long = text.replace(begins, begins + 'x'.repeat(MOST_VALUE_CHARACTERS));
    const claims = readImport('data', Buffer.from(long), 'graphml', {}).things.flatMap((thing) => thing.claims);
    expect(claims.filter(({ statement }) => statement.length > MOST_VALUE_CHARACTERS)).toHaveLength(1);
    await expect(imported(text.replace('&quot;digest&quot;:', '&quot;digest&quot;'), 'graphml')).rejects.toMatchObject({
      code: 'MALFORMED_FILE',
    });
  });

  test('into the graph that has it already: nothing is declared again', async () => {
    const { dossier, counts } = await imported((await exported(await storeOf(story), 'ftm')).text, 'ftm', {
      known: story,
      check: false,
    });
    expect([counts.newEntities, counts.knownEntities, dossier.entities, dossier.sources]).toEqual([
      0,
      story.entities.length,
      [],
      [],
    ]);
  });

  test('into the graph that has all of it but one claim: that claim is written', async () => {
    const { text } = await exported(await storeOf(story), 'graphml');
    const said = 'DIGESSP is the Guatemalan directorate general for private security services.';
    expect(text).toContain(said);
    const { dossier } = await imported(text.replace(said, `${said} Indeed.`), 'graphml', { known: story, check: false });
    expect(dossier.entities).toMatchObject([{ id: 'digessp', adds: true, claims: [{ statement: `${said} Indeed.` }] }]);
    expect(dossier.entities![0]!.names).toBeUndefined();
  });
});

const REGISTER = `Name;Short;Web;Country;Since;Member of;Grade
"Guardias; Asociación de";GUARDAS;https://guardias.example;Guatemala;2004;ICoCA;A
Dirección General de Servicios de Seguridad Privada;;;Guatemala;;;
Nobody knows;;;;soon;Society of Stars;B
`;
const MAPPING = `
language: es
rows:
  entities:
    names: [{ column: Name }, { column: Short, use: acronym }]
    kind: { value: industry-association }
    identifiers: [{ column: Web, scheme: website }]
    start: Since
  relations:
    from: Name
    to: Member of
    type: { value: MEMBER_OF }
  ignore: [Country]
`;

describe('CSV with a mapping', () => {
  test('makes entities and relations, each with a claim on its row', async () => {
    const { dossier, unmapped } = await imported(REGISTER, 'csv', { mapping: mappingOf(MAPPING), known: story, check: false });
    const [guards] = dossier.entities!;
    expect(guards).toMatchObject({
      ...{ id: 'guardias-asociacion-de', kind: 'industry-association', start: '2004' },
      names: [
        { text: 'Guardias; Asociación de', language: 'es' },
        { text: 'GUARDAS', use: 'acronym' },
      ],
      identifiers: [{ scheme: 'website', value: 'https://guardias.example' }],
    });
    const text =
      'Name: Guardias; Asociación de; Short: GUARDAS; Web: https://guardias.example; Country: Guatemala; Since: 2004; Member of: ICoCA; Grade: A';
    expect(guards?.claims).toEqual([
      expect.objectContaining({ source: SOURCE.id, locator: 'row 1 (line 2)', digest: passageDigest(text) }),
    ]);
    expect(dossier.relations).toEqual([
      expect.objectContaining({ type: 'MEMBER_OF', from: 'guardias-asociacion-de', to: 'icoca' }),
    ]);
    // The authority is known by its exact name, of another kind of actor, and nothing new is said of it.
    expect(
      dossier.entities?.some(({ names }) => names?.some((name) => typeof name === 'object' && name.text.includes('Dirección'))),
    ).toBe(false);
    expect(unmapped.map(({ line, what, why }) => [line, what, why.slice(0, 40)])).toEqual([
      [2, 'the column Grade', 'the mapping does not name it'],
      [3, 'the relation', 'it lacks an end'],
      [4, 'the column Grade', 'the mapping does not name it'],
      [3, 'the kind industry-association', 'digessp is in the graph already, as regu'],
      [4, 'the relation Nobody knows → Society of Stars', 'its end Society of Stars: it is neither '],
    ]);
  });

  test('adds what is new of an entity of the graph, of every record that names it, and lists what contradicts', async () => {
    const file =
      'Name,Since,Seen,Web\nDIGESSP,2011-05,2020,\nDirección General de Servicios de Seguridad Privada,,,https://new.example\nDIGESSP,,,\n';
    const rows = `
rows:
  entities:
    names: [{ column: Name, language: es }]
    kind: { value: regulator }
    identifiers: [{ column: Web, scheme: website }]
    start: Since
    at: Seen
`;
    const mapping = mappingOf(rows);
    const { dossier, unmapped, counts } = await imported(file, 'csv', { mapping, known: story, check: false });
    const [dated, sited, ...others] = dossier.entities!;
    expect(dated).toMatchObject({ id: 'digessp', adds: true, start: '2011-05', claims: [{ locator: 'row 1 (line 2)' }] });
    expect(dated?.at).toEqual(['2020']);
    expect(sited).toMatchObject({
      adds: true,
      identifiers: [{ value: 'https://new.example', claims: [{ locator: 'row 2 (line 3)' }] }],
    });
    expect([others, counts.knownEntities]).toEqual([[], 2]);
    expect(unmapped.map(({ line, why }) => [line, why])).toEqual([[4, 'its key stands in the file twice']]);
    // A second time it is known, and a kind that is another one is said.
    const bytes = Buffer.from(dossierText(dossier, 'data'));
    const told = graphOfFiles([
      { file: 'story.yaml', bytes: readFileSync('seeds/icoca/2021-06-25-digessp.yaml') },
      { file: 'made.yaml', bytes },
    ]);
    if ('problems' in told) throw new Error(formatProblems(told.problems));
    const again = await imported(file, 'csv', {
      mapping: mappingOf(rows.replace('regulator', 'ministry')),
      known: told.graph,
      check: false,
    });
    expect(again.dossier.entities).toEqual([]);
    expect(again.unmapped.slice(1)).toMatchObject([
      { what: 'the kind ministry', why: 'digessp is in the graph already, as regulator' },
      { what: 'the kind ministry', why: 'digessp is in the graph already, as regulator' },
    ]);
  });

  test('lists who may be meant, and lets the mapping decide', async () => {
    const twins = 'Name,Kind\nInternational Code of Conduct Associations,forum\n';
    const rows = 'rows: { entities: { names: [{ column: Name }], kind: { column: Kind } } }';
    const unclear = await imported(twins, 'csv', { mapping: mappingOf(rows), known: story });
    expect(unclear.dossier.entities).toEqual([]);
    expect(unclear.unmapped).toEqual([
      expect.objectContaining({
        line: 2,
        record: 'row 1',
        why: expect.stringMatching(/may be icoca .*under "same:"/) as unknown,
      }),
    ]);
    for (const [who, ids] of [
      ['icoca', [['icoca', true]]],
      ['new', [['international-code-of-conduct-associations', undefined]]],
    ] as const) {
      const decided = mappingOf(`${rows}\nsame: { "International Code of Conduct Associations": ${who} }`);
      const { dossier } = await imported(twins, 'csv', { mapping: decided, known: story, check: false });
      expect(dossier.entities?.map(({ id, adds }) => [id, adds])).toEqual(ids);
    }
  });

  test.each([
    ['a key that it does not have', 'rowz: {}', /^mapping\.yaml:1:1 .*"rowz"/],
    [
      'a kind that there is not',
      'kinds:\n  Guild: indutry-association',
      /^mapping\.yaml:2:10 .*Did you mean "industry-association"/,
    ],
    ['a relation type that there is not', 'relations: { in: MEMBERS_OF }', /^mapping\.yaml:1:18 .*Did you mean "MEMBER_OF"/],
    ['names without a column', 'rows:\n  entities:\n    names: [{ language: es }]', /^mapping\.yaml:3:13 .*column/],
    ['no YAML', 'rows: [', /^mapping\.yaml:1:\d+/],
  ])('a mapping with %s is refused, with line and column', (_, yaml, message) => {
    expect(() => mappingOf(yaml)).toThrow(
      expect.objectContaining({ code: 'BAD_MAPPING', message: expect.stringMatching(message) as unknown }),
    );
  });
});

describe('GraphML of others', () => {
  const graphml = (body: string): string =>
    `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">${body}</graphml>`;

  test('is read by its labels, kinds and types; defaults count', async () => {
    const { dossier, unmapped } = await imported(
      graphml(`<key id="d0" for="node" attr.name="label"/><key id="d1" for="node" attr.name="kind"><default>forum</default></key>
        <key id="d2" for="edge" attr.name="type"/><key id="d3" for="edge" attr.name="weight"/>
        <graph edgedefault="directed"><node id="1"><data key="d0">Fórum &amp; Friends</data></node><node id="2"><data key="d0">Circle</data></node>
        <edge source="1" target="2"><data key="d2">works with</data><data key="d3">2.5</data></edge></graph>`),
      'graphml',
      { mapping: mappingOf('language: en\nrelations: { works with: PARTNERED_WITH }') },
    );
    expect(dossier.entities?.map(({ id, kind }) => [id, kind])).toEqual([
      ['forum-friends', 'forum'],
      ['circle', 'forum'],
    ]);
    expect(dossier.relations).toEqual([expect.objectContaining({ type: 'PARTNERED_WITH', from: 'forum-friends', to: 'circle' })]);
    expect(unmapped).toEqual([{ line: 4, record: '1 → 2', what: 'the column weight', why: 'the mapping does not name it' }]);
  });

  const bomb = '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><graphml>&b;</graphml>';
  test.each([
    ['broken XML', graphml('<graph><node id="1"></graph>'), 'MALFORMED_FILE', /^Line 1, column \d+/],
    ['entities that grow', bomb, 'MALFORMED_FILE', /document type/],
    ['an entity that is not declared', graphml('<graph>&lol;</graph>'), 'MALFORMED_FILE', /entity/],
    [
      'a huge value',
      graphml(
        `<key id="d" for="node" attr.name="label"/><graph><node id="1"><data key="d">${'x'.repeat(MOST_VALUE_CHARACTERS + 1)}</data></node></graph>`,
      ),
      'FIELD_TOO_LONG',
      /label/,
    ],
    ['nothing', graphml('<graph/>'), 'NOTHING_TO_IMPORT', /no record/],
  ])('%s is refused, and said where', (_, text, code, message) => {
    expect(() => readImport('data', Buffer.from(text), 'graphml', {})).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) as unknown }),
    );
  });
});

test.each([
  ['ftm', '{"id": "a", "schema": "Person", "properties": {}}\n{"id": ', 'MALFORMED_FILE', /^Line 2: it is not JSON/],
  ['ftm', '{"id": "a"}', 'MALFORMED_FILE', /^Line 1: it is no entity/],
  ['csv', 'Name,Kind\n"open', 'MALFORMED_FILE', /line|Quote/],
  ['csv', 'Name,Kind\na,b,c\n', 'MALFORMED_FILE', /line 2/],
  ['csv', 'Title\na\n', 'BAD_MAPPING', /no column "Name".*"Title"/],
] as const)('bad %s is refused: %j', (format, text, code, message) => {
  const mapping = mappingOf('rows: { entities: { names: [{ column: Name }] } }');
  expect(() => readImport('data', Buffer.from(text), format, mapping)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) as unknown }),
  );
});

test('a file may have 64 MiB and no byte more', () => {
  const most = Buffer.alloc(64 * 1024 * 1024, ' ');
  const refused = (bytes: Uint8Array): unknown => {
    try {
      return readImport('data', bytes, 'ftm', {});
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(refused(most)).toBe('NOTHING_TO_IMPORT');
  expect(refused(Buffer.concat([most, Buffer.from(' ')]))).toBe('FILE_TOO_LARGE');
});

test('a file in another encoding is refused with the place of the first byte', () => {
  expect(() =>
    readImport(
      'data',
      Buffer.from('Name\nDirecci\xf3n\n', 'latin1'),
      'csv',
      mappingOf('rows: { entities: { names: [{ column: Name }] } }'),
    ),
  ).toThrow(expect.objectContaining({ code: 'WRONG_ENCODING', message: expect.stringMatching(/^data:2:8/) as unknown }));
});

test('the mapping in docs/research.md is one', () => {
  const [, yaml = ''] = /```yaml\n(language: es[^]*?)```/.exec(readFileSync('docs/research.md', 'utf8')) ?? [];
  expect(Object.keys(mappingOf(yaml))).toEqual(['language', 'kinds', 'relations', 'same', 'rows']);
});
