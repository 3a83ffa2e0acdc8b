/** @jsxImportSource preact */
/** The filters: what is in view by kind, relation, place, publisher, date and number of sources, and how much there is of each. */
import type { JSX } from 'preact';
import { families } from '../measures/groups.js';
import { Icon, KindMark } from '../look/icons.js';
import { resetFilters, toggle, unhideAll } from '../state/deeds.js';
import { filtersSet } from '../state/filters.js';
import { change, view } from '../state/history.js';
import { picture } from '../state/picture.js';
import { kindTitle, relationLabel } from '../state/vocabulary.js';
import { wholePicture } from '../state/whole-picture.js';
import { words } from '../words/words.js';
import { Choice, Section } from './choices.js';
import { held, kindsOf, supported, types } from './counts.js';
import { PlaceChoices, PublisherChoices } from './far-choices.js';

export function FilterPanel({ close }: { close: () => void }): JSX.Element {
  const text = words();
  const { hidden } = view.value;
  const out = wholePicture.value.edges.size - picture.value.edges.size;
  return (
    <section
      class="filters"
      aria-label={text.filters}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header class="filters-head">
        <h2>{text.filters}</h2>
        <button type="button" class="plain" disabled={filtersSet.value === 0} onClick={resetFilters}>
          {text.resetFilters}
        </button>
        <button type="button" class="bar-button" aria-label={text.close} title={text.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p class="quiet small" role="status">
        {out > 0 ? text.filteredOut(out) : text.filtersInView}
      </p>
      <KindChoices />
      <TypeChoices />
      <PlaceChoices />
      <PublisherChoices />
      <SupportChoices />
      <DateChoice />
      {hidden.length > 0 && (
        <p class="small">
          {text.hiddenCount(hidden.length)}{' '}
          <button type="button" class="plain" onClick={unhideAll}>
            {text.unhide}
          </button>
        </p>
      )}
    </section>
  );
}

function KindChoices(): JSX.Element {
  const text = words();
  const { withoutFamilies, withoutKinds } = view.value;
  return (
    <Section title={text.filterKinds} set={withoutFamilies.length + withoutKinds.length} open>
      {families.value.map(({ family, count }) => {
        const kinds = kindsOf.value.get(family) ?? [];
        const gone = withoutFamilies.includes(family);
        return (
          <div key={family}>
            <Choice checked={!gone} count={count} toggle={() => toggle('withoutFamilies', family)}>
              <KindMark family={family} />
              {text.families[family]}
            </Choice>
            {kinds.length > 1 && (
              <div class="choices-below">
                {kinds.map(({ id, count: ofKind }) => (
                  <Choice
                    key={id}
                    checked={!gone && !withoutKinds.includes(id)}
                    disabled={gone}
                    count={ofKind}
                    toggle={() => toggle('withoutKinds', id)}
                  >
                    {kindTitle(id)}
                  </Choice>
                ))}
              </div>
            )}
          </div>
        );
      })}
    </Section>
  );
}

function TypeChoices(): JSX.Element {
  const { withoutTypes } = view.value;
  return (
    <Section title={words().filterTypes} set={withoutTypes.length}>
      {types.value.map(({ id, count }) => (
        <Choice key={id} checked={!withoutTypes.includes(id)} count={count} toggle={() => toggle('withoutTypes', id)}>
          {relationLabel(id)}
        </Choice>
      ))}
    </Section>
  );
}

function SupportChoices(): JSX.Element {
  const text = words();
  const { sources } = view.value;
  return (
    <Section title={text.filterSources} set={sources > 1 ? 1 : 0}>
      {supported.value.map(({ least, count }) => (
        <Choice
          key={least}
          group="independent-sources"
          checked={sources === least}
          count={count}
          toggle={() => change({ sources: least })}
        >
          {text.atLeast(least)}
        </Choice>
      ))}
    </Section>
  );
}

function DateChoice(): JSX.Element {
  const text = words();
  const { certainOnly, asOf } = view.value;
  const now = held.value;
  return (
    <Section title={asOf === null ? text.asOf : `${text.asOf} ${asOf}`} set={certainOnly && asOf !== null ? 1 : 0}>
      {now && asOf !== null ? (
        <>
          <Choice checked={certainOnly} count={now.certainly} toggle={() => change({ certainOnly: !certainOnly })}>
            {text.filterCertain}
          </Choice>
          <p class="quiet small choice-note">
            <svg class="line-mark" viewBox="0 0 24 4" aria-hidden="true">
              <path class="line-possible" d="M0 2h24" />
            </svg>
            {text.filterPossible(now.possibly)}
          </p>
        </>
      ) : (
        <p class="quiet small">{text.filterCertainNoDate}</p>
      )}
    </Section>
  );
}
