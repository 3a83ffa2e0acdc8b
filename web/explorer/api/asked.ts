/**
 * A question as a signal, and what became of it as another: what a component shows is always the state of the latest question.
 */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { Failure } from './ask.js';

export type Asked<Answer> =
  | { status: 'idle' }
  /** `slow` after some seconds; `before` is the last answer, to be shown meanwhile. */
  | { status: 'asking'; slow: boolean; before: Answer | null }
  | { status: 'failed'; failure: Failure }
  | { status: 'answered'; answer: Answer };

export interface Question<Answer> {
  asked: ReadonlySignal<Asked<Answer>>;
  retry: () => void;
}

const SLOW_AFTER = 2_500;

/**
 * @param question reads signals and says how to ask, or null for nothing to ask. Asked anew whenever they change.
 */
export function follow<Answer>(question: () => (() => Promise<Answer>) | null): Question<Answer> {
  const asked = signal<Asked<Answer>>({ status: 'idle' });
  const attempt = signal(0);
  let latest = 0;
  let before: Answer | null = null;

  effect(() => {
    void attempt.value;
    const send = question();
    const mine = ++latest;
    if (!send) {
      before = null;
      asked.value = { status: 'idle' };
      return;
    }
    asked.value = { status: 'asking', slow: false, before };
    const slow = setTimeout(() => {
      if (mine === latest) asked.value = { status: 'asking', slow: true, before };
    }, SLOW_AFTER);
    send()
      .then(
        (answer) => {
          if (mine !== latest) return;
          before = answer;
          asked.value = { status: 'answered', answer };
        },
        (error: unknown) => {
          if (mine !== latest) return;
          const failure = error instanceof Failure ? error : new Failure('broken', String(error));
          asked.value = { status: 'failed', failure };
        },
      )
      .finally(() => clearTimeout(slow));
  });
  return { asked, retry: () => void attempt.value++ };
}

/** What can be shown now: the answer, or while a new one is awaited, the one before. */
export function shown<Answer>(asked: Asked<Answer>): Answer | null {
  if (asked.status === 'answered') return asked.answer;
  return asked.status === 'asking' ? asked.before : null;
}
