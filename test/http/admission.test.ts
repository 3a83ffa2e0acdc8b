import { describe, expect, test } from '@jest/globals';
import { BUSY_RETRY_AFTER } from '../../src/http/admission.js';
import { Turnstile } from '../../src/http/turnstile.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer, serveGraph } from '../graphql/served-graph.js';
import { exchange, posted } from './raw-socket.js';

const QUESTION = '{ actors { totalCount } }';

/** A store whose pages come when they are released. */
function held() {
  const waiting: (() => void)[] = [];
  return {
    asked: () => waiting.length,
    release: () => waiting.splice(0).forEach((goOn) => goOn()),
    wrap: <Store extends { snapshot(): Store; entityPage(question: never): Promise<unknown> }>(store: Store): Store => {
      const entityPage = store.entityPage.bind(store);
      store.snapshot = () => store;
      store.entityPage = async (question) => {
        await new Promise<void>((goOn) => waiting.push(goOn));
        return entityPage(question);
      };
      return store;
    },
  };
}

async function until(true_: () => boolean): Promise<void> {
  for (let waited = 0; !true_(); waited += 10) {
    if (waited > 10_000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const refusalOf = async (response: Response): Promise<unknown[]> => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
};

const ask = (url: string, query: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });

describe('operations at one time', () => {
  const store = held();
  const graph = serveGraph(smallGraph, {
    wrap: store.wrap,
    api: { answerCacheBytes: 0 },
    admission: { operationsAtOnce: 2, operationsWaiting: 1 },
  });

  test('two are answered, one waits, the fourth is told when to come again; health is answered all the same', async () => {
    const answers = [1, 2, 3].map((first) => askServer(graph.url(), `{ actors(first: ${first}) { totalCount } }`));
    await until(() => store.asked() === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const fourth = await ask(graph.url(), QUESTION);
    expect(fourth.headers.get('retry-after')).toBe(String(BUSY_RETRY_AFTER));
    expect(await refusalOf(fourth)).toEqual([503, 'SERVER_BUSY']);
    expect((await fetch(`${graph.url()}/health/ready`)).status).toBe(200);
    // However the address is written.
    for (const address of [`${graph.url()}/%67raphql`, `${graph.url()}/graph%71l?x`]) {
      const sent = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query": "${QUESTION}"}`,
      });
      expect(await refusalOf(sent)).toEqual([503, 'SERVER_BUSY']);
    }
    const { answers: whole } = await exchange(
      graph.url(),
      posted(`{"query": "${QUESTION}"}`, undefined, `${graph.url()}/graphql`),
      1,
    );
    expect(whole.map(({ status }) => status)).toEqual([503]);
    store.release();
    await until(() => store.asked() === 1);
    store.release();
    for (const answer of answers) expect((await answer).errors).toBeUndefined();
    const next = askServer(graph.url(), QUESTION);
    await until(() => store.asked() === 1);
    store.release();
    expect((await next).status).toBe(200);
  });

  test('one that goes away while it waits leaves its place to another', async () => {
    const inside = [1, 2].map((first) => askServer(graph.url(), `{ actors(first: ${first}) { totalCount } }`));
    await until(() => store.asked() === 2);
    const impatient = new AbortController();
    const gone = ask(graph.url(), QUESTION, impatient.signal).catch(() => 'gone');
    await new Promise((resolve) => setTimeout(resolve, 100));
    impatient.abort();
    expect(await gone).toBe('gone');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const patient = askServer(graph.url(), QUESTION);
    await new Promise((resolve) => setTimeout(resolve, 100));
    store.release();
    await until(() => store.asked() === 1);
    store.release();
    for (const answer of [...inside, patient]) expect((await answer).status).toBe(200);
  });
});

describe('an operation that does not get its turn in time', () => {
  const store = held();
  const graph = serveGraph(smallGraph, {
    wrap: store.wrap,
    api: { answerCacheBytes: 0 },
    admission: { operationsAtOnce: 1, operationsWaiting: 5, operationTimeoutMs: 300 },
  });

  test('is told so, with when to come again', async () => {
    const first = askServer(graph.url(), QUESTION);
    await until(() => store.asked() === 1);
    const second = await ask(graph.url(), QUESTION);
    expect(second.headers.get('retry-after')).toBe(String(BUSY_RETRY_AFTER));
    expect(await refusalOf(second)).toEqual([503, 'OPERATION_TIMED_OUT']);
    store.release();
    await first;
  });
});

describe('the rate of one client', () => {
  const graph = serveGraph(smallGraph, { admission: { requestsAMinute: 3 } });

  test('beyond the limit is refused with when to come again, and health is not', async () => {
    for (let i = 0; i < 3; i++) expect((await ask(graph.url(), QUESTION)).status).toBe(200);
    const refused = await ask(graph.url(), QUESTION);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refusalOf(refused)).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect((await fetch(`${graph.url()}/health/live`)).status).toBe(200);
  });
});

test('a turnstile lets in order, never more than its number, and none twice', () => {
  const turnstile = new Turnstile(2, 3);
  const entered: number[] = [];
  const ways = [1, 2, 3, 4, 5, 6].map((who) => turnstile.pass('anybody', () => entered.push(who)));
  expect([entered, ways[5], turnstile.counts]).toEqual([[1, 2], null, { inside: 2, waiting: 3 }]);
  ways[3]!();
  for (let i = 0; i < 4; i++) turnstile.leave('anybody');
  expect([entered, turnstile.counts]).toEqual([[1, 2, 3, 5], { inside: 0, waiting: 0 }]);
});

test('a client who has its share waits, and others go first', () => {
  const turnstile = new Turnstile(4, 8, 3);
  const entered: string[] = [];
  const come = (client: string): boolean => turnstile.pass(client, () => entered.push(client)) !== null;
  for (let i = 0; i < 3 + 6; i++) expect(come('greedy')).toBe(true);
  expect([entered, turnstile.counts]).toEqual([Array(3).fill('greedy'), { inside: 3, waiting: 6 }]);
  // Three quarters of those who wait are its own.
  expect(come('greedy')).toBe(false);
  come('modest');
  come('modest');
  expect([entered.slice(3), turnstile.counts]).toEqual([['modest'], { inside: 4, waiting: 7 }]);
  turnstile.leave('modest');
  expect(entered.slice(4)).toEqual(['modest']);
  turnstile.leave('greedy');
  expect(entered.slice(5)).toEqual(['greedy']);
});

test('a share is so many places as was set, whatever the number of all', () => {
  for (const [most, ofClient] of [
    [100, 29],
    [49, 1],
    [64, 48],
    [2, 48],
  ] as const) {
    const turnstile = new Turnstile(most, 1000, ofClient);
    for (let i = 0; i < most + 1; i++) turnstile.pass('greedy', () => undefined);
    expect(turnstile.counts.inside).toBe(Math.min(most, ofClient));
  }
});
