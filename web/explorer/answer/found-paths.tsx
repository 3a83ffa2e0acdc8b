/** @jsxImportSource preact */
/** The paths between two entities, shortest first. */
import type { JSX } from 'preact';
import { shown } from '../api/asked.js';
import { shortNameOf } from '../entity/names.js';
import { Icon } from '../look/icons.js';
import { Unanswered } from '../look/states.js';
import { filtersSet } from '../state/filters.js';
import { foundPaths } from '../state/found-paths.js';
import { change, view } from '../state/history.js';
import { wholePicture } from '../state/picture.js';
import { pathsBetween } from '../state/questions.js';
import { MOST_PATHS, MOST_STEPS } from '../state/view.js';
import { words } from '../words/words.js';
import { Chain } from './paths.js';

export function FoundPaths(): JSX.Element {
  const text = words();
  const { from, to, shortest, steps } = view.value;
  const { paths, leftOut, incomplete } = foundPaths.value;
  const asked = pathsBetween.asked.value;
  const found = shown(asked);
  const called = (id: string | null): string => {
    const node = wholePicture.value.nodes.get(id ?? '');
    return node ? shortNameOf(node.entity) : (id ?? '');
  };
  return (
    <section class="found-paths">
      <h2 class="list-title">{text.pathsTitle(called(from), called(to))}</h2>
      <button type="button" class="plain" onClick={() => change({ from: null, to: null })}>
        <Icon name="close" />
        {text.pathsClear}
      </button>
      <Unanswered asked={asked} retry={pathsBetween.retry} />
      <p class="paths-choice">
        <label>
          {text.pathsShortest}{' '}
          <input
            type="number"
            min={1}
            max={MOST_PATHS}
            value={shortest}
            onChange={({ currentTarget }) => change({ shortest: within(currentTarget.valueAsNumber, MOST_PATHS, shortest) })}
          />
        </label>
        <label>
          {text.pathsSteps}{' '}
          <select value={steps} onChange={({ currentTarget }) => change({ steps: Number(currentTarget.value) })}>
            {Array.from({ length: MOST_STEPS }, (_, index) => (
              <option key={index} value={index + 1}>
                {text.steps(index + 1)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {found && (
        <p class="quiet small">{filtersSet.value > 0 ? text.pathsFiltered(leftOut, found.paths.length) : text.pathsFilters}</p>
      )}
      {found && paths.length === 0 && <p>{text.pathsNone(steps)}</p>}
      <ol class="paths">
        {paths.map(({ hops, length }, index) => (
          <li key={hops.map(({ relation }) => relation.id).join(' ')} class="path">
            <p class="path-head">
              {text.pathOf(index + 1)} · {text.steps(length)}
            </p>
            <Chain hops={hops} />
          </li>
        ))}
      </ol>
      {incomplete && <p class="quiet small">{text.pathsIncomplete}</p>}
      {found && paths.length === shortest && <p class="quiet small">{text.pathsMore}</p>}
    </section>
  );
}

/** What was typed, if it is a number of paths. */
const within = (typed: number, most: number, otherwise: number): number =>
  Number.isInteger(typed) && typed > 0 ? Math.min(typed, most) : otherwise;
