/** @jsxImportSource preact */
/** The map of the world to pick a country from, and the same countries as a list. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { shown } from '../api/asked.js';
import { nameOf, type Entity } from '../entity/names.js';
import { Unanswered } from '../look/states.js';
import { askAboutRegion } from '../state/deeds.js';
import { view } from '../state/history.js';
import { influence, places } from '../state/questions.js';
import { words } from '../words/words.js';
import { countryOutlines, MAP, type Outline } from './countries.js';

const outlines = signal<Outline[]>([]);
const pointed = signal<{ name: string; detail: string; x: number; y: number } | null>(null);

interface Known {
  place: Entity;
  /** Entities tied to it. */
  count: number;
  /** An oversight body of it is in the graph. */
  answered: boolean;
}

/** What the graph knows of each country, by UN M49 code; regions by their id. */
function knownPlaces(): Map<string, Known> {
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

const looks = (known: Known | undefined): string =>
  !known || known.count <= 1 ? 'map-none' : known.answered ? 'map-answered' : 'map-some';

export function WorldMap(): JSX.Element {
  const text = words();
  useEffect(() => {
    if (outlines.value.length === 0)
      void countryOutlines().then(
        (found) => (outlines.value = found),
        () => undefined,
      );
  }, []);
  const known = knownPlaces();
  const current = shown(influence.asked.value)?.region.id ?? view.value.region;
  return (
    <figure class="world">
      <svg
        class="world-map"
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        role="img"
        aria-label={text.mapLabel}
        onPointerLeave={() => (pointed.value = null)}
      >
        {outlines.value.map(({ m49, name, path }) => {
          const one = m49 === null ? undefined : known.get(m49);
          const label = one ? nameOf(one.place) : name;
          return (
            <path
              key={m49 ?? name}
              d={path}
              class={`${looks(one)}${one?.place.id === current ? ' map-current' : ''}`}
              data-country={one?.place.id}
              onClick={() => one && askAboutRegion(one.place.id)}
              onPointerMove={(event) => {
                const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
                if (!box || event.pointerType === 'touch') return;
                const detail = !one || one.count <= 1 ? text.mapNone : text.inUse(one.count);
                pointed.value = { name: label, detail, x: event.clientX - box.left, y: event.clientY - box.top };
              }}
            />
          );
        })}
      </svg>
      {pointed.value && (
        <div class="map-tip" style={{ left: `${pointed.value.x}px`, top: `${pointed.value.y}px` }} aria-hidden="true">
          <strong>{pointed.value.name}</strong> {pointed.value.detail}
        </div>
      )}
      <figcaption class="map-legend">
        <span class="map-key map-answered">{text.mapWith}</span>
        <span class="map-key map-some">{text.mapOthers}</span>
        <span class="map-key map-none">{text.mapNone}</span>
      </figcaption>
    </figure>
  );
}

/** The countries that have an answer, as buttons; for who does not see the map, and for who would rather read. */
export function AnsweredCountries({ most = Infinity }: { most?: number }): JSX.Element | null {
  const known = [...knownPlaces().values()].filter(({ answered }) => answered);
  const sorted = known.sort((a, b) => nameOf(a.place).localeCompare(nameOf(b.place)));
  const chosen = most < sorted.length ? [...sorted].sort((a, b) => b.count - a.count).slice(0, most) : sorted;
  if (chosen.length === 0) return <Unanswered asked={places.asked.value} retry={places.retry} />;
  return (
    <ul class="place-list">
      {chosen.map(({ place, count }) => (
        <li key={place.id}>
          <button type="button" onClick={() => askAboutRegion(place.id)}>
            {nameOf(place)} <span class="count">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Landing(): JSX.Element {
  const text = words();
  const dataset = shown(places.asked.value)?.statistics?.dataset;
  const answered = shown(places.asked.value)?.countries.length ?? 0;
  return (
    <section class="landing" aria-labelledby="landing-title">
      <div class="landing-words">
        <h2 id="landing-title">{text.landing}</h2>
        <p>{text.landingMore}</p>
      </div>
      <WorldMap />
      <div class="landing-list">
        <h3>{text.mapList(answered)}</h3>
        <AnsweredCountries />
        {dataset && <p class="dataset">{text.dataset(dataset.entities, dataset.relations, dataset.claims, dataset.sources)}</p>}
      </div>
    </section>
  );
}
