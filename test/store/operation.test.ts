import { describe, expect, test } from '@jest/globals';
import { inOperation, Operation, OperationGivenUp, unlessGivenUp, unlessTheAskerGivesUp } from '../../src/store/operation.js';

const operation = (): Operation => new Operation('a-request', performance.now() + 1000);
const never = new Promise<string>(() => undefined);

describe('an operation that is given up', () => {
  test('ends every wait for an answer with its reason, those begun later too', async () => {
    const asked = operation();
    const waiting = [unlessGivenUp(asked, never), unlessGivenUp(asked, never)];
    const gone = OperationGivenUp.clientGone();
    asked.end(gone);
    for (const wait of [...waiting, unlessGivenUp(asked, never)]) await expect(wait).rejects.toBe(gone);
    expect(() => asked.throwIfOver()).toThrow(gone);
  });

  test('keeps its first reason', () => {
    const asked = operation();
    const late = OperationGivenUp.timedOut(1000);
    asked.end(late);
    asked.end(OperationGivenUp.clientGone());
    expect(() => asked.throwIfOver()).toThrow(late);
  });

  test('leaves alone who has the answer, and what fails afterwards is nobody’s error', async () => {
    const asked = operation();
    expect(await unlessGivenUp(asked, Promise.resolve('the answer'))).toBe('the answer');
    let fail: (problem: Error) => void = () => undefined;
    const failing = new Promise<string>((_, reject) => (fail = reject));
    const wait = unlessGivenUp(asked, failing);
    asked.end(OperationGivenUp.clientGone());
    await expect(wait).rejects.toMatchObject({ code: 'CLIENT_GONE' });
    fail(new Error('too late to matter'));
    await expect(failing).rejects.toThrow('too late');
  });

  test('does not take the answer from others who wait for it', async () => {
    let give: (answer: string) => void = () => undefined;
    const shared = new Promise<string>((resolve) => (give = resolve));
    const [impatient, patient] = [operation(), operation()];
    const first = inOperation(impatient, () => unlessTheAskerGivesUp(shared));
    const second = inOperation(patient, () => unlessTheAskerGivesUp(shared));
    impatient.end(OperationGivenUp.timedOut(1));
    await expect(first).rejects.toMatchObject({ code: 'OPERATION_TIMED_OUT' });
    give('the answer');
    expect(await second).toBe('the answer');
  });
});
