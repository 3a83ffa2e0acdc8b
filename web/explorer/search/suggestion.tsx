/** @jsxImportSource preact */
/** How a found entity looks in a list of suggestions. */
import type { JSX } from 'preact';
import { familyOf } from '../entity/kinds.js';
import { nameOf, type Entity } from '../entity/names.js';
import { KindMark } from '../look/icons.js';
import { kindTitle } from '../state/vocabulary.js';

/** @param matched the name that was found; shown where it is not the one that the entity is shown under */
export function Suggestion({
  entity,
  matched,
}: {
  entity: Entity;
  matched: { text: string; language: string } | null;
}): JSX.Element {
  const name = nameOf(entity);
  return (
    <span class="suggestion">
      <KindMark family={familyOf(entity)} />
      <span class="suggestion-name">
        {name}
        {matched && matched.text !== name && <span class="suggestion-matched" lang={matched.language}>{` ${matched.text}`}</span>}
      </span>
      <span class="suggestion-kind">{kindTitle(entity.kind)}</span>
    </span>
  );
}
