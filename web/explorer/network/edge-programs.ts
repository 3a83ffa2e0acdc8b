/** How relations are drawn by WebGL: straight arrows, dashed ones for what held only possibly, bent ones where several run side by side. */
import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import type { Attributes } from 'graphology-types';
import { createEdgeCompoundProgram, EdgeArrowHeadProgram, EdgeClampedProgram, type EdgeProgramType } from 'sigma/rendering';
import { DashedBentProgram, DashedLineProgram } from './dashed-program.js';
import { uninstanced } from './uninstanced.js';

const arrowHead = uninstanced(EdgeArrowHeadProgram);

const PROGRAMS = {
  straight: createEdgeCompoundProgram([uninstanced(EdgeClampedProgram), arrowHead]),
  dashed: createEdgeCompoundProgram([uninstanced(DashedLineProgram), arrowHead]),
  bent: uninstanced(EdgeCurvedArrowProgram),
  bentDashed: uninstanced(DashedBentProgram),
};

/** Sigma's programs draw any edge; their types do not say so. */
export const edgePrograms = <Node extends Attributes, Edge extends Attributes>(): Record<
  keyof typeof PROGRAMS,
  EdgeProgramType<Node, Edge>
> => PROGRAMS as unknown as Record<keyof typeof PROGRAMS, EdgeProgramType<Node, Edge>>;
