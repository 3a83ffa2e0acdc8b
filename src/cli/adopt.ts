import { weighEvidence } from '../domain/evidence.js';
import type { Graph } from '../domain/model.js';
import { byId } from '../domain/order.js';
import { vocabulary } from '../domain/vocabulary.js';
import { versionOf } from '../dossier/assemble/assemble.js';
import { tieToPlaces } from '../dossier/assemble/within.js';
import { misshapen, MOST_SHOWN } from '../records/mistake.js';
import { KINDS, PLURALS, SHAPES } from '../records/shape.js';
import { IncompleteGraph } from '../store/errors.js';
import { Neo4jStore } from '../store/neo4j/neo4j-store.js';
import type { GraphStore } from '../store/port.js';
import { wholeGraph } from '../store/whole-graph.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { namedNeo4j } from './load.js';
import { progressLine } from './progress.js';

export interface AdoptOptions extends GraphPlace {
  json: boolean;
}

/** Makes the graph that is in Neo4j, whoever put it there, one that was loaded: whole, consistent, with the version of its records. */
export async function adopt({ json, neo4j }: AdoptOptions): Promise<void> {
  const address = namedNeo4j(neo4j, 'there is no graph to adopt: what was changed by hand is in a Neo4j');
  const store = await Neo4jStore.open(address);
  try {
    const found = await wholeGraph(store, progressLine('Reading the graph from Neo4j'));
    if (found === null)
      throw new CommandFailed('NO_DATA: there is no graph to adopt; `custodes load` puts one there.', EXIT.wrongUsage);
    await requireAllRead(store, found);
    requireShapes(found);
    const graph = withWhatFollows(found);
    await store.loadAnew(graph, progressLine('Writing it to Neo4j')).catch(refuseIncomplete);
    const before = found.version.slice(0, 12);
    console.log(
      json
        ? JSON.stringify({ ...(await store.dataset()), before: found.version })
        : graph.version === found.version
          ? `Nothing was changed by hand in ${address.uri}: data version ${before}.`
          : `Adopted in ${address.uri}: ${graph.entities.length} entities, ${graph.relations.length} relations, ${graph.claims.length} claims from ${graph.sources.length} sources; data version ${graph.version.slice(0, 12)}, before ${before}.`,
    );
  } finally {
    await store.close();
  }
}

/** What has no id, or no sort key, is in no answer, and would be gone. */
async function requireAllRead(store: GraphStore, { entities, relations }: Graph): Promise<void> {
  const { entitiesByKind, relationsByType } = await store.counts();
  const all = (counts: { count: number }[]): number => counts.reduce((sum, { count }) => sum + count, 0);
  const unread = [
    [all(entitiesByKind) - entities.length, 'entities'],
    [all(relationsByType) - relations.length, 'relations'],
  ] as const;
  for (const [count, what] of unread) {
    if (count === 0) continue;
    throw notAdopted(
      `${count} ${what} without an id or a sortKey as loads write them (docs/cypher.md); give them one, or delete them.`,
    );
  }
}

function requireShapes(graph: Graph): void {
  const wrong = KINDS.flatMap((kind) =>
    graph[PLURALS[kind]].flatMap((record) => {
      const checked = SHAPES[kind].safeParse(record);
      return checked.success
        ? []
        : misshapen(0, record, checked.error).map(
            ({ found, expected }) => `${kind} ${record.id}: found ${found}; expected ${expected}`,
          );
    }),
  );
  const claims = new Set(graph.claims.map(({ id }) => id));
  for (const { id, claimIds } of [...graph.entities, ...graph.relations]) {
    const missing = claimIds.find((claim) => !claims.has(claim));
    if (missing !== undefined) wrong.push(`${id}: found no claim ${missing}; expected every claim that claimIds names`);
  }
  if (wrong.length > 0) throw notAdopted(wrong.slice(0, MOST_SHOWN).join('\n'));
}

function withWhatFollows(found: Graph): Graph {
  const { claims } = found;
  const sources = new Map(found.sources.map((source) => [source.id, source]));
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const relations = found.relations
    .map((relation) => ({
      ...relation,
      evidence: weighEvidence(
        relation.claimIds.map((id) => claimsById.get(id)!),
        sources,
      ),
    }))
    .sort(byId);
  const entities = tieToPlaces(found.entities, relations, vocabulary);
  const records = { entities, relations, claims: [...claims].sort(byId), sources: [...found.sources].sort(byId) };
  return { version: versionOf(records), ...records };
}

function refuseIncomplete(problem: unknown): never {
  if (problem instanceof IncompleteGraph) throw notAdopted(problem.message);
  throw problem;
}

const notAdopted = (why: string): CommandFailed =>
  new CommandFailed(
    `NOT_ADOPTED: the graph in Neo4j cannot be taken over as it is, and nothing was changed.\n${why}`,
    EXIT.wrongInput,
  );
