import { Claim } from './claim.js';
import { Conflict } from './conflicts.js';
import { connectionType } from './connection.js';
import { ChangedRecord } from './data-difference.js';
import { Actor, Event, Instrument, Place } from './entity.js';
import { ActorChange } from './influence-change.js';
import { Influencer } from './influence.js';
import { Interlock, MeasureRow } from './measures.js';
import { Relation } from './relation.js';
import { Source } from './source.js';

/** Every list that is read page by page. */
export const ActorConnection = connectionType('Actor', ['actor', 'actors'], () => Actor);
export const InstrumentConnection = connectionType('Instrument', ['instrument', 'instruments'], () => Instrument);
export const EventConnection = connectionType('Event', ['event', 'events'], () => Event);
export const PlaceConnection = connectionType('Place', ['place', 'places'], () => Place);
export const RelationConnection = connectionType('Relation', ['relation', 'relations'], () => Relation);
export const ClaimConnection = connectionType('Claim', ['claim', 'claims'], () => Claim);
export const SourceConnection = connectionType('Source', ['source', 'sources'], () => Source);
export const InfluencerConnection = connectionType(
  'Influencer',
  ['influencer', 'influencers'],
  () => Influencer,
  ', largest score first',
);
export const MeasureRowConnection = connectionType('MeasureRow', ['measured entity', 'measured entities'], () => MeasureRow);
export const InterlockConnection = connectionType('Interlock', ['pair', 'pairs'], () => Interlock, ', most shared first');
export const ActorChangeConnection = connectionType(
  'ActorChange',
  ['changed actor', 'changed actors'],
  () => ActorChange,
  ', largest change of score first',
);
export const ConflictConnection = connectionType(
  'Conflict',
  ['conflict', 'conflicts'],
  () => Conflict,
  ', by the id of what it is about',
);
export const ChangedRecordConnection = connectionType(
  'ChangedRecord',
  ['changed record', 'changed records'],
  () => ChangedRecord,
  ', by sort, change and id',
);
