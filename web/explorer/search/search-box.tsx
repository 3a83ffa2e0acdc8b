/** @jsxImportSource preact */
/** Finds any entity by name or acronym, in any language. */
import type { JSX } from 'preact';
import { ask } from '../api/ask.js';
import { SearchDocument } from '../api/operations.js';
import { words } from '../words/words.js';
import { Combobox, type Option } from './combobox.js';
import { Suggestion } from './suggestion.js';

export async function suggestEntities(text: string): Promise<Option<string>[]> {
  const { search } = await ask(SearchDocument, { text });
  return (search?.hits ?? []).map(({ entity, matchedName }) => ({
    key: entity.id,
    value: entity.id,
    content: <Suggestion entity={entity} matched={matchedName} />,
  }));
}

export function SearchBox(props: {
  pick: (entity: string) => void;
  label?: string;
  id?: string;
  autofocus?: boolean;
}): JSX.Element {
  const { pick, label, id, autofocus = false } = props;
  const text = words();
  return (
    <Combobox
      {...(id === undefined ? {} : { id })}
      label={label ?? text.searchLabel}
      placeholder={label ?? text.searchPlaceholder}
      text=""
      suggest={suggestEntities}
      pick={pick}
      autofocus={autofocus}
      nothing={text.searchNothing}
    />
  );
}
