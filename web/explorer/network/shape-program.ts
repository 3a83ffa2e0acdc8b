/**
 * Draws nodes by WebGL as circle, square, diamond or hexagon, each as a distance field, with a ring around the ones that have a
 * `ring` colour. Node attributes: `shape`, `ring`, besides sigma's `x`, `y`, `size`, `color`.
 */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Shape } from '../entity/kinds.js';

export interface ShapedNode {
  shape: Shape;
  /** Colour of the ring; null: none. */
  ring: string | null;
}

const NUMBER_OF: Record<Shape, number> = { circle: 0, square: 1, diamond: 2, hexagon: 3 };
const NO_RING = '#00000000';

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_pixel;
varying float v_shape;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  // A triangle around a circle of 1.6 radii holds every shape and its ring.
  vec2 corner = 3.2 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + radius * corner, 1)).xy, 0, 1);
  v_offset = corner;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ring = a_ring;
  v_ring.a *= bias;
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_pixel;
varying float v_shape;

// Distance from the edge of the shape, in radii; negative inside.
float edge(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(q.x, q.y) - 0.88;
  if (v_shape < 2.5) return (q.x + q.y - 1.22) * 0.7071;
  return max(q.y, q.x * 0.866 + q.y * 0.5) - 0.935;
}

void main(void) {
  float d = edge(v_offset);
  #ifdef PICKING_MODE
  gl_FragColor = d > 0.15 ? vec4(0.0) : v_color;
  #else
  float fill = 1.0 - smoothstep(-v_pixel, 0.0, d);
  float ring = smoothstep(0.16, 0.16 + v_pixel, d) * (1.0 - smoothstep(0.40 - v_pixel, 0.40, d));
  gl_FragColor = v_color * fill + v_ring * ring * v_color.a;
  #endif
}
`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const CORNERS = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3];

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition(): ReturnType<NodeProgram<(typeof UNIFORMS)[number]>['getDefinition']> {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ring', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: CORNERS.map((angle) => [angle]),
    };
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const { shape, ring } = data as NodeDisplayData & ShapedNode;
    this.array.set(
      [data.x, data.y, data.size, floatColor(data.color), floatColor(ring ?? NO_RING), NUMBER_OF[shape], nodeIndex],
      start,
    );
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
