/** @jsxImportSource preact */
/** A box to type in with suggestions below it (ARIA combobox with a listbox): arrows, Enter, Escape, mouse and finger. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Failure } from '../api/ask.js';
import { words } from '../words/words.js';

export interface Option<Value> {
  key: string;
  value: Value;
  content: ComponentChildren;
}

interface ComboboxProps<Value> {
  label: string;
  placeholder: string;
  /** The text that stands in the box while nobody types. */
  text: string;
  suggest: (typed: string) => Promise<Option<Value>[]>;
  pick: (value: Value) => void;
  nothing: (typed: string) => string;
  autofocus?: boolean;
  /** Grows with what is in it, as part of a sentence. */
  inline?: boolean;
  id?: string;
}

const PAUSE = 110;

export function Combobox<Value>(props: ComboboxProps<Value>): JSX.Element {
  const { label, placeholder, text, suggest, pick, nothing, autofocus = false, inline = false } = props;
  const own = useId();
  const id = props.id ?? own;
  const list = `${id}-list`;
  const typed = useSignal<string | null>(null);
  const options = useSignal<Option<Value>[] | null>(null);
  const active = useSignal(0);
  const failed = useSignal<Failure | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const latest = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // On a phone the keyboard would hide the map.
    if (autofocus && matchMedia('(hover: hover)').matches) box.current?.focus();
  }, []);

  const fail = (error: unknown): void => {
    // A text without a letter or digit is nothing to look for, and so nothing is found.
    const empty = error instanceof Failure && error.code === 'INVALID_ARGUMENT';
    failed.value = empty ? null : error instanceof Failure ? error : new Failure('broken', String(error));
    options.value = [];
  };
  const look = (value: string): void => {
    clearTimeout(waiting.current);
    const mine = ++latest.current;
    if (value.trim() === '') {
      options.value = null;
      return;
    }
    waiting.current = setTimeout(() => {
      suggest(value.trim()).then(
        (found) => {
          if (mine !== latest.current) return;
          failed.value = null;
          options.value = found;
          active.value = 0;
        },
        (error: unknown) => {
          if (mine !== latest.current) return;
          fail(error);
        },
      );
    }, PAUSE);
  };
  const close = (): void => {
    latest.current += 1;
    clearTimeout(waiting.current);
    typed.value = null;
    options.value = null;
  };
  const choose = (option: Option<Value> | undefined): void => {
    if (!option) return;
    close();
    pick(option.value);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const count = options.value?.length ?? 0;
    if (event.key === 'ArrowDown' && count > 0) active.value = (active.value + 1) % count;
    else if (event.key === 'ArrowUp' && count > 0) active.value = (active.value + count - 1) % count;
    else if (event.key === 'Enter' && typed.value !== null) {
      // Who types and presses Enter at once means the first that will come.
      if (options.value && !failed.value) choose(options.value[active.value]);
      else if (typed.value.trim() !== '') {
        const mine = ++latest.current;
        clearTimeout(waiting.current);
        void suggest(typed.value.trim()).then(
          (found) => {
            if (mine !== latest.current) return;
            failed.value = null;
            if (found[0]) choose(found[0]);
            else options.value = found;
          },
          (error: unknown) => {
            if (mine === latest.current) fail(error);
          },
        );
      }
    } else if (event.key === 'Escape' && typed.value !== null) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const value = typed.value ?? text;
  const open = options.value !== null;
  return (
    <div class={inline ? 'combobox combobox-inline' : 'combobox'} data-value={value || placeholder}>
      <input
        ref={box}
        id={id}
        type="text"
        size={inline ? 1 : 20}
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && options.value?.length ? `${list}-${active.value}` : undefined}
        placeholder={placeholder}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          look(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {open && (
        <ul id={list} class="suggestions" role="listbox" aria-label={label}>
          {options.value?.map(({ key, content }, index) => (
            <li
              key={key}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active.value}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => (active.value = index)}
              onClick={() => choose(options.value?.[index])}
            >
              {content}
            </li>
          ))}
          {options.value?.length === 0 && (
            <li class="suggestions-none" role="option" aria-disabled="true" aria-selected="false">
              {failed.value ? words().failure[failed.value.kind] : nothing(value)}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
