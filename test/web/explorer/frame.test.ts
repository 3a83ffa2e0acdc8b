import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heightOf, isWorld, MAP, moved, WORLD, zoomed, zoomedTo, type Frame } from '../../../web/explorer/map/frame.js';

const point = fc.record({
  x: fc.double({ min: 0, max: MAP.width, noNaN: true }),
  y: fc.double({ min: 0, max: MAP.height, noNaN: true }),
});
const deed = fc.oneof(
  fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), about: point }),
  fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), to: point }),
  fc.record({ by: fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) }) }),
);
const after = (frame: Frame, one: typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never): Frame =>
  'by' in one ? moved(frame, one.by) : 'to' in one ? zoomedTo(frame, one.factor, one.to) : zoomed(frame, one.factor, one.about);

describe('The part of the map that is seen', () => {
  test('never reaches beyond the map, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const { x, y, width, ...rest } = deeds.reduce(after, WORLD);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(MAP.width + 1e-6);
        expect(y + heightOf({ x, y, width, ...rest })).toBeLessThanOrEqual(MAP.height + 1e-6);
      }),
    );
  });

  test('what is pointed at stays where it is when it comes nearer', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 1, max: 20, noNaN: true }), (about, factor) => {
        const near = zoomed(WORLD, factor, about);
        expect((about.x - near.x) / near.width).toBeCloseTo(about.x / MAP.width, 6);
        expect((about.y - near.y) / heightOf(near)).toBeCloseTo(about.y / MAP.height, 6);
      }),
    );
  });

  test('all of it is the farthest', () => {
    expect(isWorld(zoomed(zoomed(WORLD, 4, { x: 100, y: 100 }), 1 / 9, { x: 300, y: 20 }))).toBe(true);
  });
});
