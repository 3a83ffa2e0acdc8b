/** @jsxImportSource preact */
/** The picture as SVG: for browsers without WebGL, and to take away. */
import type { JSX } from 'preact';
import { cut } from '../entity/names.js';
import { OUTLINE } from '../entity/kinds.js';
import { looksNow } from '../measures/scale.js';
import { openEntity, openRelation } from '../state/deeds.js';
import { light, picture } from '../state/picture.js';
import { coloursNow } from './colours.js';
import { bends, edgeLook, nodeLook } from './looks.js';
import { positions } from './places.js';

const MARGIN = 80;

export function PlainDrawing(): JSX.Element {
  const colours = coloursNow();
  const { nodes, edges } = picture.value;
  const looks = looksNow();
  const bent = bends(picture.value);
  const places = new Map([...nodes.keys()].map((id) => [id, positions.value.get(id)]));
  const all = [...places.values()].filter((at) => at !== undefined);
  const [left, right] = [Math.min(0, ...all.map(({ x }) => x)), Math.max(1, ...all.map(({ x }) => x))];
  const [top, bottom] = [Math.min(0, ...all.map(({ y }) => -y)), Math.max(1, ...all.map(({ y }) => -y))];
  const box = `${left - MARGIN} ${top - MARGIN} ${right - left + 2 * MARGIN} ${bottom - top + 2 * MARGIN}`;
  return (
    <svg
      class="plain-drawing"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={box}
      aria-hidden="true"
      font-family="Inter, sans-serif"
    >
      {[...edges].map(([id, edge]) => {
        const [from, to] = [places.get(edge.from), places.get(edge.to)];
        if (!from || !to) return null;
        const { color, size, possible } = edgeLook(edge, light.value, colours);
        const bend = (bent.get(id) ?? 0) * 2;
        const middle = {
          x: (from.x + to.x) / 2 - (to.y - from.y) * bend * 0.5,
          y: -(from.y + to.y) / 2 - (to.x - from.x) * bend * 0.5,
        };
        return (
          <path
            key={id}
            d={`M${from.x} ${-from.y}Q${middle.x} ${middle.y} ${to.x} ${-to.y}`}
            fill="none"
            stroke={color}
            stroke-width={size}
            stroke-dasharray={possible ? '5 4' : undefined}
            onClick={() => openRelation(id)}
          />
        );
      })}
      {[...nodes].map(([id, node]) => {
        const at = places.get(id);
        if (!at) return null;
        const { shape, size, color, ring, label, dimmed } = nodeLook(node, looks, light.value, colours);
        return (
          <g key={id} transform={`translate(${at.x} ${-at.y})`} onClick={() => openEntity(id)}>
            {ring && <path d={OUTLINE[shape]} transform={`scale(${size * 1.3})`} fill="none" stroke={ring} stroke-width={0.2} />}
            <path d={OUTLINE[shape]} transform={`scale(${size})`} fill={color} />
            {!dimmed && (
              <text
                y={size + 14}
                text-anchor="middle"
                font-size="11"
                fill={colours.ink}
                stroke={colours.page}
                stroke-width="3"
                paint-order="stroke"
              >
                {cut(label, 30)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
