/** A map that is moved by mouse or finger and zoomed by the wheel. */
import { useRef } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import { heightOf, isWorld, moved, zoomed, type Frame } from './frame.js';

/** Pixels that a hand may tremble without meaning to move the map. */
const TREMBLE = 4;
const WHEEL = 0.0018;

interface Handling {
  onWheel: (event: WheelEvent) => void;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onClickCapture: (event: MouseEvent) => void;
}

/** @returns what the `<svg>` listens to; all of the world cannot be moved, and scrolls its page */
export function useHandling(frame: Signal<Frame>): Handling {
  const held = useRef<{ x: number; y: number; from: Frame } | null>(null);
  const dragged = useRef(false);
  const release = (): void => void (held.current = null);
  return {
    onWheel(event) {
      const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
      const before = frame.value;
      const about = {
        x: before.x + ((event.clientX - box.left) / box.width) * before.width,
        y: before.y + ((event.clientY - box.top) / box.height) * heightOf(before),
      };
      const next = zoomed(before, Math.exp(-event.deltaY * WHEEL), about);
      // At its widest the page scrolls on.
      if (next.width === before.width) return;
      event.preventDefault();
      frame.value = next;
    },
    onPointerDown(event) {
      dragged.current = false;
      if (event.button === 0 && !isWorld(frame.value)) held.current = { x: event.clientX, y: event.clientY, from: frame.value };
    },
    onPointerMove(event) {
      if (!held.current) return;
      const { x, y, from } = held.current;
      const by = { x: event.clientX - x, y: event.clientY - y };
      if (!dragged.current && Math.hypot(by.x, by.y) < TREMBLE) return;
      const map = event.currentTarget as SVGSVGElement;
      if (!dragged.current) map.setPointerCapture(event.pointerId);
      dragged.current = true;
      const scale = from.width / map.getBoundingClientRect().width;
      frame.value = moved(from, { x: by.x * scale, y: by.y * scale });
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClickCapture(event) {
      // The end of a movement is no choice of a country.
      if (dragged.current) event.stopPropagation();
      dragged.current = false;
    },
  };
}
