/** @jsxImportSource preact */
/** What is in view by kind, relation, date and number of sources, how many there are of each, and what is left out. */
import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { KindMark } from '../look/icons.js';
import { families } from '../measures/groups.js';
import { resetFilters, toggleKinds, toggleType, unhideAll } from '../state/deeds.js';
import { change, view } from '../state/history.js';
import { picture, wholePicture } from '../state/picture.js';
import { relationLabel } from '../state/vocabulary.js';
import { words } from '../words/words.js';

const MOST_SOURCES = 5;

const types = computed(() => {
  const counts = new Map<string, number>();
  for (const { relation } of wholePicture.value.edges.values()) counts.set(relation.type, (counts.get(relation.type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
});

export function FilterPanel(): JSX.Element {
  const text = words();
  const { withoutTypes, withoutKinds, certainOnly, sources, asOf, hidden } = view.value;
  const out = wholePicture.value.edges.size - picture.value.edges.size;
  const any = withoutTypes.length > 0 || withoutKinds.length > 0 || certainOnly || sources > 1;
  return (
    <div class="filters">
      <fieldset>
        <legend>{text.filterKinds}</legend>
        {families.value.map(({ family, count }) => (
          <Choice key={family} checked={!withoutKinds.includes(family)} toggle={() => toggleKinds(family)}>
            <KindMark family={family} />
            {text.families[family]} <span class="count">{count}</span>
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend>{text.filterTypes}</legend>
        <div class="filter-types">
          {types.value.map(({ type, count }) => (
            <Choice key={type} checked={!withoutTypes.includes(type)} toggle={() => toggleType(type)}>
              {relationLabel(type)} <span class="count">{count}</span>
            </Choice>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{text.asOf}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={certainOnly}
            disabled={asOf === null}
            onChange={() => change({ certainOnly: !certainOnly })}
          />
          <span>{text.filterCertain}</span>
        </label>
        {asOf === null && <p class="quiet small">{text.filterCertainNoDate}</p>}
      </fieldset>
      <fieldset>
        <legend>{text.filterSources}</legend>
        <div class="segments" role="group">
          {Array.from({ length: MOST_SOURCES }, (_, index) => index + 1).map((least) => (
            <button key={least} type="button" aria-pressed={sources === least} onClick={() => change({ sources: least })}>
              {least}
            </button>
          ))}
        </div>
      </fieldset>
      {out > 0 && <p class="quiet small">{text.filteredOut(out)}</p>}
      {any && (
        <button type="button" class="plain" onClick={resetFilters}>
          {text.resetFilters}
        </button>
      )}
      {hidden.length > 0 && (
        <p class="small">
          {text.hiddenCount(hidden.length)}{' '}
          <button type="button" class="plain" onClick={unhideAll}>
            {text.unhide}
          </button>
        </p>
      )}
    </div>
  );
}

function Choice(props: { checked: boolean; toggle: () => void; children: preact.ComponentChildren }): JSX.Element {
  return (
    <label class="choice">
      <input type="checkbox" checked={props.checked} onChange={props.toggle} />
      <span>{props.children}</span>
    </label>
  );
}
