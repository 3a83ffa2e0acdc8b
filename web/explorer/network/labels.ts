/**
 * Names beside the nodes, on a canvas over the picture: the most important first, each where it hides no other, and none where
 * there is no room. Only what is pointed at or selected has its name in any case.
 */

export interface Label {
  id: string;
  text: string;
  /** Where the node stands and how large it is, in pixels. */
  x: number;
  y: number;
  radius: number;
  /** Higher first. */
  weight: number;
  /** Is written even over others. */
  always: boolean;
  strong: boolean;
  colour: string;
}

/** The name of a relation on its line. */
export interface EdgeLabel {
  text: string;
  x: number;
  y: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const SIZE = 12;
const LINE = 14;
const WIDEST = 150;
const GAP = 4;

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * @param halo colour of the ground, drawn around the letters so that lines do not cut them
 * @param covered what lies over the picture, where a name would not be seen
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: Label[],
  edgeLabels: EdgeLabel[],
  { halo, quiet, size, covered }: { halo: string; quiet: string; size: { width: number; height: number }; covered?: Box },
): void {
  context.clearRect(0, 0, size.width, size.height);
  context.lineJoin = 'round';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const taken: Box[] = labels.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  if (covered) taken.push(covered);
  const free = (box: Box): boolean => !taken.some((other) => meet(box, other));

  const ordered = [...labels].sort((a, b) => rank(b) - rank(a) || b.weight - a.weight);
  for (const { text, x, y, radius, always, strong, colour } of ordered) {
    context.font = `${strong ? 600 : 450} ${SIZE}px ${FONT}`;
    const lines = wrapped(context, text);
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    const height = lines.length * LINE;
    // Below, above, right, left of its node, then at its corners; moved in from the edge of the picture.
    const centred = Math.min(Math.max(x - width / 2, 2), Math.max(size.width - width - 2, 2));
    const places = [
      { left: centred, top: y + radius + GAP },
      { left: centred, top: y - radius - GAP - height },
      { left: x + radius + GAP, top: y - height / 2 },
      { left: x - radius - GAP - width, top: y - height / 2 },
      { left: x + radius, top: y + radius / 2 },
      { left: x + radius, top: y - radius / 2 - height },
      { left: x - radius - width, top: y + radius / 2 },
      { left: x - radius - width, top: y - radius / 2 - height },
    ].map((corner): Box => {
      const box = { ...corner, right: corner.left + width, bottom: corner.top + height };
      const over = covered && meet(box, covered) ? box.right - covered.left : 0;
      return over > 0 && over < width / 2 ? { ...box, left: box.left - over, right: box.right - over } : box;
    });
    const inside = (box: Box): boolean => box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height;
    const box = places.find((one) => inside(one) && free(one)) ?? (always ? (places.find(inside) ?? places[0]) : undefined);
    if (!box) continue;
    taken.push(box);
    lines.forEach((line, index) =>
      write(context, line, (box.left + box.right) / 2, box.top + LINE * (index + 0.78), halo, colour),
    );
  }

  context.font = `450 11px ${FONT}`;
  for (const { text, x, y } of edgeLabels) {
    const width = context.measureText(text).width;
    const box = { left: x - width / 2 - 2, right: x + width / 2 + 2, top: y - 7, bottom: y + 7 };
    if (!free(box)) continue;
    taken.push(box);
    write(context, text, x, y + 4, halo, quiet);
  }
}

const rank = ({ always, strong }: Label): number => (always ? 2 : strong ? 1 : 0);

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, halo: string, colour: string): void {
  context.lineWidth = 4;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** On two lines at most; what does not fit ends in an ellipsis. */
function wrapped(context: CanvasRenderingContext2D, text: string): string[] {
  const fits = (line: string): boolean => context.measureText(line).width <= WIDEST;
  if (fits(text)) return [text];
  const words = text.split(' ');
  let first = '';
  while (words.length > 1 && fits(`${first} ${words[0] ?? ''}`.trim())) first = `${first} ${words.shift() ?? ''}`.trim();
  let second = words.join(' ');
  if (first === '') [first, second] = [second, ''];
  if (fits(second)) return second ? [first, second] : [shortened(first, fits)];
  return [first, shortened(second, fits)];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let end = line.length;
  while (end > 1 && !fits(`${line.slice(0, end)}…`)) end -= 1;
  return end === line.length ? line : `${line.slice(0, end).trimEnd()}…`;
}
