/** The outlines of countries (Natural Earth, 1:110m), by UN M49 code, as SVG paths of a flat map. Loaded when a map is shown. */
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { MAP } from './frame.js';
import atlas from 'world-atlas/countries-110m.json?url';

export interface Outline {
  /** UN M49 code of three digits; null for what has none. */
  m49: string | null;
  name: string;
  path: string;
  /** Its middle, in the units of the path. */
  middle: { x: number; y: number };
}

const ANTARCTICA = '010';

export async function countryOutlines(): Promise<Outline[]> {
  const response = await fetch(atlas);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const { features } = feature(topology, topology.objects.countries) as FeatureCollection;
  const shown = features.filter(({ id }) => id !== ANTARCTICA);
  const projection = geoNaturalEarth1().fitSize([MAP.width, MAP.height], { type: 'FeatureCollection', features: shown });
  const outline = geoPath(projection).digits(1);
  return shown.map((one) => ({
    middle: middleOf(outline.bounds(one)),
    m49: one.id === undefined ? null : String(one.id).padStart(3, '0'),
    name: String(one.properties?.['name'] ?? ''),
    path: outline(one) ?? '',
  }));
}

const middleOf = ([[left, top], [right, bottom]]: [[number, number], [number, number]]): Outline['middle'] => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});
