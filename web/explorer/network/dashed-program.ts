/** Straight lines with dashes, for what held only possibly: sigma's own program with the gaps left out of its lines. */
import { EdgeClampedProgram, type EdgeProgram, type EdgeProgramType } from 'sigma/rendering';

/** Of a dash with its gap, in thicknesses of the line; and the part that is drawn. */
const DASH = { length: 6, drawn: 0.55 };

type Definition = ReturnType<EdgeProgram['getDefinition']>;
type Parameters = ConstructorParameters<EdgeProgramType>;

/** Sigma types its programs as constructors alone; this one has a definition, as every program. */
const SolidLineProgram = EdgeClampedProgram as unknown as new (...parameters: Parameters) => { getDefinition(): Definition };

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
