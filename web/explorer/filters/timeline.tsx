/** @jsxImportSource preact */
/** The years as bars, certain and possible apart, and a slider over them that sets the date asked about. */
import { computed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ask } from '../api/ask.js';
import { follow, shown } from '../api/asked.js';
import { InfluenceDocument } from '../api/operations.js';
import { askAsOf } from '../state/deeds.js';
import { keepsAtAnyTime, keepsEntity } from '../state/filters.js';
import { view } from '../state/history.js';
import { marked } from '../state/pointed.js';
import { influenceVariables, type Relation } from '../state/questions.js';
import { wholePicture } from '../state/whole-picture.js';
import { words } from '../words/words.js';
import { countIn, years, type Year } from './years.js';

/** The answer at any time: a bar must not go when another year is looked at. */
const undated = follow(() => {
  const variables = influenceVariables();
  if (!variables?.dated) return null;
  const anyTime = { ...variables, asOf: null, when: '2000', dated: false };
  return () => ask(InfluenceDocument, anyTime).then(({ influence }) => influence ?? null);
});

/** What the filters keep, whenever it held. */
const kept = computed<Relation[]>(() => {
  const { nodes, edges } = wholePicture.value;
  const [keepsEnd, keeps] = [keepsEntity.value, keepsAtAnyTime.value];
  const gone = new Set(view.value.hidden);
  const relations = new Map([...edges].map(([id, { relation }]) => [id, relation]));
  const ends = new Map([...nodes].map(([id, { entity }]) => [id, entity]));
  for (const { paths } of shown(undated.asked.value)?.influencers.nodes ?? []) {
    for (const { hops } of paths) {
      for (const { from, relation } of hops) {
        ends.set(from.id, from);
        relations.set(relation.id, relation);
      }
    }
  }
  const stays = (id: string): boolean => {
    const end = ends.get(id);
    return !gone.has(id) && (end === undefined || keepsEnd(end));
  };
  return [...relations.values()].filter((one) => stays(one.source.id) && stays(one.target.id) && keeps(one));
});

const bars = computed(() => years(kept.value));

/** What is pointed at or selected, in the same years; null: nothing is. */
const markedBars = computed<readonly Year[] | null>(() => {
  const edges = marked.value?.edges;
  if (!edges) return null;
  const relations = kept.value.filter(({ id }) => edges.has(id));
  return bars.value.map(({ year }) => countIn(year, relations));
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
  const ofMarked = markedBars.value?.find(({ year }) => year === chosen);
  return (
    <div class="timeline">
      <p class="timeline-words">
        {about ? text.yearIs(about.year, about.certain, about.possible) : text.yearNone(first.year, last.year)}
        {about && ofMarked && ` · ${text.yearMarked(ofMarked.certain, ofMarked.possible)}`}
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
              <MarkedBar at={index} marks={markedBars.value?.[index]} most={most} />
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

/** Few relations of many would not be seen: a mark has its least height. */
const LEAST_MARK = 0.14;

/** What held certainly; in a fainter mark, where that is all there is, what held possibly. */
function MarkedBar({ at, marks, most }: { at: number; marks: Year | undefined; most: number }): JSX.Element | null {
  const count = marks && (marks.certain || marks.possible);
  if (!count) return null;
  const height = Math.max(count / most, LEAST_MARK);
  const look = marks.certain > 0 ? 'bar-marked' : 'bar-marked bar-faint';
  return <rect class={look} x={at + 0.32} width={0.36} y={1 - height} height={height} />;
}
