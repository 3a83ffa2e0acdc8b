import { weighEvidence } from '../../domain/evidence.js';
import type { Relation, Source } from '../../domain/model.js';
import type { RelationType, Vocabulary } from '../../domain/vocabulary.js';
import { qualifiersOf, type Dossier, type DossierContent } from '../format.js';
import { relationIdentity, type RelationIdentity } from '../relation-identity.js';
import type { ClaimRegister } from './claims.js';
import { timeOf, type DatedClaim } from '../../domain/stated-times.js';
import { byId } from '../../domain/order.js';

/** One relation with everything that dossiers say of it. */
interface Gathered {
  type: RelationType;
  identity: RelationIdentity;
  roles: Set<string>;
  claims: DatedClaim[];
}

/** The relations of all dossiers, by id; the same relation of several entries is one, with the claims of all. */
export function assembleRelations(
  dossiers: readonly Dossier<DossierContent>[],
  { relationTypes }: Vocabulary,
  claims: ClaimRegister,
  sources: ReadonlyMap<string, Source>,
): Relation[] {
  const gathered = new Map<string, Gathered>();
  for (const dossier of dossiers) {
    for (const written of dossier.content.relations ?? []) {
      const type = relationTypes.get(written.type);
      if (!type) throw new Error(`A relation was not checked: there is no type "${written.type}".`);
      const qualifiers = qualifiersOf(written);
      const identity = relationIdentity(type, written.from, written.to, qualifiers);
      const relation = gathered.get(identity.id) ?? { type, identity, roles: new Set(), claims: [] };
      gathered.set(identity.id, relation);
      for (const [key, value] of qualifiers) if (key === 'role') relation.roles.add(value);
      const subject = { id: identity.id, type: 'RELATION', aspect: 'relation', value: null } as const;
      for (const claim of written.claims) relation.claims.push(claims.add(dossier, subject, claim, written));
    }
  }
  return [...gathered.values()].map((relation) => record(relation, sources)).sort(byId);
}

function record({ type, identity, roles, claims }: Gathered, sources: ReadonlyMap<string, Source>): Relation {
  const { id, source, target } = identity;
  const role: [string, string][] = roles.size > 0 ? [['role', [...roles].sort().join('; ')]] : [];
  const qualifiers = [...identity.qualifiers, ...role].sort(([a], [b]) => (a < b ? -1 : 1));
  const distinct = new Map(claims.map((dated) => [dated.claim.id, dated]));
  const claimIds = [...distinct.keys()].sort();
  const time = timeOf([...distinct.values()], sources, type.time === 'occurrence');
  return {
    id,
    type: type.name,
    source,
    target,
    qualifiers: Object.fromEntries(qualifiers),
    time,
    evidence: weighEvidence(
      [...distinct.values()].map(({ claim }) => claim),
      sources,
    ),
    sortKey: `${time.earliestStart}|${id}`,
    claimIds,
  };
}
