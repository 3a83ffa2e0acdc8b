import { describe, expect, test } from '@jest/globals';
import { uninstanced } from '../../../web/explorer/network/uninstanced.js';

const attribute = (name: string, size: number) => ({ name, size, type: 5126 });

/** As sigma makes its programs: the definition is read while it is constructed, each item is written to its place in the array. */
class Triangles {
  VERTICES = 3;
  STRIDE: number;
  array: Float32Array;
  constructor() {
    const { ATTRIBUTES } = this.getDefinition() as { ATTRIBUTES: { size: number }[] };
    this.STRIDE = this.VERTICES * ATTRIBUTES.reduce((sum, { size }) => sum + size, 0);
    this.array = new Float32Array(2 * this.STRIDE);
  }
  getDefinition(): object {
    return {
      VERTICES: 3,
      ATTRIBUTES: [attribute('a_position', 2), attribute('a_size', 1)],
      CONSTANT_ATTRIBUTES: [attribute('a_angle', 1)],
      CONSTANT_DATA: [[0.5], [1.5], [2.5]],
    };
  }
  processVisibleItem(_index: number, start: number, { x, y, size }: { x: number; y: number; size: number }): void {
    this.array.set([x, y, size], start);
  }
}

describe('A program of sigma without instances', () => {
  const program = new (uninstanced(Triangles))();

  test('has one attribute more for each vertex, and none that is the same for all items', () => {
    const definition = program.getDefinition();
    expect(definition).toMatchObject({ ATTRIBUTES: [{ name: 'a_position' }, { name: 'a_size' }, { name: 'a_angle' }] });
    // Sigma looks whether the name is there.
    expect(Object.keys(definition)).not.toContain('CONSTANT_ATTRIBUTES');
  });

  test('writes every vertex of an item out, each with what it differs by, and touches no other item', () => {
    program.processVisibleItem(0, 0, { x: 1, y: 2, size: 3 });
    program.processVisibleItem(1, 12, { x: 4, y: 5, size: 6 });
    expect([...program.array]).toEqual([
      ...[1, 2, 3, 0.5],
      ...[1, 2, 3, 1.5],
      ...[1, 2, 3, 2.5],
      ...[4, 5, 6, 0.5],
      ...[4, 5, 6, 1.5],
      ...[4, 5, 6, 2.5],
    ]);
  });
});
