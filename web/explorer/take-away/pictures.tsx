/** @jsxImportSource preact */
/** The picture as a file: SVG by the plain drawing, PNG by painting the same on a canvas. */
import { render } from 'preact';
import { OUTLINE } from '../entity/kinds.js';
import { looksNow } from '../measures/scale.js';
import { coloursNow } from '../network/colours.js';
import { drawLabels, type Label } from '../network/labels.js';
import { bends, edgeLook, nodeLook } from '../network/looks.js';
import { positions } from '../network/places.js';
import { PlainDrawing } from '../network/plain-drawing.js';
import { light, picture } from '../state/picture.js';

export function toSvg(): string {
  const place = document.createElement('div');
  render(<PlainDrawing />, place);
  const drawing = place.querySelector('svg');
  drawing?.removeAttribute('aria-hidden');
  const text = drawing ? new XMLSerializer().serializeToString(drawing) : '';
  render(null, place);
  return text;
}

const SIZE = { width: 1600, height: 1000, margin: 90, density: 2 };

/** @throws where the browser gives no canvas */
export function toPng(): Promise<Blob> {
  const { width, height, margin, density } = SIZE;
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = height * density;
  const context = canvas.getContext('2d');
  const names = document.createElement('canvas');
  names.width = canvas.width;
  names.height = canvas.height;
  const nameContext = names.getContext('2d');
  if (!context || !nameContext) throw new Error('no canvas');
  const colours = coloursNow();
  context.fillStyle = colours.page;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(density, density);

  const places = [...picture.value.nodes.keys()].map((id) => positions.value.get(id)).filter((at) => at !== undefined);
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [low, high] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  const scale = Math.min((width - 2 * margin) / Math.max(right - left, 1), (height - 2 * margin) / Math.max(high - low, 1), 2.5);
  const at = (id: string): { x: number; y: number } | null => {
    const place = positions.value.get(id);
    if (!place) return null;
    return {
      x: width / 2 + (place.x - (left + right) / 2) * scale,
      y: height / 2 - (place.y - (low + high) / 2) * scale,
    };
  };

  const bent = bends(picture.value);
  for (const [id, edge] of picture.value.edges) {
    const [from, to] = [at(edge.from), at(edge.to)];
    if (!from || !to) continue;
    const { color, size, possible } = edgeLook(edge, light.value, colours);
    const bend = bent.get(id) ?? 0;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(
      (from.x + to.x) / 2 - (to.y - from.y) * bend,
      (from.y + to.y) / 2 + (to.x - from.x) * bend,
      to.x,
      to.y,
    );
    context.strokeStyle = color;
    context.lineWidth = size;
    context.setLineDash(possible ? [6, 4] : []);
    context.stroke();
  }

  const looks = looksNow();
  const labels: Label[] = [];
  for (const [id, node] of picture.value.nodes) {
    const place = at(id);
    if (!place) continue;
    const { shape, size, color, ring, label, dimmed } = nodeLook(node, looks, light.value, colours);
    const outline = new Path2D(OUTLINE[shape]);
    context.save();
    context.translate(place.x, place.y);
    context.scale(size, size);
    context.fillStyle = color;
    context.fill(outline);
    if (ring) {
      context.scale(1.32, 1.32);
      context.lineWidth = 0.18;
      context.strokeStyle = ring;
      context.setLineDash([]);
      context.stroke(outline);
    }
    context.restore();
    if (!dimmed) {
      const of = { id, text: label, ...place, radius: size, weight: size + (node.body ? 100 : 0) };
      labels.push({ ...of, always: false, strong: node.body, colour: colours.ink });
    }
  }
  nameContext.scale(density, density);
  drawLabels(nameContext, labels, [], { halo: colours.page, quiet: colours.quiet, size: { width, height } });
  context.drawImage(names, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
