import { slug } from '../domain/folding.js';
import type { RelationType } from '../domain/vocabulary.js';

/** What makes two written relations the same one: the type, the ends, and every qualifier but the role. */
export interface RelationIdentity {
  /** `digessp.regulates.gt.private-security` */
  id: string;
  source: string;
  target: string;
  /** Without the role; by key. */
  qualifiers: [string, string][];
}

/** @param qualifiers by key */
export function relationIdentity(
  type: RelationType,
  from: string,
  to: string,
  qualifiers: readonly [string, string][],
): RelationIdentity {
  const [source, target] = type.symmetric && to < from ? [to, from] : [from, to];
  const telling = qualifiers.filter(([key]) => key !== 'role');
  const typeSlug = type.name.toLowerCase().replaceAll('_', '-');
  const id = [source, typeSlug, target, ...telling.map(([, value]) => slug(value))].join('.');
  return { id, source, target, qualifiers: telling };
}
