/** Which part of the map is seen: never more than all of it, never so little that an outline of this detail is a lump. */

/** All of the map, in the units of its paths. */
export const MAP = { width: 960, height: 470 };

/** In the units of the paths. Its proportion is always that of the map. */
export interface Frame {
  x: number;
  y: number;
  width: number;
}
interface Point {
  x: number;
  y: number;
}

export const WORLD: Frame = { x: 0, y: 0, width: MAP.width };
const NARROWEST = MAP.width / 24;
const PROPORTION = MAP.height / MAP.width;

export const heightOf = ({ width }: Frame): number => width * PROPORTION;
export const isWorld = ({ width }: Frame): boolean => width >= MAP.width;
export const middleOf = (frame: Frame): Point => ({ x: frame.x + frame.width / 2, y: frame.y + heightOf(frame) / 2 });

/** @param factor more than 1: nearer. @param about what stays where it is */
export function zoomed(frame: Frame, factor: number, about: Point): Frame {
  const width = Math.min(Math.max(frame.width / factor, NARROWEST), MAP.width);
  const scale = width / frame.width;
  return within({ x: about.x - (about.x - frame.x) * scale, y: about.y - (about.y - frame.y) * scale, width });
}

/** Nearer or farther with the point in the middle, as far as the map reaches. */
export function zoomedTo(frame: Frame, factor: number, middle: Point): Frame {
  const { width } = zoomed(frame, factor, middle);
  return within({ x: middle.x - width / 2, y: middle.y - (width * PROPORTION) / 2, width });
}

export const moved = (frame: Frame, by: Point): Frame => within({ ...frame, x: frame.x - by.x, y: frame.y - by.y });

const within = ({ x, y, width }: Frame): Frame => ({
  x: Math.min(Math.max(x, 0), MAP.width - width),
  y: Math.min(Math.max(y, 0), MAP.height - width * PROPORTION),
  width,
});
