/** How each node and edge of the picture looks: the one place that the WebGL picture, the plain drawing and the files follow. */
import { familyOf, SHAPE_OF_FAMILY, type Shape } from '../entity/kinds.js';
import { shortNameOf } from '../entity/names.js';
import type { looksNow } from '../measures/scale.js';
import type { Light, Picture, PictureEdge, PictureNode } from '../state/picture.js';
import type { Colours } from './colours.js';

type Looks = ReturnType<typeof looksNow>;

export interface NodeLook {
  shape: Shape;
  size: number;
  color: string;
  /** Colour of the ring around an oversight body; null: no ring. */
  ring: string | null;
  label: string;
  dimmed: boolean;
}

export interface EdgeLook {
  size: number;
  color: string;
  /** It held only possibly at the date asked about. */
  possible: boolean;
  lit: boolean;
}

/** @param looks what size and colour stand for */
export function nodeLook(node: PictureNode, looks: Looks, light: Light | null, colours: Colours): NodeLook {
  const dimmed = light !== null && !light.nodes.has(node.entity.id);
  return {
    shape: SHAPE_OF_FAMILY[familyOf(node.entity)],
    size: looks.radius(node),
    color: dimmed ? colours.dimmedNode : looks.colour(node, colours),
    ring: node.body ? (dimmed ? colours.dimmedNode : colours.accent) : null,
    label: shortNameOf(node.entity),
    dimmed,
  };
}

export function edgeLook({ relation }: PictureEdge, light: Light | null, colours: Colours): EdgeLook {
  const lit = light?.edges.has(relation.id) ?? false;
  const dimmed = light !== null && !lit;
  const possible = relation.holds === 'POSSIBLY';
  const disputed = relation.evidence.disputing > 0;
  return {
    size: lit ? 3.4 : dimmed ? 1.2 : 1.8 + Math.min(relation.evidence.supporting - 1, 3) * 0.5,
    color: dimmed
      ? colours.dimmedEdge
      : disputed
        ? colours.disputed
        : lit
          ? colours.accent
          : possible
            ? colours.possible
            : colours.edge,
    possible,
    lit,
  };
}

/** How many nodes stand in the largest column. */
export function heightOfColumns({ nodes }: Picture): number {
  const columns = new Map<number, number>();
  for (const { distance } of nodes.values()) if (distance !== null) columns.set(distance, (columns.get(distance) ?? 0) + 1);
  return Math.max(0, ...columns.values());
}

const WITHIN_COLUMN = 0.3;

/** How far each relation bends away from the straight line, so that parallel ones are told apart; 0: not at all. */
export function bends({ nodes, edges }: Picture): Map<string, number> {
  const between = new Map<string, PictureEdge[]>();
  for (const edge of edges.values()) {
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const parallel = between.get(pair);
    if (parallel) parallel.push(edge);
    else between.set(pair, [edge]);
  }
  const found = new Map<string, number>();
  for (const parallel of between.values()) {
    const [first] = parallel;
    const ends = first && [nodes.get(first.from)?.distance, nodes.get(first.to)?.distance];
    // Within a column a straight line would run through whatever stands between.
    const aside = ends && ends[0] !== null && ends[0] === ends[1] ? WITHIN_COLUMN : 0;
    parallel.forEach((edge, index) => {
      const side = aside + (index - (parallel.length - 1) / 2) * Math.min(0.28, 1.1 / parallel.length);
      // Which side is meant does not depend on which way the relation points.
      found.set(edge.relation.id, edge.from < edge.to ? side : -side);
    });
  }
  return found;
}
