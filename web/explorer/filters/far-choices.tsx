/** @jsxImportSource preact */
/** Filters by what the view does not carry, places and publishers: asked for when their part is opened. */
import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { nameOf } from '../entity/names.js';
import { Unanswered } from '../look/states.js';
import { toggle } from '../state/deeds.js';
import { view } from '../state/history.js';
import { provenance, publishersWanted } from '../state/provenance.js';
import { placesWanted, ties } from '../state/ties.js';
import { words } from '../words/words.js';
import { Choice, Section } from './choices.js';
import { publishers, tiedPlaces } from './counts.js';

export function PlaceChoices(): JSX.Element {
  const text = words();
  const { places } = view.value;
  return (
    <Far title={text.filterPlaces} hint={text.filterPlacesHint} set={places.length} wanted={placesWanted}>
      {tiedPlaces.value === null && <Unanswered asked={ties.asked.value} retry={ties.retry} />}
      <Narrowed all={tiedPlaces.value ?? []} name={({ place }) => nameOf(place)} label={text.filterPlacesFind}>
        {({ place, count }) => (
          <Choice key={place.id} checked={places.includes(place.id)} count={count} toggle={() => toggle('places', place.id)}>
            {nameOf(place)}
          </Choice>
        )}
      </Narrowed>
    </Far>
  );
}

export function PublisherChoices(): JSX.Element {
  const text = words();
  const { publishers: chosen } = view.value;
  return (
    <Far title={text.filterPublishers} hint={text.filterPublishersHint} set={chosen.length} wanted={publishersWanted}>
      {publishers.value === null && <Unanswered asked={provenance.asked.value} retry={provenance.retry} />}
      <Narrowed all={publishers.value ?? []} name={({ id }) => id} label={text.filterPublishersFind}>
        {({ id, count }) => (
          <Choice key={id} checked={chosen.includes(id)} count={count} toggle={() => toggle('publishers', id)}>
            {id}
          </Choice>
        )}
      </Narrowed>
    </Far>
  );
}

function Far(props: {
  title: string;
  hint: string;
  set: number;
  wanted: Signal<boolean>;
  children: ComponentChildren;
}): JSX.Element {
  const { title, hint, set, wanted, children } = props;
  // Once the panel is closed nobody waits for more.
  useEffect(() => () => void (wanted.value = false), []);
  return (
    <Section title={title} set={set} opened={(open) => (wanted.value = open)}>
      <p class="quiet small">{hint}</p>
      {children}
    </Section>
  );
}

/** Lists longer than this have a box to find an entry by its name. */
const LONG = 12;

function Narrowed<One>(props: {
  all: One[];
  name: (one: One) => string;
  label: string;
  children: (one: One) => JSX.Element;
}): JSX.Element {
  const { all, name, label, children } = props;
  const sought = useSignal('');
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = all.filter((one) => plain(name(one)).includes(plain(sought.value)));
  return (
    <>
      {all.length > LONG && (
        <input
          class="choice-find"
          type="search"
          aria-label={label}
          placeholder={label}
          value={sought.value}
          onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
        />
      )}
      {found.map(children)}
    </>
  );
}
