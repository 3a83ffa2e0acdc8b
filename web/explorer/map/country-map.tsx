/** @jsxImportSource preact */
/** The countries of the world as a map, each looking, saying and doing what it is told to. */
import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { shown } from '../api/asked.js';
import { nameOf, type Entity } from '../entity/names.js';
import { Icon, type IconName } from '../look/icons.js';
import { places } from '../state/questions.js';
import { words } from '../words/words.js';
import { countryOutlines, type Outline } from './countries.js';
import { heightOf, isWorld, middleOf, WORLD, zoomedTo } from './frame.js';
import { useHandling } from './handling.js';

const outlines = signal<Outline[]>([]);
const tip = signal<{ name: string; detail: string; x: number; y: number } | null>(null);

export interface Known {
  place: Entity;
  /** Entities tied to it, in the whole graph. */
  count: number;
  /** An oversight body of it, or of a part of it, is in the graph. */
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
  // Where a state or province has an oversight body, its country has an answer.
  const around = new Set(
    (answer?.countries ?? []).filter(({ kind }) => kind !== 'country').flatMap(({ within }) => within.map(({ id }) => id)),
  );
  for (const known of found.values()) if (known.place.kind === 'country' && around.has(known.place.id)) known.answered = true;
  return found;
}

/**
 * @param props.look CSS classes of a country
 * @param props.detail what its tip says besides its name
 * @param props.focus what the map comes nearer to; without it, to its middle
 */
export function CountryMap(props: {
  label: string;
  look: (known: Known | undefined) => string;
  detail: (known: Known | undefined) => string;
  choose: (place: string) => void;
  point?: (place: string | null) => void;
  focus?: (place: string) => boolean;
}): JSX.Element {
  const { label, look, detail, choose, point, focus } = props;
  const frame = useSignal(WORLD);
  const handling = useHandling(frame);
  useEffect(() => {
    if (outlines.value.length === 0)
      void countryOutlines().then(
        (found) => (outlines.value = found),
        () => undefined,
      );
  }, []);
  const known = knownPlaces();
  const { x: left, y: top, width } = frame.value;
  const zoom = (factor: number): void => {
    const focused = outlines.value.filter(({ m49 }) => m49 !== null && focus?.(known.get(m49)?.place.id ?? ''));
    const start = isWorld(frame.value) && focused.length > 0 ? meanOf(focused) : middleOf(frame.value);
    frame.value = zoomedTo(frame.value, factor, start);
  };
  return (
    <div class="world-frame">
      <svg
        class={isWorld(frame.value) ? 'world-map' : 'world-map near'}
        viewBox={`${left} ${top} ${width} ${heightOf(frame.value)}`}
        {...handling}
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
      <div class="zoom">
        <Zoom icon="plus" label={words().zoomIn} run={() => zoom(STEP)} />
        <Zoom icon="minus" label={words().zoomOut} run={() => zoom(1 / STEP)} disabled={isWorld(frame.value)} />
        <Zoom icon="fit" label={words().zoomFit} run={() => (frame.value = WORLD)} disabled={isWorld(frame.value)} />
      </div>
      {tip.value && (
        <div class="map-tip" style={{ left: `${tip.value.x}px`, top: `${tip.value.y}px` }} aria-hidden="true">
          <strong>{tip.value.name}</strong> {tip.value.detail}
        </div>
      )}
    </div>
  );
}

/** Of one click. */
const STEP = 2.5;

const meanOf = (outlines: readonly Outline[]): Outline['middle'] => ({
  x: outlines.reduce((sum, { middle }) => sum + middle.x, 0) / outlines.length,
  y: outlines.reduce((sum, { middle }) => sum + middle.y, 0) / outlines.length,
});

function Zoom(props: { icon: IconName; label: string; run: () => void; disabled?: boolean }): JSX.Element {
  const { icon, label, run, disabled = false } = props;
  return (
    <button type="button" title={label} aria-label={label} disabled={disabled} onClick={run}>
      <Icon name={icon} />
    </button>
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
