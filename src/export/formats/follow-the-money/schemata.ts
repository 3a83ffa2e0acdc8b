import type { Entity, Relation } from '../../../domain/model.js';

/**
 * Our kinds and relation types in the words of FollowTheMoney. Only schemata that its versions 3 and 4 both have, so that Aleph,
 * OpenAleph and yente know them all.
 */
const SCHEMA_OF_KIND: Record<string, string> = {
  person: 'Person',
  'private-security-company': 'Company',
  client: 'LegalEntity',
  regulator: 'PublicBody',
  ministry: 'PublicBody',
  police: 'PublicBody',
  'public-body': 'PublicBody',
  legislature: 'PublicBody',
  'diplomatic-mission': 'PublicBody',
  state: 'PublicBody',
};

const SCHEMA_OF_LABEL: Record<Entity['label'], string> = {
  Actor: 'Organization',
  Instrument: 'Document',
  Event: 'Event',
  Place: 'Address',
};

/** Kinds without an entry are what their label is, so that a new kind needs no code. */
export const schemaOf = ({ kind, label }: Entity): string => SCHEMA_OF_KIND[kind] ?? SCHEMA_OF_LABEL[label];

const ORGANIZATIONS = new Set(['Organization', 'PublicBody', 'Company']);
export const isOrganization = (schema: string): boolean => ORGANIZATIONS.has(schema);
export const isLegalEntity = (schema: string): boolean =>
  isOrganization(schema) || schema === 'LegalEntity' || schema === 'Person';

/** A schema of a link, and which of its properties hold the relation's source and target. */
export interface LinkSchema {
  schema: string;
  source: string;
  target: string;
}

const UNKNOWN_LINK: LinkSchema = { schema: 'UnknownLink', source: 'subject', target: 'object' };

/** What a relation is there. Most are an UnknownLink, whose role says what it is: the model knows money, not oversight. */
export function linkSchema({ type }: Relation, source: string, target: string): LinkSchema {
  if (type === 'MEMBER_OF' && isLegalEntity(source) && isOrganization(target)) {
    return { schema: 'Membership', source: 'member', target: 'organization' };
  }
  if (type === 'REPRESENTS' && isLegalEntity(source) && isLegalEntity(target)) {
    return { schema: 'Representation', source: 'agent', target: 'client' };
  }
  if (type === 'SUPERSEDES' && isLegalEntity(source) && isLegalEntity(target)) {
    return { schema: 'Succession', source: 'successor', target: 'predecessor' };
  }
  return UNKNOWN_LINK;
}
