import { describe, expect, test } from '@jest/globals';
import { timeSpan } from '../../src/domain/edtf.js';
import type { Entity, Graph, Relation } from '../../src/domain/model.js';
import { CLAIM, graphOf } from './dossiers.js';

const relation = (graph: Graph, id: string): Relation => graph.relations.find((one) => one.id === id)!;
const entity = (graph: Graph, id: string): Entity => graph.entities.find((one) => one.id === id)!;

/** One relation on one claim; the passage `p` is ICoCA's, `q` a translation of it, `r` another publisher's. */
const membership = (passage: 'p' | 'q' | 'r', more: string, claimMore = ''): string =>
  `relations:\n  - { type: MEMBER_OF, from: dcaf, to: icoca, ${more} claims: [{ passage: ${passage}, statement: DCAF is a member., ${claimMore} }] }\n`;

describe('the same relation in two dossiers', () => {
  test('is one relation with two claims', () => {
    const graph = graphOf(membership('p', ''), membership('r', ''));
    const [only, ...others] = graph.relations.filter(({ source }) => source === 'dcaf');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'dcaf.member-of.icoca', type: 'MEMBER_OF', source: 'dcaf', target: 'icoca' });
    expect(only!.claimIds).toHaveLength(2);
    expect(only!.evidence).toEqual({ supporting: 2, disputing: 0, strength: expect.closeTo(0.96) });
  });

  test('a translation adds a claim and no independent source', () => {
    const { claimIds, evidence } = relation(graphOf(membership('p', ''), membership('q', '')), 'dcaf.member-of.icoca');
    expect(claimIds).toHaveLength(2);
    expect(evidence).toEqual({ supporting: 1, disputing: 0, strength: expect.closeTo(0.8) });
  });

  test('the very same claim counts once, with the record made first', () => {
    const twice = graphOf(membership('p', ''), `${membership('p', '')}`);
    expect(relation(twice, 'dcaf.member-of.icoca').claimIds).toHaveLength(1);
    expect(twice.claims.filter(({ subject }) => subject === 'dcaf.member-of.icoca')).toHaveLength(1);
  });

  test('a claim that disputes it takes its share', () => {
    const graph = graphOf(membership('p', ''), membership('r', '', 'stance: disputes, certainty: hedged'));
    expect(relation(graph, 'dcaf.member-of.icoca').evidence).toEqual({
      supporting: 1,
      disputing: 1,
      strength: expect.closeTo(0.8 * (0.8 / 1.2)),
    });
  });

  test('qualifiers tell parallel relations apart, roles do not', () => {
    const graph = graphOf(
      membership('p', 'category: Civil society, role: founder,'),
      membership('r', 'category: Civil society, role: board member,'),
      membership('p', 'category: Observer,'),
    );
    expect(graph.relations.filter(({ source }) => source === 'dcaf').map(({ id, qualifiers }) => [id, qualifiers])).toEqual([
      ['dcaf.member-of.icoca.civil-society', { category: 'Civil society', role: 'board member; founder' }],
      ['dcaf.member-of.icoca.observer', { category: 'Observer' }],
    ]);
  });

  test('of a symmetric type is the same from either end', () => {
    const partners = (from: string, to: string): string =>
      `relations:\n  - { type: PARTNERED_WITH, from: ${from}, to: ${to}, claims: [${CLAIM}] }\n`;
    const graph = graphOf(partners('icoca', 'dcaf'), partners('dcaf', 'icoca'));
    expect(graph.relations.filter(({ type }) => type === 'PARTNERED_WITH').map(({ id }) => id)).toEqual([
      'dcaf.partnered-with.icoca',
    ]);
  });
});

describe('dates that differ', () => {
  const time = (...dossiers: string[]): Relation['time'] => relation(graphOf(...dossiers), 'dcaf.member-of.icoca').time;

  test('a claim whose source gives no date backs none: it does not take those of its entry', () => {
    const graph = graphOf(membership('r', 'start: 2014,', 'undated: true'), membership('p', 'start: 2015-03-02,'));
    expect(relation(graph, 'dcaf.member-of.icoca').time.start).toBe('2015-03-02');
    expect(
      graph.claims
        .filter(({ subject }) => subject === 'dcaf.member-of.icoca')
        .map(({ start }) => start)
        .sort(),
    ).toEqual(['2015-03-02', null]);
  });

  test('the one on most independent sources counts: a source and its translation are one', () => {
    const dossiers = [
      membership('p', 'start: 2015-03-02,'),
      membership('q', 'start: 2015-03-02,'),
      membership('r', 'start: 2014,'),
    ];
    expect(time(...dossiers).start).toBe('2015-03-02');
    const third = `sources:
  - { id: third, title: T, publisher: Third, url: "https://t.example/", language: en, kind: news, retrieved: 2026-11-24 }
relations:
  - { type: MEMBER_OF, from: dcaf, to: icoca, start: 2014, claims: [{ source: third, locator: p. 1, digest: ${'c'.repeat(64)}, statement: S. }] }
`;
    expect(time(...dossiers, third).start).toBe('2014');
  });

  test('of equally backed ones the more precise, then the first', () => {
    expect(time(membership('p', 'start: 2014,'), membership('r', 'start: 2015-03,')).start).toBe('2015-03');
    expect(time(membership('p', 'start: 2015,'), membership('r', 'start: 2014,')).start).toBe('2014');
  });

  test('all dates at which it held are kept', () => {
    expect(time(membership('p', 'at: 2019,'), membership('r', 'at: [2018-05, 2019],'))).toEqual(
      timeSpan({ at: ['2018-05', '2019'] }, false),
    );
  });

  test('a disputing source has no say', () => {
    expect(time(membership('p', 'start: 2014,'), membership('r', 'start: 2015-03-01,', 'stance: disputes')).start).toBe('2014');
  });

  test('a claim with dates of its own leaves the dates of its entry to the others', () => {
    const graph = graphOf(`relations:
  - type: MEMBER_OF
    from: dcaf
    to: icoca
    start: 2014
    end: 2016
    claims:
      - { passage: p, statement: From 2014 to 2016. }
      - { passage: r, statement: Since May 2014., start: 2014-05 }
`);
    const dates = Object.fromEntries(
      graph.claims
        .filter(({ subjectType }) => subjectType === 'RELATION')
        .map((claim) => [claim.statement, [claim.start, claim.end]]),
    );
    expect(dates).toMatchObject({ 'From 2014 to 2016.': ['2014', '2016'], 'Since May 2014.': ['2014-05', null] });
    expect(relation(graph, 'dcaf.member-of.icoca').time).toEqual(timeSpan({ start: '2014-05', end: '2016' }, false));
  });

  test('"ongoing" is known up to the publication of the source, or the day it was read', () => {
    expect(time(membership('p', 'start: 2014, end: "..",'))).toEqual(
      timeSpan({ start: '2014', end: '..', ongoingAt: '2021-06' }, false),
    );
    expect(time(membership('q', 'end: "..",'))).toEqual(timeSpan({ end: '..', ongoingAt: '2026-11-24' }, false));
    expect(time(membership('p', 'end: "..",'), membership('r', 'end: "..",')).earliestEnd).toBe('2022-01-01');
  });

  test('what happened persists; an interval is its start and end', () => {
    const graph = graphOf(
      `relations:\n  - { type: CONDUCTED, from: dcaf, to: session, on: 2021-06-23/2021-06-24, claims: [${CLAIM}] }\n`,
    );
    expect(relation(graph, 'dcaf.conducted.session').time).toEqual(timeSpan({ start: '2021-06-23', end: '2021-06-24' }, true));
    expect(entity(graph, 'session').time).toEqual(timeSpan({ on: '2021-06-24' }, true));
    expect(entity(graph, 'follow-up')).toMatchObject({
      status: 'PROPOSED',
      time: { persists: false, startStatus: 'NOT_STATED' },
    });
  });

  test('a year is read as it is written, also where YAML would see a number', () => {
    expect(time(membership('p', 'at: 2019,')).attested).toEqual(['2019']);
    const graph = graphOf(
      `entities:\n  - { id: dcaf, adds: true, identifiers: [{ scheme: register, value: 00713 }], claims: [${CLAIM}] }\n`,
    );
    expect(entity(graph, 'dcaf').identifiers).toMatchObject([{ scheme: 'register', value: '00713' }]);
  });
});

describe('an entity that another dossier adds to', () => {
  const graph = graphOf(`entities:
  - id: icoca
    adds: true
    start: 2013-09-20
    names:
      - { text: Asociación del Código de Conducta Internacional, language: es, use: translation }
      - { text: International Code of Conduct Association, language: en, claims: [{ passage: r, statement: The press names it in full. }] }
      - { text: 国際行動規範協会, language: ja }
    identifiers: [{ scheme: website, value: "https://icoca.ch" }]
    attributes: [{ name: members, value: 210, date: 2021, claims: [{ passage: r, statement: It has 210 members. }] }]
    claims: [{ passage: r, statement: ICoCA was founded on 20 September 2013. }]
`);
  const icoca = entity(graph, 'icoca');

  test('has the names of both; a name that is there already gains a claim, not a second entry', () => {
    expect(icoca.name).toBe('International Code of Conduct Association');
    expect(
      icoca.names.map(({ text, language, script, use, claimIds }) => [text, language, script, use, claimIds.length]),
    ).toEqual([
      ['International Code of Conduct Association', 'en', 'Latn', 'official', 2],
      ['ICoCA', 'und', 'Latn', 'acronym', 1],
      ['Asociación del Código de Conducta Internacional', 'es', 'Latn', 'translation', 1],
      ['国際行動規範協会', 'ja', 'Hani', 'alias', 1],
    ]);
  });

  test('has its identifiers, attributes and dates', () => {
    expect(icoca.identifiers).toMatchObject([{ scheme: 'website', value: 'https://icoca.ch' }]);
    expect(icoca.attributes).toMatchObject([{ name: 'members', value: 210, unit: 'members', date: '2021' }]);
    expect(icoca.time.start).toBe('2013-09-20');
    expect(icoca.kind).toBe('multi-stakeholder-initiative');
  });

  test('every claim about it is its own, and says what of it', () => {
    const aspects = icoca.claimIds
      .map((id) => graph.claims.find((claim) => claim.id === id)!)
      .map(({ aspect, subject }) => [subject, aspect]);
    expect(aspects.sort()).toEqual([
      ['icoca', 'attribute'],
      ['icoca', 'existence'],
      ['icoca', 'existence'],
      ['icoca', 'name'],
    ]);
  });

  test('what has no claim of its own rests on the claims of its entry', () => {
    const added = icoca.names.find(({ language }) => language === 'es')!;
    const claims = graph.claims.filter(({ id }) => added.claimIds.includes(id));
    expect(claims.map(({ statement }) => statement)).toEqual(['ICoCA was founded on 20 September 2013.']);
  });

  test('a country can be added to', () => {
    const added = graphOf(
      `entities:\n  - { id: gt, adds: true, names: [{ text: Iximulew, language: quc }], claims: [${CLAIM}] }\n`,
    );
    expect(entity(added, 'gt').name).toBe('Guatemala');
    expect(entity(added, 'gt').names.map(({ text }) => text)).toContain('Iximulew');
  });
});

describe('a source', () => {
  const { sources } = graphOf();
  test('by an entity of the graph carries its name and id, else the name as written', () => {
    expect(sources.find(({ id }) => id === 'page')).toMatchObject({
      publisher: 'International Code of Conduct Association',
      publisherId: 'icoca',
      sortKey: 'a page international code of conduct association',
    });
    expect(sources.find(({ id }) => id === 'other-page')).toMatchObject({ publisher: 'The Other Press', publisherId: null });
  });

  test('says what it translates', () => {
    expect(sources.find(({ id }) => id === 'echo')).toMatchObject({
      derivedFrom: 'page',
      derivation: 'TRANSLATION',
      published: null,
    });
  });
});
