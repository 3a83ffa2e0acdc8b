import { registerEnumType } from 'type-graphql';
import { CONFLICT_KINDS } from '../../domain/conflicts.js';
import { CHANGE_KINDS } from '../../domain/influence-change.js';
import { MATCH_REASONS } from '../../domain/search.js';
import { vocabulary } from '../../domain/vocabulary.js';
import { WHY_NOT_REASONS, WHY_NOT_VERDICTS } from '../../domain/why-not.js';
import { HOP_OBSTACLES } from '../../domain/why-not-search.js';

/** The enums of the contract. Names on the left are GraphQL's, values on the right the domain's. */

const relationTypes = [...vocabulary.relationTypes.values()];

export const RelationTypeName: Record<string, string> = Object.fromEntries(relationTypes.map(({ name }) => [name, name]));
registerEnumType(RelationTypeName, {
  name: 'RelationTypeName',
  description:
    'What a relation says of its source and its target. Read `ICoCA CONDUCTED session` from source to target. `relationTypes` gives the definition, the ends allowed and the influence weights of each.',
  valuesConfig: Object.fromEntries(
    relationTypes.map(({ name, label, inverse, definition }) => [
      name,
      { description: `source ${label} target; target ${inverse} source. ${definition}` },
    ]),
  ),
});

export const EntityLabel = { Actor: 'Actor', Instrument: 'Instrument', Event: 'Event', Place: 'Place' } as const;
registerEnumType(EntityLabel, {
  name: 'EntityLabel',
  description: 'The four families of entities; every kind belongs to one of them.',
  valuesConfig: {
    Actor: { description: 'Who acts: a person, body or organisation, such as ICoCA or DIGESSP.' },
    Instrument: { description: 'What sets, recommends or describes rules: a code, treaty, statute or standard.' },
    Event: { description: 'What took place or is proposed, with participants each in a role.' },
    Place: { description: 'A city, a country, or a region of the UN M49 hierarchy up to the world.' },
  },
});

export const DateStatus = {
  STATED: 'STATED',
  NOT_STATED: 'NOT_STATED',
  ONGOING: 'ONGOING',
  DOES_NOT_APPLY: 'DOES_NOT_APPLY',
} as const;
registerEnumType(DateStatus, {
  name: 'DateStatus',
  description: 'Why a date is there, or why it is null: not knowing a date is not the same as there being none.',
  valuesConfig: {
    STATED: { description: 'A source gives the date.' },
    NOT_STATED: { description: 'No source gives it; there may well be one.' },
    ONGOING: { description: 'It had not ended when the source was written.' },
    DOES_NOT_APPLY: { description: 'There is none to give: a session that was held does not end being held.' },
  },
});

export const Holding = { CERTAINLY: 'CERTAINLY', POSSIBLY: 'POSSIBLY', NO: 'NO' } as const;
registerEnumType(Holding, {
  name: 'Holding',
  description: 'Whether something held at a time, as far as the dates in the sources tell.',
  valuesConfig: {
    CERTAINLY: { description: 'The dates leave no other reading: it held on at least one day of the time asked about.' },
    POSSIBLY: {
      description:
        'The dates allow it and do not prove it. Started "2019" and no end stated: as of 2021 possibly. `asOf` filters keep what possibly held.',
    },
    NO: { description: 'The dates rule it out.' },
  },
});

export const EmptyCode = { NO_OVERSIGHT_BODY: 'NO_OVERSIGHT_BODY', NOBODY_REACHES_ONE: 'NOBODY_REACHES_ONE' } as const;
registerEnumType(EmptyCode, {
  name: 'EmptyCode',
  description: 'Why an influence answer lists nobody; `emptyBecause` says it in a sentence.',
  valuesConfig: {
    NO_OVERSIGHT_BODY: {
      description:
        'No source names an actor that regulates, licenses or oversees private security there, as of the date asked about.',
    },
    NOBODY_REACHES_ONE: {
      description:
        'There is an oversight body, and no actor reaches it within `maxSteps` steps over relations that carry influence.',
    },
  },
});

export const ConflictKind = Object.fromEntries(CONFLICT_KINDS.map((kind) => [kind, kind]));
registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'What sources disagree about.',
  valuesConfig: {
    DISPUTED: { description: 'Whether a relation is so: one source supports it and another disputes it.' },
    DATES: {
      description:
        'When it was: the dates that sources give of one relation, entity or event cannot all be true, if it held over one period without a gap. Dates about right or uncertain (`~`, `?`) exclude nothing.',
    },
    ATTRIBUTE: { description: 'How much: different figures for one attribute of an entity at one date.' },
  },
});

export const InfluenceChangeKind = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, kind]));
registerEnumType(InfluenceChangeKind, {
  name: 'InfluenceChangeKind',
  description: 'How an actor stands at the later date beside the earlier one.',
  valuesConfig: {
    ENTERED: { description: 'It reaches an oversight body at the later date only.' },
    LEFT: { description: 'It reached an oversight body at the earlier date only.' },
    ROSE: { description: 'Its place is nearer to the top.' },
    FELL: { description: 'Its place is farther from the top; its score may have grown less than those of others.' },
    SAME_RANK: { description: 'Its score is another one, its place is not.' },
    BECAME_OVERSIGHT_BODY: { description: 'It oversees private security there now, and such bodies are not ranked.' },
    CEASED_TO_BE_OVERSIGHT_BODY: { description: 'It oversaw private security there, and does no more; it may be ranked now.' },
  },
});

export const WhyNotVerdict = Object.fromEntries(WHY_NOT_VERDICTS.map((verdict) => [verdict, verdict]));
registerEnumType(WhyNotVerdict, {
  name: 'WhyNotVerdict',
  description: 'How an actor stands to the oversight of a region.',
  valuesConfig: {
    REACHES: { description: 'Influence flows from it to an oversight body; `ranked` says how much.' },
    IS_OVERSIGHT_BODY: { description: 'It oversees private security there itself, and such bodies are not ranked.' },
    NO_OVERSIGHT_BODY: { description: 'No source names an oversight body there, at any date.' },
    STOPPED: { description: 'Relations lead there, and a rule keeps influence from passing over them; `reasons` says which.' },
    NO_PATH: { description: 'No relations of any type, direction or date lead there in six steps.' },
  },
});

export const WhyNotReason = Object.fromEntries(WHY_NOT_REASONS.map((reason) => [reason, reason]));
registerEnumType(WhyNotReason, {
  name: 'WhyNotReason',
  description: 'What would have to be otherwise for an actor to reach an oversight body. Each was tried alone.',
  valuesConfig: {
    TOO_LONG: { description: 'More steps than `maxSteps` would have to count.' },
    DATE: { description: 'The date would have to be dropped: a relation, or the body, did not hold then.' },
    DISPUTED: { description: 'A relation that sources only dispute would have to count.' },
    RELATION_TYPES: { description: 'Types beyond those of `relationTypes` would have to count.' },
    NO_WEIGHT: { description: 'A type that carries no influence in the direction of the way would have to carry some.' },
    PLACE: {
      description:
        'Influence would have to pass through a place otherwise than from its state to those who oversee private security there.',
    },
    SEVERAL: { description: 'None of these alone opens a way; all of them together, with up to six steps, do.' },
  },
});

export const HopObstacle = Object.fromEntries(HOP_OBSTACLES.map((obstacle) => [obstacle, obstacle]));
registerEnumType(HopObstacle, {
  name: 'HopObstacle',
  description: 'What keeps influence from passing over a relation.',
  valuesConfig: {
    DATE: { description: 'It did not hold as of the date asked about; its own dates say when it did.' },
    DISPUTED: { description: 'Sources dispute it, and none supports it.' },
    RELATION_TYPES: { description: 'It is of a type that was not asked for.' },
    NO_WEIGHT: { description: 'Its type carries no influence in this direction.' },
    PLACE: { description: 'It leads into or out of a place where influence does not pass.' },
  },
});

export const SetUpOrder = { AFTER: 'AFTER', BEFORE: 'BEFORE', UNDECIDED: 'UNDECIDED', NOT_STATED: 'NOT_STATED' } as const;
registerEnumType(SetUpOrder, {
  name: 'SetUpOrder',
  description:
    'Whether an oversight body was set up after its state joined an instrument. Dates are compared by the days they can mean.',
  valuesConfig: {
    AFTER: { description: 'Every day on which it can have been set up lies after the accession.' },
    BEFORE: { description: 'Every day on which it can have been set up lies before the accession.' },
    UNDECIDED: { description: 'Both are dated, and the days they can mean allow either order: "2009" and 4 April 2009.' },
    NOT_STATED: { description: 'No source says when the body was set up, or when the state joined.' },
  },
});

export const NameUse = {
  OFFICIAL: 'official',
  SHORT: 'short',
  ACRONYM: 'acronym',
  TRANSLATION: 'translation',
  FORMER: 'former',
  ALIAS: 'alias',
} as const;
registerEnumType(NameUse, {
  name: 'NameUse',
  description: 'How an entity comes to be called so: officially, for short, in translation, formerly or otherwise.',
  valuesConfig: {
    OFFICIAL: { description: 'The name the entity goes by itself: Dirección General de Servicios de Seguridad Privada.' },
    SHORT: { description: 'A shortened form: the Code.' },
    ACRONYM: { description: 'Initials or an abbreviation: DIGESSP.' },
    TRANSLATION: { description: 'The name in a language that is not its own.' },
    FORMER: { description: 'A name no longer in use; see `period`.' },
    ALIAS: { description: 'Another name that sources use.' },
  },
});

export const EventStatus = { HELD: 'HELD', PROPOSED: 'PROPOSED', CANCELLED: 'CANCELLED' } as const;
registerEnumType(EventStatus, {
  name: 'EventStatus',
  description: 'Whether an event happened. One that has not happened is not one that has.',
  valuesConfig: {
    HELD: { description: 'It took place.' },
    PROPOSED: {
      description: 'A source speaks of it as planned, asked for or under discussion, and none says that it took place.',
    },
    CANCELLED: { description: 'It was called off.' },
  },
});

export const Stance = { SUPPORTS: 'SUPPORTS', DISPUTES: 'DISPUTES' } as const;
registerEnumType(Stance, {
  name: 'Stance',
  description: 'What a source says of a thing: that it is so, or that it is not.',
  valuesConfig: {
    SUPPORTS: { description: 'The source says that it is so.' },
    DISPUTES: { description: 'The source says that it is not so. Both sides are kept; see `Evidence.disputing`.' },
  },
});

export const Certainty = { EXPLICIT: 'EXPLICIT', IMPLIED: 'IMPLIED', HEDGED: 'HEDGED' } as const;
registerEnumType(Certainty, {
  name: 'Certainty',
  description: 'How certain the source itself is of what it says.',
  valuesConfig: {
    EXPLICIT: { description: 'Said in so many words. Counts as right with 0.8.' },
    IMPLIED: { description: 'It follows from what is said. Counts 0.6.' },
    HEDGED: { description: 'Said with a reservation: reportedly, is expected to. Counts 0.4.' },
  },
});

export const Derivation = { TRANSLATION: 'TRANSLATION', REPRINT: 'REPRINT' } as const;
registerEnumType(Derivation, {
  name: 'Derivation',
  description: 'How a source comes from another; such a source does not count as an independent one.',
  valuesConfig: {
    TRANSLATION: { description: 'The same text in another language.' },
    REPRINT: { description: 'The same text in another place.' },
  },
});

export const RelationTime = { STATE: 'state', OCCURRENCE: 'occurrence' } as const;
registerEnumType(RelationTime, {
  name: 'RelationTime',
  description: 'How relations of a type stand in time.',
  valuesConfig: {
    STATE: { description: 'Lasts from a start to an end, like a membership.' },
    OCCURRENCE: { description: 'Happened once and stays so, like having conducted a session.' },
  },
});

export const Direction = { OUT: 'OUT', IN: 'IN', BOTH: 'BOTH' } as const;
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which relations of an entity are meant, by the end it stands at.',
  valuesConfig: {
    OUT: { description: 'It is the source: what it does, is or belongs to.' },
    IN: { description: 'It is the target: what is done to it or belongs to it.' },
    BOTH: { description: 'Either; a relation of an entity to itself is given once.' },
  },
});

export const HopDirection = { FORWARD: 'FORWARD', BACKWARD: 'BACKWARD' } as const;
registerEnumType(HopDirection, {
  name: 'HopDirection',
  description: 'Which way a relation is walked.',
  valuesConfig: {
    FORWARD: { description: 'From its source to its target, as `label` reads: ICoCA conducted session.' },
    BACKWARD: { description: 'From its target to its source, as `inverse` reads: session conducted by ICoCA.' },
  },
});

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which end of an order comes first.',
  valuesConfig: {
    ASC: { description: 'A to Z, oldest first, fewest first.' },
    DESC: { description: 'Z to A, latest first, most first.' },
  },
});

export const EntityOrder = { NAME: 'NAME', START: 'START', DEGREE: 'DEGREE' } as const;
registerEnumType(EntityOrder, {
  name: 'EntityOrder',
  description: 'What entities are ordered by. Equal ones are ordered by id.',
  valuesConfig: {
    NAME: { description: 'Its preferred name, accents and case ignored.' },
    START: { description: 'The earliest day it can have begun; unknown comes as the oldest.' },
    DEGREE: { description: 'The number of its relations.' },
  },
});

export const RelationOrder = { START: 'START', SUPPORTING: 'SUPPORTING' } as const;
registerEnumType(RelationOrder, {
  name: 'RelationOrder',
  description: 'What relations are ordered by. Equal ones are ordered by id.',
  valuesConfig: {
    START: { description: 'The earliest day it can have begun; unknown comes as the oldest.' },
    SUPPORTING: { description: 'The number of independent sources that support it.' },
  },
});

export const SourceOrder = { TITLE: 'TITLE', PUBLISHED: 'PUBLISHED' } as const;
registerEnumType(SourceOrder, {
  name: 'SourceOrder',
  description: 'What sources are ordered by. Equal ones are ordered by id.',
  valuesConfig: {
    TITLE: { description: 'Its title, accents and case ignored.' },
    PUBLISHED: { description: 'The date of publication as written; undated sources come as the oldest.' },
  },
});

export const MatchReason = Object.fromEntries(MATCH_REASONS.map((reason) => [reason, reason]));
registerEnumType(MatchReason, {
  name: 'MatchReason',
  description: 'Why a name was found, best first.',
  valuesConfig: {
    CODE: { description: 'The text is the ISO 3166 or UN M49 code of the place: `GT`, `GTM`, `013`.' },
    EXACT: { description: 'The whole name is the text, accents and case ignored.' },
    ACRONYM: { description: 'The text is an acronym of the entity.' },
    PREFIX: { description: 'The name begins with the text.' },
    WORDS: { description: 'Every word of the text is a word of the name or begins one.' },
    SIMILAR: {
      description: 'Words of the text are misspelt by a letter or two, or are no words of the name; at least half of it fits.',
    },
  },
});
