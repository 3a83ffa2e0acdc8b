/** @jsxImportSource preact */
/** The view as a map: how many of the entities in view are tied to each country, which countries the question is about, and where what is selected is at home. */
import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { ask } from '../api/ask.js';
import { follow, shown } from '../api/asked.js';
import { RegionCountriesDocument, type RegionCountriesQuery } from '../api/operations.js';
import { pagesOf } from '../api/pages.js';
import { nameOf } from '../entity/names.js';
import { Unanswered } from '../look/states.js';
import { selectPlace } from '../state/deeds.js';
import { view } from '../state/history.js';
import { picture } from '../state/picture.js';
import { pointed, pointsAt, subjects } from '../state/pointed.js';
import { influence, part } from '../state/questions.js';
import { placesOf, ties } from '../state/ties.js';
import { words } from '../words/words.js';
import { CountryMap, knownPlaces, MapLegend, type Known } from './country-map.js';

type CountriesPage = NonNullable<RegionCountriesQuery['places']>;

const MOST_COUNTRIES = 400;

/** The region as the answer names it: people write `GTM` or a name. */
const region = part(() => (view.value.stage === 'map' ? (shown(influence.asked.value)?.region.id ?? null) : null));
const countries = follow(() => {
  const asked = region();
  return asked === null ? null : () => countriesOf(asked);
});

async function countriesOf(place: string): Promise<ReadonlySet<string>> {
  const pages = await pagesOf(MOST_COUNTRIES, async (first, after): Promise<CountriesPage> => {
    const { places } = await ask(RegionCountriesDocument, { region: place, first, after });
    return places ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  });
  return new Set([place, ...pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))]);
}

/** Entities in view tied to each place. */
const inView = computed(() => {
  const counts = new Map<string, number>();
  for (const id of picture.value.nodes.keys()) {
    for (const place of placesOf.value?.get(id) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
});

const marked = computed<ReadonlySet<string>>(
  () => new Set(subjects.value.flatMap((id) => [id, ...(placesOf.value?.get(id) ?? [])])),
);

/** So many entities make a country as dark as it gets. */
const STEPS = [1, 3, 10] as const;
const stepOf = (count: number): number => STEPS.filter((least) => count >= least).length;

export function StageMap(): JSX.Element {
  const text = words();
  const counts = inView.value;
  const asked = shown(countries.asked.value);
  const look = (known: Known | undefined): string => {
    const id = known?.place.id ?? '';
    return [
      `map-step-${stepOf(counts.get(id) ?? 0)}`,
      asked?.has(id) ? 'map-asked' : '',
      marked.value.has(id) ? 'map-marked' : '',
    ].join(' ');
  };
  const listed = [...knownPlaces().values()]
    .filter(({ place }) => place.kind === 'country' && (counts.get(place.id) ?? 0) > 0)
    .sort(
      (a, b) => (counts.get(b.place.id) ?? 0) - (counts.get(a.place.id) ?? 0) || nameOf(a.place).localeCompare(nameOf(b.place)),
    );
  return (
    <div class="stage-map">
      <Unanswered asked={ties.asked.value} retry={ties.retry} />
      <figure class="world">
        <CountryMap
          label={text.stageMapLabel}
          look={look}
          detail={(known) => text.tiedInView(counts.get(known?.place.id ?? '') ?? 0)}
          choose={selectPlace}
          point={(place) => (pointed.value = place)}
          focus={(place) => asked?.has(place) ?? false}
        />
        <MapLegend
          keys={[
            ...STEPS.map((least, index) => [`map-step-${index + 1}`, text.mapStep(least, STEPS[index + 1])] as const),
            ['map-asked', text.mapAsked],
            ['map-marked', text.mapMarked],
          ]}
        />
      </figure>
      <ul class="place-list" aria-label={text.mapInView}>
        {listed.map(({ place }) => (
          <li key={place.id} {...pointsAt(place.id)}>
            <button
              type="button"
              class={marked.value.has(place.id) ? 'marked' : undefined}
              aria-pressed={view.value.entity === place.id}
              onClick={() => selectPlace(place.id)}
            >
              {nameOf(place)} <span class="count">{counts.get(place.id)}</span>
              {marked.value.has(place.id) && <span class="unseen"> · {text.mapMarked}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
