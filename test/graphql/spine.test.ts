import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

const graph = serveGraph(smallGraph);

describe('records by id', () => {
  test('an entity with what only its label has', async () => {
    const { data, errors } = await graph.ask(`{
      session: entity(id: "session") { __typename id kind kindDefinition { title label } name start startStatus end endStatus persists
        bounds { earliestStart latestStart latestEnd } early: holds(asOf: "2020") then: holds(asOf: "2021-06") ... on Event { status } }
      place: node(id: "gt") { id ... on Place { iso m49 within { id } } }
      actor(id: "icoca") { names { text language use } identifiers { scheme value claims { id } }
        attributes { name label value number unit definition } claims { certainty } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.session).toEqual({
      __typename: 'Event',
      id: 'session',
      kind: 'information-session',
      kindDefinition: { title: 'Information session', label: 'Event' },
      name: 'Information session for DIGESSP',
      start: '2021-06-24',
      startStatus: 'STATED',
      end: '2021-06-24',
      endStatus: 'STATED',
      persists: true,
      bounds: { earliestStart: '2021-06-24', latestStart: '2021-06-24', latestEnd: '2021-06-24' },
      early: 'NO',
      then: 'CERTAINLY',
      status: 'HELD',
    });
    expect(data.place).toEqual({
      id: 'gt',
      iso: 'GT',
      m49: '320',
      within: [{ id: 'gt' }, { id: 'm49-001' }, { id: 'm49-013' }],
    });
    expect(data.actor.names[1]).toEqual({ text: 'ICoCA', language: 'und', use: 'ACRONYM' });
    expect(data.actor.attributes).toEqual([
      expect.objectContaining({ name: 'purpose', value: 'Responsible private security', number: null }),
      expect.objectContaining({ name: 'members', label: 'Members', value: '117', number: 117, unit: 'members' }),
    ]);
    expect(data.actor.claims).toHaveLength(3);
  });

  test('a bound that is not known is null, not the end of time', async () => {
    const { data } = await graph.ask('{ entity(id: "company-c") { bounds { earliestStart latestEnd } } }');
    expect(data.entity.bounds).toEqual({ earliestStart: null, latestEnd: '2018-12-31' });
  });

  test('a relation, its ends, its claims and their sources', async () => {
    const { data, errors } = await graph.ask(`{
      relation(id: "digessp.regulates.gt.private-security") {
        type vocabulary { label inverse time oversight influence { forward backward } } role qualifiers { name value }
        source { id } target { id } endStatus evidence { supporting disputing strength }
        claims { stance certainty statement locator digest subject { __typename id } source { title publisher published url publisherEntity { id } } }
      }
      source(id: "icoca-news-fr") { derivation derivedFrom { id } claims(first: 2) { totalCount nodes { id } pageInfo { hasNextPage } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.relation).toMatchObject({
      type: 'REGULATES',
      vocabulary: { label: 'regulates', inverse: 'regulated by', time: 'STATE', oversight: true, influence: { forward: 0.9 } },
      role: null,
      qualifiers: [{ name: 'sector', value: 'Private security' }],
      source: { id: 'digessp' },
      target: { id: 'gt' },
      endStatus: 'ONGOING',
      evidence: { supporting: 2, disputing: 1 },
    });
    expect(data.relation.claims.map((claim: { stance: string }) => claim.stance).sort()).toEqual([
      'DISPUTES',
      'SUPPORTS',
      'SUPPORTS',
    ]);
    expect(data.relation.claims[0]).toMatchObject({
      subject: { __typename: 'Relation', id: 'digessp.regulates.gt.private-security' },
      source: { title: 'ICoCA meets DIGESSP', publisherEntity: { id: 'icoca' } },
    });
    expect(data.source).toMatchObject({
      derivation: 'TRANSLATION',
      derivedFrom: { id: 'icoca-news' },
      claims: { totalCount: 2 },
    });
  });

  test('every record answers to node(id)', async () => {
    const ids = [smallGraph.entities, smallGraph.relations, smallGraph.claims, smallGraph.sources].map(
      (records) => records[0]?.id,
    );
    const found = await Promise.all(ids.map((id) => graph.ask('query($id: ID!) { node(id: $id) { __typename id } }', { id })));
    expect(found.map(({ data }) => data.node.id)).toEqual(ids);
    expect(found.map(({ data }) => data.node.__typename)).toEqual(['Instrument', 'Relation', 'Claim', 'Source']);
    expect((await graph.ask('{ node(id: "nothing") { id } }')).data).toEqual({ node: null });
  });
});

describe('lists, page by page', () => {
  test.each(['actors', 'instruments', 'events', 'places', 'relations', 'sources'])(
    '%s: the pages together are the whole list',
    async (list) => {
      const ids: string[] = [];
      let after: string | null = null;
      let more = true;
      while (more) {
        const query = `query($after: String) { page: ${list}(first: 2, after: $after) {
        totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
        const { data, errors } = await graph.ask(query, { after });
        expect(errors).toBeUndefined();
        const { nodes, edges, pageInfo, totalCount } = data.page;
        expect(edges.map((edge: { node: object }) => edge.node)).toEqual(nodes);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor]);
        ids.push(...nodes.map((node: { id: string }) => node.id));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
        if (!more) expect(ids).toHaveLength(totalCount);
      }
      const records = list === 'sources' ? smallGraph.sources : list === 'relations' ? smallGraph.relations : null;
      const label = `${list[0]?.toUpperCase()}${list.slice(1, -1)}`;
      const expected = records ?? smallGraph.entities.filter((entity) => entity.label === label);
      expect([...ids].sort()).toEqual(expected.map((record) => record.id).sort());
    },
  );

  test('filters and order', async () => {
    const { data, errors } = await graph.ask(`{
      members: actors(relationTypes: [MEMBER_OF], kinds: ["private-security-company"], orderBy: DEGREE, direction: DESC) { nodes { id degree } }
      inGuatemala: actors(within: "GT", text: "alfa") { totalCount nodes { id } }
      before2010: events(asOf: "2019") { totalCount }
      disputed: relations(disputed: true) { nodes { id } }
      oversight: relations(relationTypes: [REGULATES], within: "013", minSupporting: 2, source: "prensa") { totalCount }
      dated: sources(orderBy: PUBLISHED, direction: DESC, first: 1) { nodes { id } }
      byIcoca: sources(publisher: "icoca") { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data.members.nodes[0]).toEqual({ id: 'company-a', degree: 2 });
    expect(data.inGuatemala).toEqual({ totalCount: 1, nodes: [{ id: 'company-a' }] });
    expect(data.before2010.totalCount).toBe(0);
    expect(data.disputed.nodes.map((relation: { id: string }) => relation.id).sort()).toEqual([
      'digessp.licenses.gt',
      'digessp.regulates.gt.private-security',
    ]);
    expect(data.oversight.totalCount).toBe(1);
    expect(data.dated.nodes[0].id).toMatch(/^icoca-news/);
    expect(data.byIcoca.totalCount).toBe(2);
  });

  test('the relations of an entity, by direction, type and date, page by page', async () => {
    const { data, errors } = await graph.ask(`{ entity(id: "icoca") {
      all: relations { totalCount }
      out: relations(direction: OUT) { totalCount }
      members: relations(direction: IN, types: [MEMBER_OF], asOf: "2019", first: 2) { totalCount nodes { source { id } } pageInfo { hasNextPage endCursor } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.entity.all.totalCount).toBe(10);
    expect(data.entity.out.totalCount).toBe(smallGraph.relations.filter((relation) => relation.source === 'icoca').length);
    const { totalCount, nodes, pageInfo } = data.entity.members;
    expect([totalCount, nodes.length, pageInfo.hasNextPage]).toEqual([3, 2, true]);

    const next = await graph.ask(
      `query($after: String) { entity(id: "icoca") { relations(direction: IN, types: [MEMBER_OF], asOf: "2019", first: 9, after: $after) { nodes { source { id } } pageInfo { hasNextPage } } } }`,
      { after: pageInfo.endCursor },
    );
    expect(next.data.entity.relations.nodes).toHaveLength(1);
    expect(next.data.entity.relations.pageInfo.hasNextPage).toBe(false);
  });
});

describe('questions over the graph', () => {
  test('search says why it found what', async () => {
    const { data, errors } = await graph.ask(`{
      acronym: search(text: "icoca") { dataVersion hits { reason score matchedName { text } entity { __typename id name } } }
      misspelt: search(text: "guatmala", kinds: ["country"]) { hits { reason entity { id } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.acronym.dataVersion).toBe(smallGraph.version);
    expect(data.acronym.hits[0]).toMatchObject({
      reason: 'ACRONYM',
      score: 1,
      matchedName: { text: 'ICoCA' },
      entity: { __typename: 'Actor', id: 'icoca' },
    });
    expect(data.misspelt.hits).toEqual([{ reason: 'SIMILAR', entity: { id: 'gt' } }]);
  });

  test('network: nodes, the edges among them, and what lies beyond', async () => {
    const { data, errors } = await graph.ask(`{ network(centers: ["digessp"], depth: 1, limit: 2) {
      dataVersion nodes { entity { id } depth degree beyond } edges { source { id } target { id } } truncated truncation beyond } }`);
    expect(errors).toBeUndefined();
    expect(data.network.nodes.map((node: { entity: { id: string } }) => node.entity.id)).toEqual(['digessp', 'session']);
    expect(data.network.truncated).toBe(true);
    expect(data.network.truncation).toContain('limit');
    const shown = new Set(['digessp', 'session']);
    for (const { source, target } of data.network.edges) expect(shown.has(source.id) && shown.has(target.id)).toBe(true);
  });

  test('paths: each hop begins where the one before ended', async () => {
    const { data, errors } = await graph.ask(`{ paths(from: "swiss-embassy", to: "digessp") {
      dataVersion truncated paths { length hops { direction from { id } to { id } relation { type claims { statement source { url } } } } } } }`);
    expect(errors).toBeUndefined();
    const [shortest] = data.paths.paths;
    expect(shortest.length).toBe(shortest.hops.length);
    for (const { hops } of data.paths.paths) {
      expect(hops[0].from.id).toBe('swiss-embassy');
      expect(hops.at(-1).to.id).toBe('digessp');
      for (let i = 1; i < hops.length; i++) expect(hops[i].from.id).toBe(hops[i - 1].to.id);
      for (const hop of hops) expect(hop.relation.claims.length).toBeGreaterThan(0);
    }
  });

  test.each(['GT', 'gt', '320', '013', 'Guatemala'])('influence on %s: the parts of each score add up to it', async (region) => {
    const { data, errors } = await graph.ask(
      `query($region: String!) { influence(region: $region, pathsPerInfluencer: 2) {
        dataVersion region { id name } asOf maxSteps decay relationTypes emptyBecause
        oversightBodies { actor { id name } holds relations { type target { id } } }
        influencers { totalCount pageInfo { hasNextPage } edges { cursor node { rank score remainder actor { id kind }
          paths { contribution steps hops { direction weight from { id } to { id } relation { type claims { statement } } } } } } } } }`,
      { region },
    );
    expect(errors).toBeUndefined();
    const { influence } = data;
    expect(influence).toMatchObject({
      dataVersion: smallGraph.version,
      maxSteps: 3,
      decay: 0.5,
      relationTypes: null,
      asOf: null,
      emptyBecause: null,
    });
    expect(influence.oversightBodies.map((body: { actor: { id: string } }) => body.actor.id)).toEqual(['digessp']);
    expect(influence.influencers.edges.length).toBe(influence.influencers.totalCount);
    expect(influence.influencers.totalCount).toBeGreaterThan(2);
    for (const { node } of influence.influencers.edges) {
      const listed = node.paths.reduce((sum: number, path: { contribution: number }) => sum + path.contribution, 0);
      expect(Math.abs(listed + node.remainder - node.score)).toBeLessThan(1e-9);
      for (const path of node.paths) {
        expect(path.hops).toHaveLength(path.steps);
        expect([path.hops[0].from.id, path.hops.at(-1).to.id]).toEqual([node.actor.id, 'digessp']);
      }
    }
  });

  test('influence is paged', async () => {
    const page = 'totalCount pageInfo { hasNextPage endCursor } nodes { rank }';
    const first = await graph.ask(`{ influence(region: "GT", first: 1) { influencers { ${page} } } }`);
    const { endCursor, hasNextPage } = first.data.influence.influencers.pageInfo;
    expect(hasNextPage).toBe(true);
    const second = await graph.ask(`{ influence(region: "GT", first: 1, after: "${endCursor}") { influencers { ${page} } } }`);
    expect(second.data.influence.influencers.nodes).toEqual([{ rank: 2 }]);
  });

  test('a region that nobody oversees says why it is empty', async () => {
    const { data } = await graph.ask(
      '{ influence(region: "GT", asOf: "1950") { influencers { totalCount nodes { rank } } emptyCode emptyBecause } }',
    );
    expect(data.influence.influencers).toEqual({ totalCount: 0, nodes: [] });
    expect(data.influence.emptyCode).toBe('NO_OVERSIGHT_BODY');
    expect(data.influence.emptyBecause).toContain('Guatemala');
  });
});

describe('the vocabulary and the counts', () => {
  test('relation types and entity kinds with their definitions', async () => {
    const { data, errors } = await graph.ask(`{
      relationTypes { name label inverse definition from to time qualifiers symmetric acyclic places oversight influence { forward backward } }
      entityKinds { name label title definition }
      places: entityKinds(label: Place) { name }
    }`);
    expect(errors).toBeUndefined();
    expect(data.relationTypes.find((type: { name: string }) => type.name === 'FACILITATED')).toMatchObject({
      label: 'facilitated',
      inverse: 'facilitated by',
      time: 'OCCURRENCE',
    });
    expect(data.places.map((kind: { name: string }) => kind.name)).toEqual(
      'city country region sub-region subdivision world'.split(' '),
    );
  });

  test('statistics count what is there', async () => {
    const { data, errors } = await graph.ask(`{ dataVersion statistics {
      dataset { version entities relations claims sources } entitiesByKind { label kind count } relationsByType { type count }
      entitiesByPlace { place { id name } count } claimsBySource { source { id title } count } disputedRelations corroboratedRelations } }`);
    expect(errors).toBeUndefined();
    expect(data.dataVersion).toBe(smallGraph.version);
    const { dataset, entitiesByKind, relationsByType } = data.statistics;
    expect(dataset).toEqual({
      version: smallGraph.version,
      entities: smallGraph.entities.length,
      relations: smallGraph.relations.length,
      claims: smallGraph.claims.length,
      sources: smallGraph.sources.length,
    });
    const sum = (counts: { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);
    expect([sum(entitiesByKind), sum(relationsByType)]).toEqual([dataset.entities, dataset.relations]);
  });
});
