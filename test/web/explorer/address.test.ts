import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COLOURS, fromAddress, NOTHING, SIZES, toAddress, type View } from '../../../web/explorer/state/view.js';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const optionalId = fc.option(id);
const ids = fc.uniqueArray(id, { maxLength: 4 });

const place = fc.integer({ min: -999_999, max: 999_999 });

const anyView: fc.Arbitrary<View> = fc.record({
  region: optionalId,
  asOf: fc.option(fc.constantFrom('2021', '2021-06', '2019-10/2019-11', '2021~')),
  actor: optionalId,
  path: fc.option(fc.integer({ min: 1, max: 20 })),
  entity: optionalId,
  relation: optionalId,
  claim: optionalId,
  pages: fc.integer({ min: 1, max: 4 }),
  stage: fc.constantFrom('network', 'table', 'map'),
  size: fc.constantFrom(...SIZES),
  colour: fc.constantFrom(...COLOURS),
  expanded: fc.uniqueArray(
    fc.record({ id, type: fc.option(fc.constantFrom('MEMBER_OF', 'PART_OF')), pages: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 4, selector: ({ id: of, type, pages }) => `${of} ${type} ${pages}` },
  ),
  hidden: ids,
  pinned: fc.uniqueArray(fc.record({ id, at: fc.option(fc.record({ x: place, y: place })) }), {
    maxLength: 4,
    selector: (pin) => pin.id,
  }),
  room: fc.option(fc.integer({ min: 20, max: 500 }).map((percent) => percent / 100)),
  withoutFamilies: ids,
  withoutKinds: ids,
  places: ids,
  publishers: fc.uniqueArray(fc.constantFrom('Small Arms Survey', 'ICoCA ~ & co'), { maxLength: 2 }),
  withoutTypes: ids,
  certainOnly: fc.boolean(),
  sources: fc.integer({ min: 1, max: 9 }),
  from: optionalId,
  to: optionalId,
  shortest: fc.integer({ min: 1, max: 100 }),
  steps: fc.integer({ min: 1, max: 6 }),
  embed: fc.boolean(),
});

describe('The view in the address', () => {
  test('comes back as it went', () => {
    fc.assert(fc.property(anyView, (view) => expect(fromAddress(toAddress(view))).toEqual(view)));
  });

  test('is empty for the page as it opens', () => {
    expect(toAddress(NOTHING)).toBe('');
    expect(fromAddress('')).toEqual(NOTHING);
  });

  test('is anybody’s text: what cannot be read is left out, and what asks for too much is cut', () => {
    expect(fromAddress('?pages=9999&path=-1&stage=<script>&sources=0&expand=&certain=yes&nonsense=%ff')).toEqual({
      ...NOTHING,
      pages: 1,
      path: 1,
    });
    expect(fromAddress(`region=${'x'.repeat(5000)}`).region).toHaveLength(300);
    expect(fromAddress(Array.from({ length: 999 }, (_, index) => `expand=e${index}`).join('&')).expanded).toHaveLength(40);
    fc.assert(fc.property(fc.string(), (text) => void fromAddress(text)));
  });
});
