import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Until when an answer is wanted, and word when it is not any more. It is less than an AbortSignal on purpose: one for each request, and a
 * listener for each of its questions, took as long as giving out an answer that is kept.
 */
export class Patience {
  #over: Error | null = null;
  #listeners: Set<(reason: Error) => void> | null = null;
  readonly #deadline: number | (() => number);

  /** @param deadline as `performance.now()` counts; a function where each question has its own */
  constructor(deadline: number | (() => number)) {
    this.#deadline = deadline;
  }

  get deadline(): number {
    return typeof this.#deadline === 'number' ? this.#deadline : this.#deadline();
  }

  get isOver(): boolean {
    return this.#over !== null;
  }

  /** @param reason what is thrown from now on to those who ask for an answer; only the first counts */
  end(reason: Error): void {
    if (this.#over !== null) return;
    this.#over = reason;
    for (const tell of this.#listeners ?? []) tell(reason);
    this.#listeners = null;
  }

  throwIfOver(): void {
    if (this.#over !== null) throw this.#over;
  }

  /** Calls `tell` when it is over, at once where it is so already. @returns how not to be told any more */
  whenOver(tell: (reason: Error) => void): () => void {
    if (this.#over !== null) {
      tell(this.#over);
      return () => undefined;
    }
    const listeners = (this.#listeners ??= new Set());
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }
}

/** What the questions of one request share; it is ended with an `OperationGivenUp`. */
export class Operation extends Patience {
  /** @param requestId names the request in logs */
  constructor(
    readonly requestId: string,
    deadline: number | (() => number),
  ) {
    super(deadline);
  }
}

const underWay = new AsyncLocalStorage<Operation>();

/** Everything that `work` calls, at once or later, belongs to the operation. */
export function inOperation<T>(operation: Operation, work: () => T): T {
  return underWay.run(operation, work);
}

/** What makes the parts belongs to the operation, whoever asks for the next. */
export async function* allInOperation<T>(operation: Operation, parts: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    for (;;) {
      const part = await underWay.run(operation, () => parts.next());
      if (part.done) return;
      yield part.value;
    }
  } finally {
    await underWay.run(operation, () => parts.return(undefined));
  }
}

/** Nothing that `work` calls belongs to the operation under way: it is done although that was given up. */
export const outsideOperation = <T>(work: () => T): T => underWay.exit(work);

/** The operation that asks; undefined where a program asks that nobody waits for, as a load does. */
export const operationUnderWay = (): Operation | undefined => underWay.getStore();

/** Nobody waits for the answer any more, and the engine was told to stop working on it. */
export class OperationGivenUp extends Error {
  constructor(
    readonly code: 'OPERATION_TIMED_OUT' | 'CLIENT_GONE',
    message: string,
  ) {
    super(message);
  }

  static timedOut(milliseconds: number): OperationGivenUp {
    return new OperationGivenUp(
      'OPERATION_TIMED_OUT',
      `The answer took longer than ${milliseconds} ms, and was given up. Ask for less: smaller pages, fewer levels, a smaller part of the graph.`,
    );
  }

  static clientGone(): OperationGivenUp {
    return new OperationGivenUp('CLIENT_GONE', 'The client has gone, so its question was given up.');
  }
}

/** @throws OperationGivenUp as soon as the operation is given up; what the answer comes to then is of no interest */
export function unlessGivenUp<T>(patience: Patience, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stopListening = patience.whenOver(reject);
    answer.finally(stopListening).then(resolve, reject);
  });
}

/** What others wait for as well: the operation that asks gives up waiting when its time is over, and the answer still comes to the others. */
export function unlessTheAskerGivesUp<T>(answer: Promise<T>): Promise<T> {
  const operation = operationUnderWay();
  return operation === undefined ? answer : unlessGivenUp(operation, answer);
}
