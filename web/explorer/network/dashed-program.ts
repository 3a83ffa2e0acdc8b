/** Lines with dashes, straight and bent, for what held only possibly: sigma's own programs with gaps left in their lines. */
import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import { EdgeClampedProgram, type EdgeProgram, type EdgeProgramType } from 'sigma/rendering';

/** Of a dash with its gap, in thicknesses of the line; and the part that is drawn. */
const DASH = { length: 6, drawn: 0.55 };

type Definition = ReturnType<EdgeProgram['getDefinition']>;
type Parameters = ConstructorParameters<EdgeProgramType>;

/** Sigma types its programs as constructors alone; these have a definition, as every program. */
type Defined = new (...parameters: Parameters) => { getDefinition(): Definition };
const SolidLineProgram = EdgeClampedProgram as unknown as Defined;
const SolidBentProgram = EdgeCurvedArrowProgram as unknown as Defined;

class Dashed extends SolidLineProgram {
  override getDefinition(): Definition {
    const definition = super.getDefinition();
    return {
      ...definition,
      VERTEX_SHADER_SOURCE: replaced(definition.VERTEX_SHADER_SOURCE, {
        'void main() {': `varying float v_along;
varying float v_dash;
void main() {`,
        'v_thickness = webGLThickness / u_zoomRatio;': `v_thickness = webGLThickness / u_zoomRatio;
  v_along = a_positionCoef * length(a_positionEnd - a_positionStart);
  v_dash = webGLThickness * 2.0 * ${DASH.length.toFixed(1)};`,
      }),
      FRAGMENT_SHADER_SOURCE: replaced(definition.FRAGMENT_SHADER_SOURCE, {
        'void main(void) {': `varying float v_along;
varying float v_dash;
void main(void) {
  if (fract(v_along / v_dash) > ${DASH.drawn.toFixed(2)}) discard;`,
      }),
    };
  }
}

/** @throws where sigma has changed its shader, so that this is seen when it is updated and not in the picture */
function replaced(source: string, parts: Record<string, string>): string {
  return Object.entries(parts).reduce((text, [part, replacement]) => {
    if (!text.includes(part)) throw new Error(`sigma's edge shader has no "${part}" any more`);
    return text.replace(part, replacement);
  }, source);
}

export const DashedLineProgram = Dashed as unknown as EdgeProgramType;

/** Its own line already finds the nearest point of the curve; dashes go by how far along the curve that is. */
class DashedBent extends SolidBentProgram {
  override getDefinition(): Definition {
    const definition = super.getDefinition();
    return {
      ...definition,
      FRAGMENT_SHADER_SOURCE: replaced(definition.FRAGMENT_SHADER_SOURCE, {
        'float det(vec2 a, vec2 b) {': `float along = 0.0;
float det(vec2 a, vec2 b) {`,
        'return mix(mix(b0, b1, t), mix(b1, b2, t), t);': `along = t;
  return mix(mix(b0, b1, t), mix(b1, b2, t), t);`,
        'if (dist < halfThickness) {': `float dash = v_thickness * ${DASH.length.toFixed(1)};
  if (distToTarget > targetArrowLength && fract(along * length(v_cpC - v_cpA) / dash) > ${DASH.drawn.toFixed(2)}) discard;
  if (dist < halfThickness) {`,
      }),
    };
  }
}

export const DashedBentProgram = DashedBent as unknown as EdgeProgramType;
