import { createHash } from 'node:crypto';
import type { Graph } from '../../domain/model.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { canonicalJson } from '../digest.js';
import type { Dossier, DossierContent } from '../format.js';
import { ClaimRegister } from './claims.js';
import { assembleEntities, entityNames } from './entities.js';
import { assembleRelations } from './relations.js';
import { assembleSources } from './sources.js';
import { tieToPlaces } from './within.js';

/**
 * The graph that dossiers make up together. They must have been checked, all of them together; the order in which they
 * come does not matter.
 */
export function assembleGraph(dossiers: readonly Dossier<DossierContent>[], vocabulary: Vocabulary): Graph {
  const names = entityNames(dossiers);
  const sources = assembleSources(dossiers, (id) => names.get(id));
  const claims = new ClaimRegister(sources);
  const relations = assembleRelations(dossiers, vocabulary, claims, sources);
  const entities = tieToPlaces(assembleEntities(dossiers, vocabulary, claims, sources), relations, vocabulary);
  const records = { entities, relations, claims: claims.all(), sources: [...sources.values()] };
  return { version: versionOf(records), ...records };
}

/** SHA-256 over the canonical JSON of every record, a line each. */
export function versionOf({ entities, relations, claims, sources }: Omit<Graph, 'version'>): string {
  const hash = createHash('sha256');
  for (const record of [...entities, ...relations, ...claims, ...sources]) hash.update(`${canonicalJson(record)}\n`);
  return hash.digest('hex');
}
