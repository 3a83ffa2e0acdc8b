/** @jsxImportSource preact */
/** The years as bars, certain and possible apart, and a slider over them that sets the date asked about. */
import { computed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ask } from '../api/ask.js';
import { follow, shown } from '../api/asked.js';
import { InfluenceDocument } from '../api/operations.js';
import { askAsOf } from '../state/deeds.js';
import { view } from '../state/history.js';
import { wholePicture } from '../state/picture.js';
import { influenceVariables, type Relation } from '../state/questions.js';
import { words } from '../words/words.js';
import { years } from './years.js';

/** The answer at any time: a bar must not go when another year is looked at. */
const undated = follow(() => {
  const variables = influenceVariables();
  if (!variables?.dated) return null;
  const anyTime = { ...variables, asOf: null, when: '2000', dated: false };
  return () => ask(InfluenceDocument, anyTime).then(({ influence }) => influence ?? null);
});

const bars = computed(() => {
  const relations = new Map<string, Relation>();
  for (const { relation } of wholePicture.value.edges.values()) relations.set(relation.id, relation);
  for (const { paths } of shown(undated.asked.value)?.influencers.nodes ?? []) {
    for (const { hops } of paths) for (const { relation } of hops) relations.set(relation.id, relation);
  }
  return years([...relations.values()]);
});

export function Timeline(): JSX.Element | null {
  const text = words();
  const moving = useSignal<number | null>(null);
  const all = bars.value;
  const [first, last] = [all[0], all[all.length - 1]];
  if (!first || !last || first === last) return null;
  const most = Math.max(...all.map(({ certain, possible }) => certain + possible));
  const { asOf } = view.value;
  const chosen = moving.value ?? (asOf === null ? null : Number(asOf.slice(0, 4)));
  const about = all.find(({ year }) => year === chosen);
  return (
    <div class="timeline">
      <p class="timeline-words">
        {about ? text.yearIs(about.year, about.certain, about.possible) : text.yearNone(first.year, last.year)}
      </p>
      <div class="timeline-bars">
        <svg viewBox={`0 0 ${all.length} 1`} preserveAspectRatio="none" aria-hidden="true">
          {all.map(({ year, certain, possible }, index) => (
            <g key={year} class={year === chosen ? 'bar bar-chosen' : 'bar'}>
              <rect
                class="bar-possible"
                x={index + 0.1}
                width={0.8}
                y={1 - (certain + possible) / most}
                height={possible / most}
              />
              <rect class="bar-certain" x={index + 0.1} width={0.8} y={1 - certain / most} height={certain / most} />
            </g>
          ))}
        </svg>
        <input
          type="range"
          class={chosen === null ? 'timeline-slider unset' : 'timeline-slider'}
          min={first.year}
          max={last.year}
          step={1}
          value={chosen ?? last.year}
          aria-label={text.yearSlider}
          aria-valuetext={about ? text.yearIs(about.year, about.certain, about.possible) : text.asOfAny}
          onInput={(event) => (moving.value = Number(event.currentTarget.value))}
          onChange={(event) => {
            moving.value = null;
            askAsOf(event.currentTarget.value);
          }}
        />
      </div>
      <p class="timeline-ends" aria-hidden="true">
        <span>{first.year}</span>
        <span>{last.year}</span>
      </p>
    </div>
  );
}
