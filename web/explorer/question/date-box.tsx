/** @jsxImportSource preact */
/** The date asked about: a year, month or day in EDTF; empty for any time. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '../look/icons.js';
import { askAsOf } from '../state/deeds.js';
import { view } from '../state/history.js';
import { words } from '../words/words.js';

/** What people type; the API reads all of EDTF, but a box that asks for a date says what a date looks like. */
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export function DateBox(): JSX.Element {
  const text = words();
  const typed = useSignal(view.value.asOf ?? '');
  const wrong = useSignal(false);
  useSignalEffect(() => {
    typed.value = view.value.asOf ?? '';
    wrong.value = false;
  });
  const submit = (): void => {
    const date = typed.value.trim();
    wrong.value = date !== '' && !DATE.test(date);
    if (!wrong.value) askAsOf(date || null);
  };
  return (
    <form
      class="date-box"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label for="as-of">{text.asOf}</label>
      <Icon name="calendar" />
      <input
        id="as-of"
        type="text"
        inputMode="numeric"
        size={10}
        maxLength={10}
        placeholder={text.asOfAny}
        title={text.asOfHint}
        aria-describedby={wrong.value ? 'as-of-wrong' : undefined}
        aria-invalid={wrong.value}
        value={typed.value}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        onBlur={submit}
      />
      {view.value.asOf !== null && (
        <button type="button" class="plain" aria-label={text.asOfClear} title={text.asOfClear} onClick={() => askAsOf(null)}>
          <Icon name="close" />
        </button>
      )}
      {wrong.value && (
        <p id="as-of-wrong" class="date-wrong" role="alert">
          {text.asOfWrong}
        </p>
      )}
    </form>
  );
}
