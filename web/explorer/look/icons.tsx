/** @jsxImportSource preact */
/** The few icons of the page, drawn on a grid of 16. */
import type { JSX } from 'preact';
import { OUTLINE, SHAPE_OF_FAMILY, type Family } from '../entity/kinds.js';

const LINES = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  close: 'M4 4l8 8M12 4l-8 8',
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM11 11l3 3',
  calendar: 'M3 4h10v9H3ZM3 7h10M6 2v3M10 2v3',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4 6 8l4 4',
  out: 'M7 4H3v9h9V9M9 3h4v4M13 3 7 9',
  take: 'M8 2v8M5 7l3 3 3-3M3 13h10',
  pin: 'M8 9v5M5 9h6l-1-3V2H6v4Z',
  hide: 'M2 8s2-4 6-4 6 4 6 4-2 4-6 4-6-4-6-4ZM3 13 13 3',
  filter: 'M2 3h12L9.5 8.5V13l-3-1.500V8.500Z',
  grow: 'M8 6.500A1.500 1.500 0 1 0 8 9.500 1.500 1.500 0 1 0 8 6.500M8 2v2M8 12v2M2 8h2M12 8h2M4 4l1.200 1.200M10.800 10.800 12 12M12 4l-1.200 1.200M4 12l1.200-1.200',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.500V3M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1 1M11.600 11.600l1 1M12.600 3.400l-1 1M4.400 11.600l-1 1',
  moon: 'M13 9.500A5.500 5.500 0 1 1 6.500 3a4.500 4.500 0 0 0 6.500 6.500Z',
  link: 'M7 9a3 3 0 0 0 4.200 0l2-2A3 3 0 0 0 9 2.800L8 3.800M9 7a3 3 0 0 0-4.200 0l-2 2A3 3 0 0 0 7 13.200l1-1',
} as const;

export type IconName = keyof typeof LINES;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}

/** Shape and hue of a family of kinds. */
export function KindMark({ family, ring = false }: { family: Family; ring?: boolean }): JSX.Element {
  return (
    <svg class={`kind-mark kind-${family}`} viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">
      {ring && <circle class="kind-ring" r="1.45" />}
      <path d={OUTLINE[SHAPE_OF_FAMILY[family]]} />
    </svg>
  );
}
