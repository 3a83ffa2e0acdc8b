/** What size and colour stand for, in numbers: the value of each entity, and how far it is from nothing to the most in view. */
import { computed } from '@preact/signals';
import type { Family } from '../entity/kinds.js';
import type { Colours } from '../network/colours.js';
import { view } from '../state/history.js';
import { picture, type PictureNode } from '../state/picture.js';
import type { SizeBy } from '../state/view.js';
import { hueOf } from './groups.js';
import { measures } from './in-view.js';

export interface Scale {
  by: SizeBy;
  /** The largest value in view; 0 where there is none. */
  most: number;
  /** From 0 to 1. The square root, so that the area of a mark grows with its value. */
  part(node: PictureNode): number;
}

export function valueOf(by: SizeBy, { entity, score, links }: PictureNode): number {
  if (by === 'influence') return score;
  return by === 'degree' ? links : (measures.value.get(by)?.get(entity.id) ?? 0);
}

export function scaleOf(by: SizeBy): Scale {
  const most = Math.max(0, ...[...picture.value.nodes.values()].map((node) => valueOf(by, node)));
  return { by, most, part: (node) => (most > 0 ? Math.sqrt(valueOf(by, node) / most) : 0) };
}

export const sizeScale = computed(() => scaleOf(view.value.size));

/** Null where colours stand for groups. */
export const colourScale = computed(() => {
  const { colour } = view.value;
  return colour === 'family' || colour === 'kind' || colour === 'community' ? null : scaleOf(colour);
});

const SMALLEST = 6;
/** Its ring needs room. */
const SMALLEST_BODY = 8;
const LARGEST = 14;
/** Of an oversight body, which has no influence on itself, where size stands for influence. */
const BODY = 13;

/** In pixels when all is shown. */
export function radiusOf(node: PictureNode, scale: Scale): number {
  if (node.body && scale.by === 'influence') return BODY;
  const smallest = node.body ? SMALLEST_BODY : SMALLEST;
  return smallest + (LARGEST - smallest) * scale.part(node);
}

/** How it looks in the colours chosen: the scales are read once for a whole picture. */
export function looksNow(): { radius(node: PictureNode): number; colour(node: PictureNode, colours: Colours): string } {
  const [size, colour] = [sizeScale.value, colourScale.value];
  const hue: (node: PictureNode) => Family = hueOf.value;
  return {
    radius: (node) => radiusOf(node, size),
    colour: (node, colours) =>
      colour === null ? colours.kinds[hue(node)] : between(colours.least, colours.most, colour.part(node)),
  };
}

/** @param from,to `#rrggbb` */
function between(from: string, to: string, part: number): string {
  const channel = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * part));
  return `#${mixed.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}
