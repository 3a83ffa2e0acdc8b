/** @jsxImportSource preact */
/** What stands where an answer will be: waiting, waiting long, and failed with a retry, or with what helps where that does not. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Asked } from '../api/asked.js';
import type { Failure } from '../api/ask.js';
import { askAsOf } from '../state/deeds.js';
import { view } from '../state/history.js';
import { words } from '../words/words.js';

const online = signal(navigator.onLine);
addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));

export function Failed({ failure, retry }: { failure: Failure; retry: () => void }): JSX.Element {
  const { failure: text, retry: again, emptyAnyTime } = words();
  const { kind, message, code } = failure;
  // The API speaks English; its codes are stable.
  const known = code === null ? undefined : text.codes[code];
  // What was asked is wrong, and would be at the next try.
  const { region, asOf } = view.value;
  const noRegion = code === 'UNKNOWN_REGION' && region !== null;
  const noDate = code === 'INVALID_DATE' && asOf !== null;
  const mistake = noRegion ? text.noRegion(region) : noDate ? text.noDate(asOf) : null;
  return (
    <div class="failed" role="alert">
      <p class="failed-title">{mistake ?? text[kind]}</p>
      {kind === 'refused' ? (
        <p>
          {known ?? <span lang="en">{message}</span>} {code && <code>{code}</code>}
        </p>
      ) : (
        <p>{kind === 'offline' ? text.offlineMore : text.brokenMore}</p>
      )}
      {!noRegion && (
        <button type="button" onClick={noDate ? () => askAsOf(null) : retry}>
          {noDate ? emptyAnyTime : again}
        </button>
      )}
    </div>
  );
}

/** Grey lines where text will be; says that it is slow when it is. */
export function Waiting({ slow, lines = 6 }: { slow: boolean; lines?: number }): JSX.Element {
  const text = words();
  return (
    <div class="waiting" role="status">
      <span class={slow ? 'waiting-slow' : 'unseen'}>{slow ? text.slow : text.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="waiting-line" />
      ))}
    </div>
  );
}

/** Waiting or failed; null where there is something to show. */
export function Unanswered<Answer>({ asked, retry }: { asked: Asked<Answer>; retry: () => void }): JSX.Element | null {
  if (asked.status === 'failed') return <Failed failure={asked.failure} retry={retry} />;
  if (asked.status === 'asking' && asked.before === null) return <Waiting slow={asked.slow} />;
  if (asked.status === 'asking' && asked.slow) return <p class="slow-note">{words().slow}</p>;
  return null;
}

export function OfflineNote(): JSX.Element | null {
  return online.value ? null : (
    <p class="offline-note" role="status">
      {words().offlineNow}
    </p>
  );
}
