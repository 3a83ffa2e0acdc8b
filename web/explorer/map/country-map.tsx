/** @jsxImportSource preact */
/** The countries of the world as a map, each looking, saying and doing what it is told to. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { shown } from '../api/asked.js';
import { nameOf, type Entity } from '../entity/names.js';
import { places } from '../state/questions.js';
import { words } from '../words/words.js';
import { countryOutlines, MAP, type Outline } from './countries.js';

const outlines = signal<Outline[]>([]);
const tip = signal<{ name: string; detail: string; x: number; y: number } | null>(null);

export interface Known {
  place: Entity;
  /** Entities tied to it, in the whole graph. */
  count: number;
  /** An oversight body of it is in the graph. */
  answered: boolean;
}

/** What the graph knows of each country, by UN M49 code; regions by their id. */
export function knownPlaces(): Map<string, Known> {
  const found = new Map<string, Known>();
  const answer = shown(places.asked.value);
  for (const { place, count } of answer?.statistics?.entitiesByPlace ?? []) {
    found.set(place.m49 ?? place.id, { place, count, answered: false });
  }
  for (const country of answer?.countries ?? []) {
    const key = country.m49 ?? country.id;
    found.set(key, { place: country, count: found.get(key)?.count ?? 0, answered: true });
  }
  return found;
}

/**
 * @param props.look CSS classes of a country
 * @param props.detail what its tip says besides its name
 */
export function CountryMap(props: {
  label: string;
  look: (known: Known | undefined) => string;
  detail: (known: Known | undefined) => string;
  choose: (place: string) => void;
  point?: (place: string | null) => void;
}): JSX.Element {
  const { label, look, detail, choose, point } = props;
  useEffect(() => {
    if (outlines.value.length === 0)
      void countryOutlines().then(
        (found) => (outlines.value = found),
        () => undefined,
      );
  }, []);
  const known = knownPlaces();
  return (
    <div class="world-frame">
      <svg
        class="world-map"
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        role="img"
        aria-label={label}
        onPointerLeave={() => {
          tip.value = null;
          point?.(null);
        }}
      >
        {outlines.value.map(({ m49, name, path }) => {
          const one = m49 === null ? undefined : known.get(m49);
          return (
            <path
              key={m49 ?? name}
              d={path}
              class={look(one)}
              data-country={one?.place.id}
              onClick={() => one && choose(one.place.id)}
              onPointerMove={(event) => {
                const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
                if (!box || event.pointerType === 'touch') return;
                const [x, y] = [event.clientX - box.left, event.clientY - box.top];
                tip.value = { name: one ? nameOf(one.place) : name, detail: detail(one), x, y };
                point?.(one?.place.id ?? null);
              }}
            />
          );
        })}
      </svg>
      {tip.value && (
        <div class="map-tip" style={{ left: `${tip.value.x}px`, top: `${tip.value.y}px` }} aria-hidden="true">
          <strong>{tip.value.name}</strong> {tip.value.detail}
        </div>
      )}
    </div>
  );
}

/** @param props.keys CSS class and words of each look */
export function MapLegend({ keys }: { keys: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <figcaption class="map-legend">
      {keys.map(([look, meaning]) => (
        <span key={look} class={`map-key ${look}`}>
          {meaning}
        </span>
      ))}
    </figcaption>
  );
}

export const detailOfGraph = (known: Known | undefined): string =>
  !known || known.count <= 1 ? words().mapNone : words().inUse(known.count);
