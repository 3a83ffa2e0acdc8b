/* eslint-disable */
/* Made by `npm run operations` from operations/*.graphql and schema/schema.graphql. Not written by hand. */

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How certain the source itself is of what it says. */
export type Certainty =
  /** Said in so many words. Counts as right with 0.8. */
  | 'EXPLICIT'
  /** Said with a reservation: reportedly, is expected to. Counts 0.4. */
  | 'HEDGED'
  /** It follows from what is said. Counts 0.6. */
  | 'IMPLIED';

/** Why a date is there, or why it is null: not knowing a date is not the same as there being none. */
export type DateStatus =
  /** There is none to give: a session that was held does not end being held. */
  | 'DOES_NOT_APPLY'
  /** No source gives it; there may well be one. */
  | 'NOT_STATED'
  /** It had not ended when the source was written. */
  | 'ONGOING'
  /** A source gives the date. */
  | 'STATED';

/** How a source comes from another; such a source does not count as an independent one. */
export type Derivation =
  /** The same text in another place. */
  | 'REPRINT'
  /** The same text in another language. */
  | 'TRANSLATION';

/** The four families of entities; every kind belongs to one of them. */
export type EntityLabel =
  /** Who acts: a person, body or organisation, such as ICoCA or DIGESSP. */
  | 'Actor'
  /** What took place or is proposed, with participants each in a role. */
  | 'Event'
  /** What sets, recommends or describes rules: a code, treaty, statute or standard. */
  | 'Instrument'
  /** A city, a country, or a region of the UN M49 hierarchy up to the world. */
  | 'Place';

/** Whether an event happened. One that has not happened is not one that has. */
export type EventStatus =
  /** It was called off. */
  | 'CANCELLED'
  /** It took place. */
  | 'HELD'
  /** A source speaks of it as planned, asked for or under discussion, and none says that it took place. */
  | 'PROPOSED';

/** Whether something held at a time, as far as the dates in the sources tell. */
export type Holding =
  /** The dates leave no other reading: it held on at least one day of the time asked about. */
  | 'CERTAINLY'
  /** The dates rule it out. */
  | 'NO'
  /** The dates allow it and do not prove it. Started "2019" and no end stated: as of 2021 possibly. `asOf` filters keep what possibly held. */
  | 'POSSIBLY';

/** Which way a relation is walked. */
export type HopDirection =
  /** From its target to its source, as `inverse` reads: session conducted by ICoCA. */
  | 'BACKWARD'
  /** From its source to its target, as `label` reads: ICoCA conducted session. */
  | 'FORWARD';

/** Why a name was found, best first. */
export type MatchReason =
  /** The text is an acronym of the entity. */
  | 'ACRONYM'
  /** The whole name is the text, accents and case ignored. */
  | 'EXACT'
  /** The name begins with the text. */
  | 'PREFIX'
  /** A word is misspelt by a letter or two. */
  | 'SIMILAR'
  /** Every word of the text is a word of the name or begins one. */
  | 'WORDS';

/** What sort of name it is. */
export type NameUse =
  /** Initials or an abbreviation: DIGESSP. */
  | 'ACRONYM'
  /** Another name that sources use. */
  | 'ALIAS'
  /** A name no longer in use; see `period`. */
  | 'FORMER'
  /** The name the entity goes by itself: Dirección General de Servicios de Seguridad Privada. */
  | 'OFFICIAL'
  /** A shortened form: the Code. */
  | 'SHORT'
  /** The name in a language that is not its own. */
  | 'TRANSLATION';

/** What a relation says of its source and its target. Read `ICoCA CONDUCTED session` from source to target. `relationTypes` gives the definition, the ends allowed and the influence weights of each. */
export type RelationTypeName =
  /** source accredited to target; target receives mission source. The diplomatic mission is accredited to, or stationed in, the country. */
  | 'ACCREDITED_TO'
  /** source accredits target; target accredited by source. The actor recognises the other as competent to certify, train or monitor. */
  | 'ACCREDITS'
  /** source addressed target; target was audience of source. The event was held for the actor - the actor was its intended audience. */
  | 'ADDRESSED'
  /** source adopted target; target adopted by source. The organisation, conference or state adopted or endorsed the text. */
  | 'ADOPTED'
  /** source advised target; target advised by source. The actor gave the other advice or technical assistance. */
  | 'ADVISED'
  /** source amends target; target amended by source. The instrument changes the text of the other. */
  | 'AMENDS'
  /** source applies in target; target has instrument source. The instrument is the law, or part of the law, on private security in the place. */
  | 'APPLIES_IN'
  /** source attended target; target attended by source. The actor took part in the event without a stated leading role. The event may influence who attends it, and those who attend influence the event a little. */
  | 'ATTENDED'
  /** source authored target; target authored by source. The actor wrote, drafted, developed or published the instrument or the publication. */
  | 'AUTHORED'
  /** source certifies target; target certified by source. The actor certifies the other actor against a standard or code. */
  | 'CERTIFIES'
  /** source chaired target; target chaired by source. The actor chaired or co-chaired the event or the organisation. */
  | 'CHAIRED'
  /** source cites target; target cited by source. The instrument refers to, builds on or derives from the other. */
  | 'CITES'
  /** source complements target; target complements source. The instrument adds to the other without replacing it. Symmetric. */
  | 'COMPLEMENTS'
  /** source complies with target; target complied with by source. The actor is certified, or stated by a third party, to comply with the instrument, or is bound to make others comply with it. */
  | 'COMPLIES_WITH'
  /** source concerns target; target concern of source. The event or the instrument is about the place, which is not always the venue. */
  | 'CONCERNS'
  /** source conducted target; target conducted by source. The actor carried out the event - ran, led or delivered it. */
  | 'CONDUCTED'
  /** source contracted target; target contracted by source. The client bought services of the company. */
  | 'CONTRACTED'
  /** source co-organised target; target co-organised by source. The actor organised the event together with others, or cooperated in organising it. */
  | 'CO_ORGANISED'
  /** source enacted target; target enacted by source. The authority enacted, issued or decreed the instrument. */
  | 'ENACTED'
  /** source enforces target; target enforced by source. The authority is charged with making others keep to the instrument. */
  | 'ENFORCES'
  /** source engaged with target; target engaged with source. The two actors held talks or corresponded, where no single event is named. Symmetric. */
  | 'ENGAGED_WITH'
  /** source established by target; target established source. The actor was created by the instrument, the other actor or the event. */
  | 'ESTABLISHED_BY'
  /** source facilitated target; target facilitated by source. The actor made the event possible or easier - by introductions, good offices or support - without running it. */
  | 'FACILITATED'
  /** source followed up target; target followed up by source. The event continues, or is proposed to continue, an earlier one. */
  | 'FOLLOWED_UP'
  /** source funded target; target funded by source. The actor paid for the event, the organisation or the making of the instrument, wholly or in part. */
  | 'FUNDED'
  /** source governed by target; target governs source. The actor, or the instrument, is bound by the instrument or directed by the actor. */
  | 'GOVERNED_BY'
  /** source holds office in target; target has office holder source. The person holds the office given in the organisation. */
  | 'HOLDS_OFFICE_IN'
  /** source hosted target; target hosted by source. The actor provided the venue of the event or received its participants. */
  | 'HOSTED'
  /** source implements target; target implemented by source. The actor, or the instrument, carries the other instrument into effect. */
  | 'IMPLEMENTS'
  /** source initiated target; target initiated by source. The actor started the process that led to the instrument or organisation. */
  | 'INITIATED'
  /** source licenses target; target licensed by source. The actor grants, renews or withdraws the licences that private security in the place, or the named actor, needs. */
  | 'LICENSES'
  /** source located in target; target location of source. The actor has its seat, or the place lies, in the place. */
  | 'LOCATED_IN'
  /** source maintains target; target maintained by source. The actor is responsible for the instrument - keeps it up to date, administers or oversees it. */
  | 'MAINTAINS'
  /** source member of target; target has member source. The actor is a member of the organisation, in the category or pillar given. Members steer the organisation and are held to its rules. */
  | 'MEMBER_OF'
  /** source observer of target; target has observer source. The actor has observer status in the organisation. */
  | 'OBSERVER_OF'
  /** source operates in target; target field of operation of source. The actor works in the place without a stated seat there. */
  | 'OPERATES_IN'
  /** source oversees target; target overseen by source. The actor supervises, inspects or controls private security in the place, or stands above the named actor in public administration. */
  | 'OVERSEES'
  /** source partnered with target; target partnered with source. The two actors work together as partners, under an agreement or in a stated partnership. Symmetric. */
  | 'PARTNERED_WITH'
  /** source part of target; target has part source. The actor, event, instrument or place belongs to the larger one. The whole directs its parts more than they direct it. */
  | 'PART_OF'
  /** source presented target; target presented at source. The event presented, explained or discussed the instrument (or the work of the actor), which thereby reaches the audience. */
  | 'PRESENTED'
  /** source promotes target; target promoted by source. The actor works to make the instrument known and used. */
  | 'PROMOTES'
  /** source proposed target; target proposed by source. The actor plans, discusses or proposes an event that, as far as the source knows, has not happened. */
  | 'PROPOSED'
  /** source regulates target; target regulated by source. The actor makes or applies binding rules for private security in the place, or for the named actor. */
  | 'REGULATES'
  /** source represents target; target represented by source. The mission, body or person acts for the state or organisation. */
  | 'REPRESENTS'
  /** source requested target; target requested by source. The actor asked for the event, or expressed the interest that led to it. */
  | 'REQUESTED'
  /** source resulted in target; target resulted from source. The event brought about the instrument, the organisation or the later event. */
  | 'RESULTED_IN'
  /** source signed target; target signed by source. The actor signed the instrument and so committed itself to it. */
  | 'SIGNED'
  /** source spoke at target; target heard from source. The actor gave a talk, sat on a panel or presented at the event. */
  | 'SPOKE_AT'
  /** source state of target; target has state source. The state or the organ of a state whose territory or jurisdiction the place is. */
  | 'STATE_OF'
  /** source supersedes target; target superseded by source. The actor or instrument takes the place of an earlier one - a law that replaces a law, an authority that takes over from another. */
  | 'SUPERSEDES'
  /** source supported target; target supported by source. The actor gave the other support that the source does not name as funding, advice or training. */
  | 'SUPPORTED'
  /** source supports target; target supported by source. The state or organisation formally supports the instrument - as a participant in the Montreux Document does - from the date given. */
  | 'SUPPORTS'
  /** source took place in target; target venue of source. The event was held in the place. */
  | 'TOOK_PLACE_IN'
  /** source trained target; target trained by source. The actor trained the other or its staff, where no single event is named. */
  | 'TRAINED';

/** What a source says of a thing: that it is so, or that it is not. */
export type Stance =
  /** The source says that it is not so. Both sides are kept; see `Evidence.disputing`. */
  | 'DISPUTES'
  /** The source says that it is so. */
  | 'SUPPORTS';

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

export type EntityRelationSourcesQueryVariables = Exact<{
  id: string | number;
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
  first: number;
  when: string;
  dated: boolean;
}>;

export type PathsQuery = {
  paths: {
    truncation: string | null;
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
export const EntityRelationSourcesDocument = new TypedDocumentString(`
    query EntityRelationSources($id: ID!, $asOf: String, $first: Int!, $after: String) {
  entity(id: $id) {
    relations(asOf: $asOf, first: $first, after: $after) {
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
    query PathsSources($from: ID!, $to: ID!, $asOf: String, $first: Int!) {
  paths(from: $from, to: $to, asOf: $asOf, first: $first) {
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
    query Paths($from: ID!, $to: ID!, $asOf: String, $types: [RelationTypeName!], $first: Int!, $when: String!, $dated: Boolean!) {
  paths(from: $from, to: $to, asOf: $asOf, relationTypes: $types, first: $first) {
    truncation
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
    query PlacesWithAnswers($after: String) {
  places(
    relationTypes: [REGULATES, LICENSES, OVERSEES]
    first: 100
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
