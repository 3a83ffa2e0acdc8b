import { Claim } from './claim.js';
import { connectionType } from './connection.js';
import { Actor, Event, Instrument, Place } from './entity.js';
import { Influencer } from './influence.js';
import { Relation } from './relation.js';
import { Source } from './source.js';

/** Every list that is read page by page. */
export const ActorConnection = connectionType('Actor', 'actors', () => Actor);
export const InstrumentConnection = connectionType('Instrument', 'instruments', () => Instrument);
export const EventConnection = connectionType('Event', 'events', () => Event);
export const PlaceConnection = connectionType('Place', 'places', () => Place);
export const RelationConnection = connectionType('Relation', 'relations', () => Relation);
export const ClaimConnection = connectionType('Claim', 'claims', () => Claim);
export const SourceConnection = connectionType('Source', 'sources', () => Source);
export const InfluencerConnection = connectionType('Influencer', 'influencers, largest score first', () => Influencer);
