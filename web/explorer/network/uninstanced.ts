/**
 * Sigma's programs draw every node and edge as an instance of a few vertices. Where WebGL is done by software, each instance costs
 * as much as a drawing of its own (SwiftShader: 20 µs, so 0.4 s for 20,000 arrows); the same vertices written out for each item are
 * ten times as fast, and no slower on a graphics card.
 */
import type { ProgramDefinition } from 'sigma/rendering';

/** What every program of sigma is, node's and edge's, whatever its types say. */
interface Program {
  array: Float32Array;
  VERTICES: number;
  STRIDE: number;
  getDefinition(): ProgramDefinition;
  processVisibleItem(index: number, start: number, ...data: unknown[]): void;
}
interface Instanced {
  CONSTANT_ATTRIBUTES: ProgramDefinition['ATTRIBUTES'];
  CONSTANT_DATA: number[][];
}

/** The same program, with what its vertices differ by written beside each of them. */
export function uninstanced<ProgramType>(program: ProgramType): ProgramType {
  class Uninstanced extends (program as unknown as new (...given: unknown[]) => Program) {
    /** Set by `getDefinition`, which sigma calls while it constructs: a field of its own would be emptied after that. */
    declare perVertex: number[][];

    override getDefinition(): ProgramDefinition {
      const { CONSTANT_ATTRIBUTES, CONSTANT_DATA, ...definition } = super.getDefinition() as ProgramDefinition & Instanced;
      this.perVertex = CONSTANT_DATA;
      return { ...definition, ATTRIBUTES: [...definition.ATTRIBUTES, ...CONSTANT_ATTRIBUTES] };
    }

    override processVisibleItem(index: number, start: number, ...data: unknown[]): void {
      super.processVisibleItem(index, start, ...data);
      const length = this.STRIDE / this.VERTICES;
      this.perVertex.forEach((own, vertex) => {
        const at = start + vertex * length;
        if (vertex > 0) this.array.copyWithin(at, start, start + length - own.length);
        this.array.set(own, at + length - own.length);
      });
    }
  }
  return Uninstanced as unknown as ProgramType;
}
