/**
 * How kinds look: nine families told apart by hue, and the four labels by shape, so that no one needs the colours. Hues are the
 * custom properties `--kind-…` of look/colours.css.
 */
import type { EntityCoreFragment } from '../api/operations.js';

export type Family = 'authority' | 'state' | 'international' | 'civil' | 'industry' | 'person' | 'instrument' | 'event' | 'place';
export type Shape = 'circle' | 'square' | 'diamond' | 'hexagon';

export const FAMILIES: readonly Family[] = [
  'authority',
  'state',
  'international',
  'civil',
  'industry',
  'person',
  'instrument',
  'event',
  'place',
];

const FAMILY_OF_ACTOR: Record<string, Family> = {
  state: 'state',
  'diplomatic-mission': 'state',
  'multi-stakeholder-initiative': 'international',
  'intergovernmental-organisation': 'international',
  organ: 'international',
  forum: 'international',
  centre: 'civil',
  'civil-society-organisation': 'civil',
  'academic-body': 'civil',
  'private-security-company': 'industry',
  'industry-association': 'industry',
  'certification-body': 'industry',
  'standards-body': 'industry',
  client: 'industry',
  person: 'person',
};

type Kinded = Pick<EntityCoreFragment, '__typename' | 'kind'>;

/** Kinds are data and may grow: an unknown kind of actor counts as a public authority. */
export function familyOf({ __typename: label, kind }: Kinded): Family {
  if (label === 'Actor') return FAMILY_OF_ACTOR[kind] ?? 'authority';
  return label === 'Instrument' ? 'instrument' : label === 'Event' ? 'event' : 'place';
}

export const SHAPE_OF_FAMILY: Record<Family, Shape> = {
  authority: 'circle',
  state: 'circle',
  international: 'circle',
  civil: 'circle',
  industry: 'circle',
  person: 'circle',
  instrument: 'square',
  event: 'diamond',
  place: 'hexagon',
};

/** SVG path of a shape around 0,0, as large as a circle of radius 1 looks. */
export const OUTLINE: Record<Shape, string> = {
  circle: 'M1 0A1 1 0 1 1-1 0 1 1 0 1 1 1 0Z',
  square: 'M-.88-.88H.88V.88H-.88Z',
  diamond: 'M0-1.22 1.22 0 0 1.22-1.22 0Z',
  hexagon: 'M1.08 0 .54.935-.54.935-1.08 0-.54-.935.54-.935Z',
};
