/** @jsxImportSource preact */
/** Picks the region of the main question: by name in any language, or by code. */
import type { JSX } from 'preact';
import { ask } from '../api/ask.js';
import { RegionSuggestionsDocument } from '../api/operations.js';
import { nameOf } from '../entity/names.js';
import { Combobox, type Option } from '../search/combobox.js';
import { Suggestion } from '../search/suggestion.js';
import { askAboutRegion } from '../state/deeds.js';
import { view } from '../state/history.js';
import { influence } from '../state/questions.js';
import { words } from '../words/words.js';

const CODE = /^([a-z]{2,3}|\d{1,3})$/i;

async function suggestRegions(text: string): Promise<Option<string>[]> {
  // A text that is no code after all is an error of that part only.
  const { search, byCode } = await ask(RegionSuggestionsDocument, { text, code: text, mayBeCode: CODE.test(text) }, true);
  const hits = (search?.hits ?? []).map(({ entity, matchedName }) => ({ entity, matched: matchedName }));
  const coded = byCode ? [{ entity: byCode.region, matched: { text: text.toUpperCase(), language: 'und' } }] : [];
  const all = [...coded, ...hits.filter(({ entity }) => entity.id !== byCode?.region.id)];
  return all.map(({ entity, matched }) => ({
    key: entity.id,
    value: entity.id,
    content: <Suggestion entity={entity} matched={matched} />,
  }));
}

export function RegionBox({ autofocus = false }: { autofocus?: boolean }): JSX.Element {
  const text = words();
  const { region } = view.value;
  const asked = influence.asked.value;
  const answer = asked.status === 'answered' ? asked.answer : null;
  const name = answer ? nameOf(answer.region) : region?.toUpperCase();
  return (
    <Combobox
      id="region"
      label={text.regionLabel}
      placeholder={text.regionPlaceholder}
      text={region === null ? '' : (name ?? '')}
      suggest={suggestRegions}
      pick={askAboutRegion}
      nothing={text.regionNothing}
      autofocus={autofocus}
      inline
    />
  );
}
