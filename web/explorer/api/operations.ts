/* eslint-disable */
/* Made by `npm run operations` from operations/*.graphql and schema/schema.graphql. Not written by hand. */

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Certainty = 'EXPLICIT' | 'HEDGED' | 'IMPLIED';

export type DateStatus = 'DOES_NOT_APPLY' | 'NOT_STATED' | 'ONGOING' | 'STATED';

export type Derivation = 'REPRINT' | 'TRANSLATION';

export type EntityLabel = 'Actor' | 'Event' | 'Instrument' | 'Place';

export type EventStatus = 'CANCELLED' | 'HELD' | 'PROPOSED';

export type Holding = 'CERTAINLY' | 'NO' | 'POSSIBLY';

export type HopDirection = 'BACKWARD' | 'FORWARD';

export type MatchReason = 'ACRONYM' | 'CODE' | 'EXACT' | 'PREFIX' | 'SIMILAR' | 'WORDS';

export type NameUse = 'ACRONYM' | 'ALIAS' | 'FORMER' | 'OFFICIAL' | 'SHORT' | 'TRANSLATION';

export type RelationTypeName =
  | 'ACCREDITED_TO'
  | 'ACCREDITS'
  | 'ADDRESSED'
  | 'ADOPTED'
  | 'ADVISED'
  | 'AMENDS'
  | 'APPLIES_IN'
  | 'ATTENDED'
  | 'AUTHORED'
  | 'CERTIFIES'
  | 'CHAIRED'
  | 'CITES'
  | 'COMPLEMENTS'
  | 'COMPLIES_WITH'
  | 'CONCERNS'
  | 'CONDUCTED'
  | 'CONTRACTED'
  | 'CO_ORGANISED'
  | 'ENACTED'
  | 'ENFORCES'
  | 'ENGAGED_WITH'
  | 'ESTABLISHED_BY'
  | 'FACILITATED'
  | 'FOLLOWED_UP'
  | 'FUNDED'
  | 'GOVERNED_BY'
  | 'HOLDS_OFFICE_IN'
  | 'HOSTED'
  | 'IMPLEMENTS'
  | 'INITIATED'
  | 'LICENSES'
  | 'LOCATED_IN'
  | 'MAINTAINS'
  | 'MEMBER_OF'
  | 'OBSERVER_OF'
  | 'OPERATES_IN'
  | 'OVERSEES'
  | 'PARTNERED_WITH'
  | 'PART_OF'
  | 'PRESENTED'
  | 'PROMOTES'
  | 'PROPOSED'
  | 'REGULATES'
  | 'REPRESENTS'
  | 'REQUESTED'
  | 'RESULTED_IN'
  | 'SIGNED'
  | 'SPOKE_AT'
  | 'STATE_OF'
  | 'SUPERSEDES'
  | 'SUPPORTED'
  | 'SUPPORTS'
  | 'TOOK_PLACE_IN'
  | 'TRAINED';

export type Stance = 'DISPUTES' | 'SUPPORTS';

export type ClaimCoreFragment = {
  id: string;
  aspect: string;
  statement: string;
  stance: Stance;
  certainty: Certainty;
  locator: string;
  digest: string;
  start: string | null;
  end: string | null;
  attested: string | null;
  retrieved: string;
  recorded: string;
  recordedBy: string;
  source: {
    id: string;
    title: string;
    publisher: string;
    published: string | null;
    url: string;
    kind: string;
    language: string;
    derivation: Derivation | null;
    derivedFrom: { id: string; title: string } | null;
  };
};

type EntityCore_Actor_Fragment = {
  __typename: 'Actor';
  id: string;
  name: string;
  kind: string;
  degree: number;
  names: Array<{ text: string; language: string; use: NameUse }>;
};

type EntityCore_Event_Fragment = {
  __typename: 'Event';
  id: string;
  name: string;
  kind: string;
  degree: number;
  names: Array<{ text: string; language: string; use: NameUse }>;
};

type EntityCore_Instrument_Fragment = {
  __typename: 'Instrument';
  id: string;
  name: string;
  kind: string;
  degree: number;
  names: Array<{ text: string; language: string; use: NameUse }>;
};

type EntityCore_Place_Fragment = {
  __typename: 'Place';
  id: string;
  name: string;
  kind: string;
  degree: number;
  names: Array<{ text: string; language: string; use: NameUse }>;
};

export type EntityCoreFragment =
  EntityCore_Actor_Fragment | EntityCore_Event_Fragment | EntityCore_Instrument_Fragment | EntityCore_Place_Fragment;

export type EntityDetailsQueryVariables = Exact<{
  id: string | number;
}>;

export type EntityDetailsQuery = {
  entity:
    | {
        __typename: 'Actor';
        start: string | null;
        startStatus: DateStatus;
        end: string | null;
        endStatus: DateStatus;
        attested: Array<string>;
        persists: boolean;
        id: string;
        name: string;
        kind: string;
        degree: number;
        names: Array<{ script: string; period: string | null; text: string; language: string; use: NameUse }>;
        identifiers: Array<{ scheme: string; value: string }>;
        attributes: Array<{
          name: string;
          label: string;
          value: string;
          unit: string | null;
          date: string | null;
          claims: Array<{
            id: string;
            aspect: string;
            statement: string;
            stance: Stance;
            certainty: Certainty;
            locator: string;
            digest: string;
            start: string | null;
            end: string | null;
            attested: string | null;
            retrieved: string;
            recorded: string;
            recordedBy: string;
            source: {
              id: string;
              title: string;
              publisher: string;
              published: string | null;
              url: string;
              kind: string;
              language: string;
              derivation: Derivation | null;
              derivedFrom: { id: string; title: string } | null;
            };
          }>;
        }>;
        within: Array<{
          __typename: 'Place';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }>;
        claims: Array<{
          id: string;
          aspect: string;
          statement: string;
          stance: Stance;
          certainty: Certainty;
          locator: string;
          digest: string;
          start: string | null;
          end: string | null;
          attested: string | null;
          retrieved: string;
          recorded: string;
          recordedBy: string;
          source: {
            id: string;
            title: string;
            publisher: string;
            published: string | null;
            url: string;
            kind: string;
            language: string;
            derivation: Derivation | null;
            derivedFrom: { id: string; title: string } | null;
          };
        }>;
      }
    | {
        __typename: 'Event';
        status: EventStatus;
        start: string | null;
        startStatus: DateStatus;
        end: string | null;
        endStatus: DateStatus;
        attested: Array<string>;
        persists: boolean;
        id: string;
        name: string;
        kind: string;
        degree: number;
        names: Array<{ script: string; period: string | null; text: string; language: string; use: NameUse }>;
        identifiers: Array<{ scheme: string; value: string }>;
        attributes: Array<{
          name: string;
          label: string;
          value: string;
          unit: string | null;
          date: string | null;
          claims: Array<{
            id: string;
            aspect: string;
            statement: string;
            stance: Stance;
            certainty: Certainty;
            locator: string;
            digest: string;
            start: string | null;
            end: string | null;
            attested: string | null;
            retrieved: string;
            recorded: string;
            recordedBy: string;
            source: {
              id: string;
              title: string;
              publisher: string;
              published: string | null;
              url: string;
              kind: string;
              language: string;
              derivation: Derivation | null;
              derivedFrom: { id: string; title: string } | null;
            };
          }>;
        }>;
        within: Array<{
          __typename: 'Place';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }>;
        claims: Array<{
          id: string;
          aspect: string;
          statement: string;
          stance: Stance;
          certainty: Certainty;
          locator: string;
          digest: string;
          start: string | null;
          end: string | null;
          attested: string | null;
          retrieved: string;
          recorded: string;
          recordedBy: string;
          source: {
            id: string;
            title: string;
            publisher: string;
            published: string | null;
            url: string;
            kind: string;
            language: string;
            derivation: Derivation | null;
            derivedFrom: { id: string; title: string } | null;
          };
        }>;
      }
    | {
        __typename: 'Instrument';
        start: string | null;
        startStatus: DateStatus;
        end: string | null;
        endStatus: DateStatus;
        attested: Array<string>;
        persists: boolean;
        id: string;
        name: string;
        kind: string;
        degree: number;
        names: Array<{ script: string; period: string | null; text: string; language: string; use: NameUse }>;
        identifiers: Array<{ scheme: string; value: string }>;
        attributes: Array<{
          name: string;
          label: string;
          value: string;
          unit: string | null;
          date: string | null;
          claims: Array<{
            id: string;
            aspect: string;
            statement: string;
            stance: Stance;
            certainty: Certainty;
            locator: string;
            digest: string;
            start: string | null;
            end: string | null;
            attested: string | null;
            retrieved: string;
            recorded: string;
            recordedBy: string;
            source: {
              id: string;
              title: string;
              publisher: string;
              published: string | null;
              url: string;
              kind: string;
              language: string;
              derivation: Derivation | null;
              derivedFrom: { id: string; title: string } | null;
            };
          }>;
        }>;
        within: Array<{
          __typename: 'Place';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }>;
        claims: Array<{
          id: string;
          aspect: string;
          statement: string;
          stance: Stance;
          certainty: Certainty;
          locator: string;
          digest: string;
          start: string | null;
          end: string | null;
          attested: string | null;
          retrieved: string;
          recorded: string;
          recordedBy: string;
          source: {
            id: string;
            title: string;
            publisher: string;
            published: string | null;
            url: string;
            kind: string;
            language: string;
            derivation: Derivation | null;
            derivedFrom: { id: string; title: string } | null;
          };
        }>;
      }
    | {
        __typename: 'Place';
        start: string | null;
        startStatus: DateStatus;
        end: string | null;
        endStatus: DateStatus;
        attested: Array<string>;
        persists: boolean;
        id: string;
        name: string;
        kind: string;
        degree: number;
        names: Array<{ script: string; period: string | null; text: string; language: string; use: NameUse }>;
        identifiers: Array<{ scheme: string; value: string }>;
        attributes: Array<{
          name: string;
          label: string;
          value: string;
          unit: string | null;
          date: string | null;
          claims: Array<{
            id: string;
            aspect: string;
            statement: string;
            stance: Stance;
            certainty: Certainty;
            locator: string;
            digest: string;
            start: string | null;
            end: string | null;
            attested: string | null;
            retrieved: string;
            recorded: string;
            recordedBy: string;
            source: {
              id: string;
              title: string;
              publisher: string;
              published: string | null;
              url: string;
              kind: string;
              language: string;
              derivation: Derivation | null;
              derivedFrom: { id: string; title: string } | null;
            };
          }>;
        }>;
        within: Array<{
          __typename: 'Place';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }>;
        claims: Array<{
          id: string;
          aspect: string;
          statement: string;
          stance: Stance;
          certainty: Certainty;
          locator: string;
          digest: string;
          start: string | null;
          end: string | null;
          attested: string | null;
          retrieved: string;
          recorded: string;
          recordedBy: string;
          source: {
            id: string;
            title: string;
            publisher: string;
            published: string | null;
            url: string;
            kind: string;
            language: string;
            derivation: Derivation | null;
            derivedFrom: { id: string; title: string } | null;
          };
        }>;
      }
    | null;
};

export type EntityPlacesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;

export type EntityPlacesQuery = {
  network: {
    nodes: Array<{
      entity:
        | { id: string; within: Array<{ id: string }> }
        | { id: string; within: Array<{ id: string }> }
        | { id: string; within: Array<{ id: string }> }
        | { id: string; within: Array<{ id: string }> };
    }>;
  } | null;
};

export type EntityRelationSourcesQueryVariables = Exact<{
  id: string | number;
  types?: Array<RelationTypeName> | RelationTypeName | null | undefined;
  asOf?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type EntityRelationSourcesQuery = {
  entity:
    | {
        relations: {
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            claims: Array<{
              source: {
                id: string;
                title: string;
                publisher: string;
                published: string | null;
                retrieved: string;
                url: string;
                kind: string;
                language: string;
              };
            }>;
          }>;
        };
      }
    | {
        relations: {
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            claims: Array<{
              source: {
                id: string;
                title: string;
                publisher: string;
                published: string | null;
                retrieved: string;
                url: string;
                kind: string;
                language: string;
              };
            }>;
          }>;
        };
      }
    | {
        relations: {
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            claims: Array<{
              source: {
                id: string;
                title: string;
                publisher: string;
                published: string | null;
                retrieved: string;
                url: string;
                kind: string;
                language: string;
              };
            }>;
          }>;
        };
      }
    | {
        relations: {
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            claims: Array<{
              source: {
                id: string;
                title: string;
                publisher: string;
                published: string | null;
                retrieved: string;
                url: string;
                kind: string;
                language: string;
              };
            }>;
          }>;
        };
      }
    | null;
};

export type EntityRelationsQueryVariables = Exact<{
  id: string | number;
  types?: Array<RelationTypeName> | RelationTypeName | null | undefined;
  asOf?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  when: string;
  dated: boolean;
}>;

export type EntityRelationsQuery = {
  entity:
    | {
        __typename: 'Actor';
        id: string;
        name: string;
        kind: string;
        degree: number;
        relations: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            type: RelationTypeName;
            role: string | null;
            start: string | null;
            startStatus: DateStatus;
            end: string | null;
            endStatus: DateStatus;
            attested: Array<string>;
            persists: boolean;
            holds?: Holding;
            source:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            target:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            bounds: {
              earliestStart: string | null;
              latestStart: string | null;
              earliestEnd: string | null;
              latestEnd: string | null;
            };
            qualifiers: Array<{ name: string; value: string }>;
            evidence: { supporting: number; disputing: number };
          }>;
        };
        names: Array<{ text: string; language: string; use: NameUse }>;
      }
    | {
        __typename: 'Event';
        id: string;
        name: string;
        kind: string;
        degree: number;
        relations: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            type: RelationTypeName;
            role: string | null;
            start: string | null;
            startStatus: DateStatus;
            end: string | null;
            endStatus: DateStatus;
            attested: Array<string>;
            persists: boolean;
            holds?: Holding;
            source:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            target:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            bounds: {
              earliestStart: string | null;
              latestStart: string | null;
              earliestEnd: string | null;
              latestEnd: string | null;
            };
            qualifiers: Array<{ name: string; value: string }>;
            evidence: { supporting: number; disputing: number };
          }>;
        };
        names: Array<{ text: string; language: string; use: NameUse }>;
      }
    | {
        __typename: 'Instrument';
        id: string;
        name: string;
        kind: string;
        degree: number;
        relations: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            type: RelationTypeName;
            role: string | null;
            start: string | null;
            startStatus: DateStatus;
            end: string | null;
            endStatus: DateStatus;
            attested: Array<string>;
            persists: boolean;
            holds?: Holding;
            source:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            target:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            bounds: {
              earliestStart: string | null;
              latestStart: string | null;
              earliestEnd: string | null;
              latestEnd: string | null;
            };
            qualifiers: Array<{ name: string; value: string }>;
            evidence: { supporting: number; disputing: number };
          }>;
        };
        names: Array<{ text: string; language: string; use: NameUse }>;
      }
    | {
        __typename: 'Place';
        id: string;
        name: string;
        kind: string;
        degree: number;
        relations: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            id: string;
            type: RelationTypeName;
            role: string | null;
            start: string | null;
            startStatus: DateStatus;
            end: string | null;
            endStatus: DateStatus;
            attested: Array<string>;
            persists: boolean;
            holds?: Holding;
            source:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            target:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            bounds: {
              earliestStart: string | null;
              latestStart: string | null;
              earliestEnd: string | null;
              latestEnd: string | null;
            };
            qualifiers: Array<{ name: string; value: string }>;
            evidence: { supporting: number; disputing: number };
          }>;
        };
        names: Array<{ text: string; language: string; use: NameUse }>;
      }
    | null;
};

export type InfluenceSourcesQueryVariables = Exact<{
  region: string;
  asOf?: string | null | undefined;
  first: number;
}>;

export type InfluenceSourcesQuery = {
  influence: {
    influencers: {
      nodes: Array<{
        paths: Array<{
          hops: Array<{
            relation: {
              id: string;
              claims: Array<{
                source: {
                  id: string;
                  title: string;
                  publisher: string;
                  published: string | null;
                  retrieved: string;
                  url: string;
                  kind: string;
                  language: string;
                };
              }>;
            };
          }>;
        }>;
      }>;
    };
  } | null;
};

export type InfluenceQueryVariables = Exact<{
  region: string;
  asOf?: string | null | undefined;
  first: number;
  when: string;
  dated: boolean;
}>;

export type InfluenceQuery = {
  dataVersion: string;
  influence: {
    emptyBecause: string | null;
    maxSteps: number;
    region: {
      __typename: 'Place';
      id: string;
      name: string;
      kind: string;
      degree: number;
      names: Array<{ text: string; language: string; use: NameUse }>;
    };
    oversightBodies: Array<{
      holds: Holding;
      actor: {
        __typename: 'Actor';
        id: string;
        name: string;
        kind: string;
        degree: number;
        names: Array<{ text: string; language: string; use: NameUse }>;
      };
      relations: Array<{
        id: string;
        type: RelationTypeName;
        role: string | null;
        start: string | null;
        startStatus: DateStatus;
        end: string | null;
        endStatus: DateStatus;
        attested: Array<string>;
        persists: boolean;
        holds?: Holding;
        target:
          | {
              __typename: 'Actor';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Event';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Instrument';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Place';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            };
        bounds: {
          earliestStart: string | null;
          latestStart: string | null;
          earliestEnd: string | null;
          latestEnd: string | null;
        };
        qualifiers: Array<{ name: string; value: string }>;
        evidence: { supporting: number; disputing: number };
        source: { id: string } | { id: string } | { id: string } | { id: string };
      }>;
    }>;
    influencers: {
      totalCount: number;
      nodes: Array<{
        rank: number;
        score: number;
        remainder: number;
        actor: {
          __typename: 'Actor';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        };
        paths: Array<{
          contribution: number;
          steps: number;
          hops: Array<{
            direction: HopDirection;
            weight: number;
            from:
              | {
                  __typename: 'Actor';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Event';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Instrument';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                }
              | {
                  __typename: 'Place';
                  id: string;
                  name: string;
                  kind: string;
                  degree: number;
                  names: Array<{ text: string; language: string; use: NameUse }>;
                };
            to: { id: string } | { id: string } | { id: string } | { id: string };
            relation: {
              id: string;
              type: RelationTypeName;
              role: string | null;
              start: string | null;
              startStatus: DateStatus;
              end: string | null;
              endStatus: DateStatus;
              attested: Array<string>;
              persists: boolean;
              holds?: Holding;
              bounds: {
                earliestStart: string | null;
                latestStart: string | null;
                earliestEnd: string | null;
                latestEnd: string | null;
              };
              qualifiers: Array<{ name: string; value: string }>;
              evidence: { supporting: number; disputing: number };
              source: { id: string } | { id: string } | { id: string } | { id: string };
              target: { id: string } | { id: string } | { id: string } | { id: string };
            };
          }>;
        }>;
      }>;
    };
  } | null;
};

export type PathsSourcesQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  asOf?: string | null | undefined;
  types?: Array<RelationTypeName> | RelationTypeName | null | undefined;
  maxLength: number;
  first: number;
}>;

export type PathsSourcesQuery = {
  paths: {
    paths: Array<{
      hops: Array<{
        relation: {
          id: string;
          claims: Array<{
            source: {
              id: string;
              title: string;
              publisher: string;
              published: string | null;
              retrieved: string;
              url: string;
              kind: string;
              language: string;
            };
          }>;
        };
      }>;
    }>;
  } | null;
};

export type PathsQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  asOf?: string | null | undefined;
  types?: Array<RelationTypeName> | RelationTypeName | null | undefined;
  maxLength: number;
  first: number;
  when: string;
  dated: boolean;
}>;

export type PathsQuery = {
  paths: {
    truncated: boolean;
    paths: Array<{
      length: number;
      hops: Array<{
        direction: HopDirection;
        from:
          | {
              __typename: 'Actor';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Event';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Instrument';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Place';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            };
        to:
          | {
              __typename: 'Actor';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Event';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Instrument';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            }
          | {
              __typename: 'Place';
              id: string;
              name: string;
              kind: string;
              degree: number;
              names: Array<{ text: string; language: string; use: NameUse }>;
            };
        relation: {
          id: string;
          type: RelationTypeName;
          role: string | null;
          start: string | null;
          startStatus: DateStatus;
          end: string | null;
          endStatus: DateStatus;
          attested: Array<string>;
          persists: boolean;
          holds?: Holding;
          bounds: {
            earliestStart: string | null;
            latestStart: string | null;
            earliestEnd: string | null;
            latestEnd: string | null;
          };
          qualifiers: Array<{ name: string; value: string }>;
          evidence: { supporting: number; disputing: number };
          source: { id: string } | { id: string } | { id: string } | { id: string };
          target: { id: string } | { id: string } | { id: string } | { id: string };
        };
      }>;
    }>;
  } | null;
};

export type PlacesWithAnswersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type PlacesWithAnswersQuery = {
  places: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      __typename: 'Place';
      iso: string | null;
      m49: string | null;
      id: string;
      name: string;
      kind: string;
      degree: number;
      within: Array<{ id: string }>;
      names: Array<{ text: string; language: string; use: NameUse }>;
    }>;
  } | null;
  statistics: {
    dataset: { entities: number; relations: number; claims: number; sources: number } | null;
    entitiesByPlace: Array<{
      count: number;
      place: {
        __typename: 'Place';
        m49: string | null;
        id: string;
        name: string;
        kind: string;
        degree: number;
        names: Array<{ text: string; language: string; use: NameUse }>;
      };
    }>;
  } | null;
};

export type RegionCountriesQueryVariables = Exact<{
  region: string;
  first: number;
  after?: string | null | undefined;
}>;

export type RegionCountriesQuery = {
  places: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Array<{ id: string }> } | null;
};

export type RegionSuggestionsQueryVariables = Exact<{
  text: string;
  code: string;
  mayBeCode: boolean;
}>;

export type RegionSuggestionsQuery = {
  search: {
    hits: Array<{
      matchedName: { text: string; language: string };
      entity:
        | {
            __typename: 'Actor';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          }
        | {
            __typename: 'Event';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          }
        | {
            __typename: 'Instrument';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          }
        | {
            __typename: 'Place';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          };
    }>;
  } | null;
  byCode?: {
    region: {
      __typename: 'Place';
      id: string;
      name: string;
      kind: string;
      degree: number;
      names: Array<{ text: string; language: string; use: NameUse }>;
    };
  } | null;
};

export type RelationClaimsQueryVariables = Exact<{
  id: string | number;
  when: string;
  dated: boolean;
}>;

export type RelationClaimsQuery = {
  relation: {
    id: string;
    type: RelationTypeName;
    role: string | null;
    start: string | null;
    startStatus: DateStatus;
    end: string | null;
    endStatus: DateStatus;
    attested: Array<string>;
    persists: boolean;
    holds?: Holding;
    source:
      | {
          __typename: 'Actor';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }
      | {
          __typename: 'Event';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }
      | {
          __typename: 'Instrument';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }
      | {
          __typename: 'Place';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        };
    target:
      | {
          __typename: 'Actor';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }
      | {
          __typename: 'Event';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }
      | {
          __typename: 'Instrument';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        }
      | {
          __typename: 'Place';
          id: string;
          name: string;
          kind: string;
          degree: number;
          names: Array<{ text: string; language: string; use: NameUse }>;
        };
    claims: Array<{
      id: string;
      aspect: string;
      statement: string;
      stance: Stance;
      certainty: Certainty;
      locator: string;
      digest: string;
      start: string | null;
      end: string | null;
      attested: string | null;
      retrieved: string;
      recorded: string;
      recordedBy: string;
      source: {
        id: string;
        title: string;
        publisher: string;
        published: string | null;
        url: string;
        kind: string;
        language: string;
        derivation: Derivation | null;
        derivedFrom: { id: string; title: string } | null;
      };
    }>;
    bounds: { earliestStart: string | null; latestStart: string | null; earliestEnd: string | null; latestEnd: string | null };
    qualifiers: Array<{ name: string; value: string }>;
    evidence: { supporting: number; disputing: number };
  } | null;
};

export type RelationCoreFragment = {
  id: string;
  type: RelationTypeName;
  role: string | null;
  start: string | null;
  startStatus: DateStatus;
  end: string | null;
  endStatus: DateStatus;
  attested: Array<string>;
  persists: boolean;
  holds?: Holding;
  bounds: { earliestStart: string | null; latestStart: string | null; earliestEnd: string | null; latestEnd: string | null };
  qualifiers: Array<{ name: string; value: string }>;
  evidence: { supporting: number; disputing: number };
  source: { id: string } | { id: string } | { id: string } | { id: string };
  target: { id: string } | { id: string } | { id: string } | { id: string };
};

export type RelationSourcesFragment = {
  id: string;
  claims: Array<{
    source: {
      id: string;
      title: string;
      publisher: string;
      published: string | null;
      retrieved: string;
      url: string;
      kind: string;
      language: string;
    };
  }>;
};

export type SearchQueryVariables = Exact<{
  text: string;
}>;

export type SearchQuery = {
  search: {
    hits: Array<{
      reason: MatchReason;
      matchedName: { text: string; language: string };
      entity:
        | {
            __typename: 'Actor';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          }
        | {
            __typename: 'Event';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          }
        | {
            __typename: 'Instrument';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          }
        | {
            __typename: 'Place';
            id: string;
            name: string;
            kind: string;
            degree: number;
            names: Array<{ text: string; language: string; use: NameUse }>;
          };
    }>;
  } | null;
};

export type VocabularyQueryVariables = Exact<{ [key: string]: never }>;

export type VocabularyQuery = {
  relationTypes: Array<{ name: RelationTypeName; label: string; inverse: string; definition: string; symmetric: boolean }>;
  entityKinds: Array<{ name: string; title: string; label: EntityLabel; definition: string }>;
};

export class TypedDocumentString<TResult, TVariables> extends String implements DocumentTypeDecoration<TResult, TVariables> {
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ClaimCoreFragmentDoc = new TypedDocumentString(
  `
    fragment ClaimCore on Claim {
  id
  aspect
  statement
  stance
  certainty
  locator
  digest
  start
  end
  attested
  retrieved
  recorded
  recordedBy
  source {
    id
    title
    publisher
    published
    url
    kind
    language
    derivation
    derivedFrom {
      id
      title
    }
  }
}
    `,
  { fragmentName: 'ClaimCore' },
) as unknown as TypedDocumentString<ClaimCoreFragment, unknown>;
export const EntityCoreFragmentDoc = new TypedDocumentString(
  `
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}
    `,
  { fragmentName: 'EntityCore' },
) as unknown as TypedDocumentString<EntityCoreFragment, unknown>;
export const RelationCoreFragmentDoc = new TypedDocumentString(
  `
    fragment RelationCore on Relation {
  id
  type
  role
  start
  startStatus
  end
  endStatus
  attested
  persists
  bounds {
    earliestStart
    latestStart
    earliestEnd
    latestEnd
  }
  qualifiers {
    name
    value
  }
  evidence {
    supporting
    disputing
  }
  source {
    id
  }
  target {
    id
  }
  holds(asOf: $when) @include(if: $dated)
}
    `,
  { fragmentName: 'RelationCore' },
) as unknown as TypedDocumentString<RelationCoreFragment, unknown>;
export const RelationSourcesFragmentDoc = new TypedDocumentString(
  `
    fragment RelationSources on Relation {
  id
  claims {
    source {
      id
      title
      publisher
      published
      retrieved
      url
      kind
      language
    }
  }
}
    `,
  { fragmentName: 'RelationSources' },
) as unknown as TypedDocumentString<RelationSourcesFragment, unknown>;
export const EntityDetailsDocument = new TypedDocumentString(`
    query EntityDetails($id: ID!) {
  entity(id: $id) {
    ...EntityCore
    start
    startStatus
    end
    endStatus
    attested
    persists
    names {
      script
      period
    }
    identifiers {
      scheme
      value
    }
    attributes {
      name
      label
      value
      unit
      date
      claims {
        ...ClaimCore
      }
    }
    within {
      ...EntityCore
    }
    claims {
      ...ClaimCore
    }
    ... on Event {
      status
    }
  }
}
    fragment ClaimCore on Claim {
  id
  aspect
  statement
  stance
  certainty
  locator
  digest
  start
  end
  attested
  retrieved
  recorded
  recordedBy
  source {
    id
    title
    publisher
    published
    url
    kind
    language
    derivation
    derivedFrom {
      id
      title
    }
  }
}
fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}`) as unknown as TypedDocumentString<EntityDetailsQuery, EntityDetailsQueryVariables>;
export const EntityPlacesDocument = new TypedDocumentString(`
    query EntityPlaces($ids: [ID!]!) {
  network(centers: $ids, depth: 0, limit: 100) {
    nodes {
      entity {
        id
        within {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityPlacesQuery, EntityPlacesQueryVariables>;
export const EntityRelationSourcesDocument = new TypedDocumentString(`
    query EntityRelationSources($id: ID!, $types: [RelationTypeName!], $asOf: String, $first: Int!, $after: String) {
  entity(id: $id) {
    relations(types: $types, asOf: $asOf, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RelationSources
      }
    }
  }
}
    fragment RelationSources on Relation {
  id
  claims {
    source {
      id
      title
      publisher
      published
      retrieved
      url
      kind
      language
    }
  }
}`) as unknown as TypedDocumentString<EntityRelationSourcesQuery, EntityRelationSourcesQueryVariables>;
export const EntityRelationsDocument = new TypedDocumentString(`
    query EntityRelations($id: ID!, $types: [RelationTypeName!], $asOf: String, $first: Int!, $after: String, $when: String!, $dated: Boolean!) {
  entity(id: $id) {
    ...EntityCore
    relations(types: $types, asOf: $asOf, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RelationCore
        source {
          ...EntityCore
        }
        target {
          ...EntityCore
        }
      }
    }
  }
}
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}
fragment RelationCore on Relation {
  id
  type
  role
  start
  startStatus
  end
  endStatus
  attested
  persists
  bounds {
    earliestStart
    latestStart
    earliestEnd
    latestEnd
  }
  qualifiers {
    name
    value
  }
  evidence {
    supporting
    disputing
  }
  source {
    id
  }
  target {
    id
  }
  holds(asOf: $when) @include(if: $dated)
}`) as unknown as TypedDocumentString<EntityRelationsQuery, EntityRelationsQueryVariables>;
export const InfluenceSourcesDocument = new TypedDocumentString(`
    query InfluenceSources($region: String!, $asOf: String, $first: Int!) {
  influence(region: $region, asOf: $asOf, first: $first, pathsPerInfluencer: 5) {
    influencers {
      nodes {
        paths {
          hops {
            relation {
              ...RelationSources
            }
          }
        }
      }
    }
  }
}
    fragment RelationSources on Relation {
  id
  claims {
    source {
      id
      title
      publisher
      published
      retrieved
      url
      kind
      language
    }
  }
}`) as unknown as TypedDocumentString<InfluenceSourcesQuery, InfluenceSourcesQueryVariables>;
export const InfluenceDocument = new TypedDocumentString(`
    query Influence($region: String!, $asOf: String, $first: Int!, $when: String!, $dated: Boolean!) {
  dataVersion
  influence(region: $region, asOf: $asOf, first: $first, pathsPerInfluencer: 5) {
    region {
      ...EntityCore
    }
    emptyBecause
    maxSteps
    oversightBodies {
      holds
      actor {
        ...EntityCore
      }
      relations {
        ...RelationCore
        target {
          ...EntityCore
        }
      }
    }
    influencers {
      totalCount
      nodes {
        rank
        score
        remainder
        actor {
          ...EntityCore
        }
        paths {
          contribution
          steps
          hops {
            direction
            weight
            from {
              ...EntityCore
            }
            to {
              id
            }
            relation {
              ...RelationCore
            }
          }
        }
      }
    }
  }
}
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}
fragment RelationCore on Relation {
  id
  type
  role
  start
  startStatus
  end
  endStatus
  attested
  persists
  bounds {
    earliestStart
    latestStart
    earliestEnd
    latestEnd
  }
  qualifiers {
    name
    value
  }
  evidence {
    supporting
    disputing
  }
  source {
    id
  }
  target {
    id
  }
  holds(asOf: $when) @include(if: $dated)
}`) as unknown as TypedDocumentString<InfluenceQuery, InfluenceQueryVariables>;
export const PathsSourcesDocument = new TypedDocumentString(`
    query PathsSources($from: ID!, $to: ID!, $asOf: String, $types: [RelationTypeName!], $maxLength: Int!, $first: Int!) {
  paths(
    from: $from
    to: $to
    asOf: $asOf
    relationTypes: $types
    maxLength: $maxLength
    first: $first
  ) {
    paths {
      hops {
        relation {
          ...RelationSources
        }
      }
    }
  }
}
    fragment RelationSources on Relation {
  id
  claims {
    source {
      id
      title
      publisher
      published
      retrieved
      url
      kind
      language
    }
  }
}`) as unknown as TypedDocumentString<PathsSourcesQuery, PathsSourcesQueryVariables>;
export const PathsDocument = new TypedDocumentString(`
    query Paths($from: ID!, $to: ID!, $asOf: String, $types: [RelationTypeName!], $maxLength: Int!, $first: Int!, $when: String!, $dated: Boolean!) {
  paths(
    from: $from
    to: $to
    asOf: $asOf
    relationTypes: $types
    maxLength: $maxLength
    first: $first
  ) {
    truncated
    paths {
      length
      hops {
        direction
        from {
          ...EntityCore
        }
        to {
          ...EntityCore
        }
        relation {
          ...RelationCore
        }
      }
    }
  }
}
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}
fragment RelationCore on Relation {
  id
  type
  role
  start
  startStatus
  end
  endStatus
  attested
  persists
  bounds {
    earliestStart
    latestStart
    earliestEnd
    latestEnd
  }
  qualifiers {
    name
    value
  }
  evidence {
    supporting
    disputing
  }
  source {
    id
  }
  target {
    id
  }
  holds(asOf: $when) @include(if: $dated)
}`) as unknown as TypedDocumentString<PathsQuery, PathsQueryVariables>;
export const PlacesWithAnswersDocument = new TypedDocumentString(`
    query PlacesWithAnswers($first: Int!, $after: String) {
  places(
    relationTypes: [REGULATES, LICENSES, OVERSEES]
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...EntityCore
      iso
      m49
      within {
        id
      }
    }
  }
  statistics {
    dataset {
      entities
      relations
      claims
      sources
    }
    entitiesByPlace {
      count
      place {
        ...EntityCore
        m49
      }
    }
  }
}
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}`) as unknown as TypedDocumentString<PlacesWithAnswersQuery, PlacesWithAnswersQueryVariables>;
export const RegionCountriesDocument = new TypedDocumentString(`
    query RegionCountries($region: String!, $first: Int!, $after: String) {
  places(kinds: ["country"], within: $region, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RegionCountriesQuery, RegionCountriesQueryVariables>;
export const RegionSuggestionsDocument = new TypedDocumentString(`
    query RegionSuggestions($text: String!, $code: String!, $mayBeCode: Boolean!) {
  search(
    text: $text
    kinds: ["country", "sub-region", "region", "world", "city"]
    first: 8
  ) {
    hits {
      matchedName {
        text
        language
      }
      entity {
        ...EntityCore
      }
    }
  }
  byCode: influence(region: $code, first: 1, pathsPerInfluencer: 0) @include(if: $mayBeCode) {
    region {
      ...EntityCore
    }
  }
}
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}`) as unknown as TypedDocumentString<RegionSuggestionsQuery, RegionSuggestionsQueryVariables>;
export const RelationClaimsDocument = new TypedDocumentString(`
    query RelationClaims($id: ID!, $when: String!, $dated: Boolean!) {
  relation(id: $id) {
    ...RelationCore
    source {
      ...EntityCore
    }
    target {
      ...EntityCore
    }
    claims {
      ...ClaimCore
    }
  }
}
    fragment ClaimCore on Claim {
  id
  aspect
  statement
  stance
  certainty
  locator
  digest
  start
  end
  attested
  retrieved
  recorded
  recordedBy
  source {
    id
    title
    publisher
    published
    url
    kind
    language
    derivation
    derivedFrom {
      id
      title
    }
  }
}
fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}
fragment RelationCore on Relation {
  id
  type
  role
  start
  startStatus
  end
  endStatus
  attested
  persists
  bounds {
    earliestStart
    latestStart
    earliestEnd
    latestEnd
  }
  qualifiers {
    name
    value
  }
  evidence {
    supporting
    disputing
  }
  source {
    id
  }
  target {
    id
  }
  holds(asOf: $when) @include(if: $dated)
}`) as unknown as TypedDocumentString<RelationClaimsQuery, RelationClaimsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!) {
  search(text: $text, first: 8) {
    hits {
      reason
      matchedName {
        text
        language
      }
      entity {
        ...EntityCore
      }
    }
  }
}
    fragment EntityCore on Entity {
  __typename
  id
  name
  kind
  degree
  names {
    text
    language
    use
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const VocabularyDocument = new TypedDocumentString(`
    query Vocabulary {
  relationTypes {
    name
    label
    inverse
    definition
    symmetric
  }
  entityKinds {
    name
    title
    label
    definition
  }
}
    `) as unknown as TypedDocumentString<VocabularyQuery, VocabularyQueryVariables>;
