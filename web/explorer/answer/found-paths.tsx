/** @jsxImportSource preact */
/** The paths between two entities, shortest first. */
import type { JSX } from 'preact';
import { shown } from '../api/asked.js';
import { shortNameOf } from '../entity/names.js';
import { Icon } from '../look/icons.js';
import { Unanswered } from '../look/states.js';
import { change, view } from '../state/history.js';
import { wholePicture } from '../state/picture.js';
import { pathsBetween } from '../state/questions.js';
import { words } from '../words/words.js';
import { Chain } from './paths.js';

export function FoundPaths(): JSX.Element {
  const text = words();
  const { from, to } = view.value;
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
      {found?.paths.length === 0 && <p>{text.pathsNone}</p>}
      <ol class="paths">
        {found?.paths.map(({ hops, length }, index) => (
          <li key={index} class="path">
            <p class="path-head">
              {text.pathOf(index + 1)} · {text.steps(length)}
            </p>
            <Chain hops={hops} />
          </li>
        ))}
      </ol>
      {found?.truncation && (
        <p class="quiet small" lang="en">
          {found.truncation}
        </p>
      )}
    </section>
  );
}
