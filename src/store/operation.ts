import { AsyncLocalStorage } from 'node:async_hooks';

/** Until when an answer is wanted, and word when it is not any more. */
export interface Patience {
  /** Aborted with what is thrown then. */
  signal: AbortSignal;
  /** As `performance.now()` counts. */
  deadline: number;
}

/** What the questions of one request share; its signal is aborted with an `OperationGivenUp`. */
export interface Operation extends Patience {
  /** Names the request in logs. */
  requestId: string;
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
export async function unlessGivenUp<T>({ signal }: Patience, answer: Promise<T>): Promise<T> {
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason as OperationGivenUp);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([answer, givenUp]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    answer.catch(() => undefined);
  }
}

/** What others wait for as well: the operation that asks gives up waiting when its time is over, and the answer still comes to the others. */
export function unlessTheAskerGivesUp<T>(answer: Promise<T>): Promise<T> {
  const operation = operationUnderWay();
  return operation === undefined ? answer : unlessGivenUp(operation, answer);
}
