/**
 * Every measure of src/measures/, and interlocks, beside networkx (test/judges/measures.py): on the seed story and on random graphs with parallel relations,
 * self-loops, relations that only one source disputes, isolates and several components; interlocks also on as many where actors share much. In: the project's modules, built or not; out: how far
 * the two are apart at the most.
 */
import fc from 'fast-check';

const RANDOM_GRAPHS = 50;
const SEED = 20211124;
/** What two actors share, pair by pair: no measure of one entity. */
const INTERLOCKS = 'interlocks';
const ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'];

/**
 * @param project `{ measures, interlocks, MEASURES, MEASURE_DEFAULTS, groupOf, MemoryStore, timeSpan, vocabulary }`
 * @param seedStory the graph of the seed story
 * @param {(script: string, request: unknown) => any} askJudge
 * @param {number} [randomGraphs] how many
 * @returns {Promise<{ rows: { measure: string, reference: string, largest: number }[], compared: number, pairs: number, behind: number }>}
 */
export async function compareMeasures(project, seedStory, askJudge, randomGraphs = RANDOM_GRAPHS) {
  const cases = [];
  for (const { graph, weights, region } of [
    { graph: seedStory, weights: 'EVIDENCE', region: 'gt' },
    ...fc.sample(randomGraph(project), { numRuns: randomGraphs, seed: SEED }),
  ]) {
    cases.push(await ourCase(project, graph, weights, region));
  }
  const affiliations = fc.sample(affiliationGraph(project), { numRuns: randomGraphs, seed: SEED });
  for (const graph of affiliations)
    cases.push({ request: { ...requestOf(project, graph), only: INTERLOCKS }, shared: await sharedIn(project, graph) });
  const answers = askJudge('test/judges/measures.py', { cases: cases.map(({ request }) => request) });

  const largest = new Map();
  let [compared, pairs, behind] = [0, 0, 0];
  const note = (measure, difference) => {
    compared++;
    if (measure === INTERLOCKS) pairs++;
    // Neither a number and none, nor two entities more here than there.
    if (!(difference >= 0)) throw new Error(`${measure}: one has a value where the other has none.`);
    largest.set(measure, Math.max(largest.get(measure) ?? 0, difference));
  };
  for (const [i, theirs] of answers.entries()) {
    const { ours, roles, request, modularity, shared } = cases[i];
    for (const pair of new Set([...Object.keys(shared), ...Object.keys(theirs.shared)])) {
      note(INTERLOCKS, difference(shared[pair], theirs.shared[pair]));
    }
    if (request.only === INTERLOCKS) continue;
    if (Object.keys(theirs.values).sort().join() !== Object.keys(ours).sort().join()) throw new Error('Not the same measures');
    for (const [name, values] of Object.entries(theirs.values)) {
      for (const id of new Set([...Object.keys(values), ...Object.keys(ours[name])])) {
        note(name.split(' ')[0], difference(ours[name][id], values[id]));
      }
    }
    for (const id of Object.keys(theirs.roles)) {
      for (const role of ROLES) note('BROKERAGE', difference(roles[id]?.[role], theirs.roles[id][role]));
    }
    // The attenuation is the share of the largest eigenvalue that the documentation says.
    note('KATZ', Math.abs(request.attenuation * theirs.radius - (theirs.radius === 0 ? 0 : 0.5)));
    note('COMMUNITY', difference(modularity, theirs.modularity.ours));
    if (modularity !== null) behind = Math.max(behind, theirs.modularity.theirs - modularity);
  }
  const rows = [...Object.keys(project.MEASURES), INTERLOCKS].map((measure) => ({
    measure,
    reference: referenceOf(measure),
    largest: largest.get(measure),
  }));
  return { rows, compared, pairs, behind };
}

const difference = (a, b) =>
  a === null && b === null ? 0 : typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) : NaN;

function referenceOf(measure) {
  if (measure === 'EIGENVECTOR') return 'numpy `eigh`';
  if (measure === 'BROKERAGE') return 'all triples, counted in Python';
  if (measure === INTERLOCKS) return 'networkx, weighted projection of the bipartite graph';
  return measure === 'COMMUNITY' ? 'networkx, modularity of our communities' : 'networkx';
}

/** One graph, measured by the project, and what the judge needs to measure it. */
async function ourCase(project, graph, weights, region) {
  const { measures, MEASURES, MEASURE_DEFAULTS, groupOf, MemoryStore } = project;
  const store = new MemoryStore();
  await store.load(graph);
  const ask = (question) => measures(store, { weights, places: true, first: 1e6, ...question }, Infinity);
  const ours = {};
  let [roles, communities, modularity, attenuation] = [{}, {}, null, 0];
  for (const [measure, { directions }] of Object.entries(MEASURES)) {
    for (const directed of directions === 'EITHER' ? [false, true] : [directions === 'DIRECTED']) {
      const answer = await ask({ measure, directed, ...(measure === 'PERSONALISED_PAGERANK' && { region }) });
      const rows = answer.rows.edges.map(({ node }) => node);
      const values = Object.fromEntries(rows.map(({ entityId, value }) => [entityId, value]));
      if (measure === 'BROKERAGE') roles = Object.fromEntries(rows.map((row) => [row.entityId, row.roles]));
      else if (measure === 'COMMUNITY') [communities, modularity] = [values, answer.modularity];
      else ours[`${measure} ${directed ? 'directed' : 'undirected'}`] = values;
      if (measure === 'KATZ') attenuation = answer.parameters.find(({ name }) => name === 'attenuation').value;
    }
  }
  await store.close();
  const request = {
    ...requestOf(project, graph),
    groups: Object.fromEntries(graph.entities.map((entity) => [entity.id, groupOf(entity, 'SECTOR')])),
    weights,
    restarts: graph.relations.filter(({ type }) => type === 'REGULATES').map(({ source }) => source),
    damping: MEASURE_DEFAULTS.damping,
    resolution: MEASURE_DEFAULTS.resolution,
    attenuation,
    communities,
  };
  return { request, ours, roles, modularity, shared: await sharedIn(project, graph) };
}

/** The graph, as the judge reads it. */
const requestOf = ({ vocabulary }, graph) => ({
  nodes: graph.entities.map(({ id }) => id),
  labels: Object.fromEntries(graph.entities.map(({ id, label }) => [id, label])),
  held: graph.entities.filter(({ status }) => status === 'HELD').map(({ id }) => id),
  relations: graph.relations.map(({ type, source, target, evidence }) => ({
    type,
    source,
    target,
    strength: evidence.strength,
    symmetric: vocabulary.relationTypes.get(type).symmetric,
  })),
});

/** How much each two actors share. */
async function sharedIn({ interlocks, MemoryStore }, graph) {
  const store = new MemoryStore();
  await store.load(graph);
  const pairs = await interlocks(store, { minShared: 1, first: 1e6 }, Infinity);
  await store.close();
  return Object.fromEntries(pairs.interlocks.edges.map(({ node }) => [node.pair.join(' '), node.witnesses.length]));
}

function randomGraph({ timeSpan, vocabulary }) {
  const kinds = ['regulator', 'centre', 'private-security-company', 'organ', 'statute', 'meeting', 'city'];
  const types = [...vocabulary.relationTypes.values()].filter(({ name, oversight }) => !oversight && name !== 'PART_OF');
  const relation = fc.record({
    type: fc.constantFrom(...types.map(({ name }) => name)),
    from: fc.nat(),
    to: fc.nat(),
    strength: fc.constantFrom(0, 0.4, 0.6, 0.8, 0.96),
  });
  const parts = fc.record({
    kindsOfEntities: fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 30 }),
    relations: fc.array(relation, { maxLength: 60 }),
    weights: fc.constantFrom('RELATIONS', 'EVIDENCE'),
  });
  return parts.map(({ kindsOfEntities, relations, weights }) => {
    const entity = entityOf({ timeSpan, vocabulary });
    const entities = [
      entity('body', 'regulator'),
      entity('zz', 'country'),
      ...kindsOfEntities.map((kind, i) => entity(`e${i}`, kind)),
    ];
    const at = (n) => entities[n % entities.length].id;
    const made = relationOf({ timeSpan });
    const all = relations.map(({ type, from, to, strength }, n) => made(type, at(from), at(to), strength, n + 1));
    return { graph: graphOf(entities, [made('REGULATES', 'body', 'zz', 0.8, 0), ...all]), weights, region: 'zz' };
  });
}

/** Actors that are members of one another or took part in meetings, often in the same; one meeting was never held. */
function affiliationGraph(project) {
  const actors = Array.from({ length: 12 }, (_, i) => `actor-${i}`);
  const meetings = Array.from({ length: 6 }, (_, i) => `meeting-${i}`);
  const relation = fc.record({
    type: fc.constantFrom('MEMBER_OF', 'ATTENDED', 'SPOKE_AT'),
    actor: fc.constantFrom(...actors),
    member: fc.constantFrom(...actors),
    meeting: fc.constantFrom(...meetings),
    strength: fc.constantFrom(0, 0.6, 0.8),
  });
  return fc.array(relation, { minLength: 20, maxLength: 60 }).map((relations) => {
    const [entity, made] = [entityOf(project), relationOf(project)];
    const entities = [...actors.map((id) => entity(id, 'centre')), ...meetings.map((id) => entity(id, 'meeting'))];
    entities.find(({ id }) => id === 'meeting-0').status = 'PROPOSED';
    const all = relations.map(({ type, actor, member, meeting, strength }, n) =>
      made(type, actor, type === 'MEMBER_OF' ? member : meeting, strength, n),
    );
    return graphOf(entities, all);
  });
}

const entityOf =
  ({ timeSpan, vocabulary }) =>
  (id, kind) => {
    const { label } = vocabulary.entityKinds.get(kind);
    return {
      ...{ id, label, kind, name: id, names: [], identifiers: [], attributes: [], claimIds: [] },
      ...{ status: label === 'Event' ? 'HELD' : null, time: timeSpan({}, false) },
      ...{ within: label === 'Place' ? [id] : [], degree: 0, sortKey: id },
    };
  };

const relationOf =
  ({ timeSpan }) =>
  (type, source, target, strength, n) => {
    const time = timeSpan({}, false);
    const id = `${source}.${type}.${target}.${n}`;
    const evidence = { supporting: strength > 0 ? 1 : 0, disputing: strength > 0 ? 0 : 1, strength };
    return { id, type, source, target, qualifiers: {}, time, evidence, sortKey: `${time.earliestStart}|${id}`, claimIds: [] };
  };

function graphOf(entities, relations) {
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  return { version: 'random', entities: entities.sort(byId), relations: relations.sort(byId), claims: [], sources: [] };
}
