/** @jsxImportSource preact */
/** The map of the world to pick a country from, and the same countries as a list. */
import type { JSX } from 'preact';
import { shown } from '../api/asked.js';
import { nameOf } from '../entity/names.js';
import { Unanswered } from '../look/states.js';
import { CountryMap, detailOfGraph, knownPlaces, MapLegend, type Known } from '../map/country-map.js';
import { askAboutRegion } from '../state/deeds.js';
import { places } from '../state/questions.js';
import { words } from '../words/words.js';

const looks = (known: Known | undefined): string =>
  !known || known.count <= 1 ? 'map-none' : known.answered ? 'map-answered' : 'map-some';

/** To pick a country from. */
export function WorldMap(): JSX.Element {
  const text = words();
  return (
    <figure class="world">
      <CountryMap label={text.mapLabel} look={looks} detail={detailOfGraph} choose={askAboutRegion} />
      <MapLegend
        keys={[
          ['map-answered', text.mapWith],
          ['map-some', text.mapOthers],
          ['map-none', text.mapNone],
        ]}
      />
    </figure>
  );
}

/** The countries that have an answer, as buttons; for who does not see the map, and for who would rather read. */
export function AnsweredCountries({ most = Infinity }: { most?: number }): JSX.Element | null {
  const known = answeredPlaces();
  const sorted = known.sort((a, b) => nameOf(a.place).localeCompare(nameOf(b.place)));
  const chosen = most < sorted.length ? [...sorted].sort((a, b) => b.count - a.count).slice(0, most) : sorted;
  if (chosen.length === 0) return <Unanswered asked={places.asked.value} retry={places.retry} />;
  const parts = most < Infinity ? [] : chosen.filter((one) => !isCountry(one));
  return (
    <>
      <PlaceList known={chosen.filter((one) => !parts.includes(one))} />
      {parts.length > 0 && (
        <>
          <h3>{words().mapListParts(parts.length)}</h3>
          <PlaceList known={parts} />
        </>
      )}
    </>
  );
}

const isCountry = ({ place }: Known): boolean => place.kind === 'country';
const answeredPlaces = (): Known[] => [...knownPlaces().values()].filter(({ answered }) => answered);

function PlaceList({ known }: { known: Known[] }): JSX.Element {
  return (
    <ul class="place-list">
      {known.map(({ place, count }) => (
        <li key={place.id}>
          <button type="button" onClick={() => askAboutRegion(place.id)}>
            {nameOf(place)} {count > 0 && <span class="count">{count}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Landing(): JSX.Element {
  const text = words();
  const dataset = shown(places.asked.value)?.statistics?.dataset;
  const answered = answeredPlaces().filter(isCountry).length;
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
