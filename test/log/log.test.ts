import { describe, expect, test } from '@jest/globals';
import type { Answered } from '../../src/http/observing.js';
import { openLog, type LogOptions } from '../../src/log/log.js';

const ANSWERED: Answered = {
  id: 'abc',
  method: 'POST',
  path: '/graphql',
  route: '/graphql',
  status: 200,
  ms: 12.345,
  gone: false,
  operation: { name: 'Influence', query: 'query Influence { dataVersion }' },
  codes: [],
  kept: false,
  dataVersion: '0123456789abcdef',
};

async function logged(
  work: (log: Awaited<ReturnType<typeof openLog>>) => void,
  options: Partial<LogOptions> = {},
): Promise<string[]> {
  const lines: string[] = [];
  const usual: LogOptions = { level: 'info', format: 'json', slowQueryMs: 1000, secrets: [] };
  work(await openLog({ ...usual, ...options }, { write: (line) => void lines.push(line) }));
  return lines;
}

describe('a request', () => {
  test('is one line of JSON', async () => {
    const lines = await logged((log) => log.observe(ANSWERED));
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        id: 'abc',
        method: 'POST',
        path: '/graphql',
        status: 200,
        ms: 12.3,
        operation: 'Influence',
        kept: false,
        dataVersion: '0123456789ab',
        msg: 'POST /graphql 200 12.3 ms Influence',
      },
    ]);
  });

  test('of a balancer is none, unless everything is logged', async () => {
    const health = { ...ANSWERED, path: '/health/ready', operation: null };
    expect(await logged((log) => log.observe(health))).toEqual([]);
    expect(await logged((log) => log.observe(health), { level: 'debug' })).toHaveLength(1);
  });

  test('that took long is told of once more, by name and digest', async () => {
    const lines = await logged((log) => log.observe({ ...ANSWERED, ms: 1000 }));
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1]!)).toMatchObject({
      level: 'warn',
      id: 'abc',
      operation: 'Influence',
      ms: 1000,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(lines[1]).not.toContain('dataVersion }');
    expect(await logged((log) => log.observe({ ...ANSWERED, ms: 99_999 }), { slowQueryMs: null })).toHaveLength(1);
  });
});

describe('a secret is not written', () => {
  test('wherever it turns up', async () => {
    const secret = 'op"en sesame';
    const cause = Object.assign(new Error(`cannot log in with ${secret}`), { auth: { credentials: secret } });
    const [line = ''] = await logged((log) => log.error('It failed', cause), { secrets: [secret] });
    expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'It failed', err: { message: 'cannot log in with [secret]' } });
    expect(line).not.toContain('sesame');
  });

  test('nor one that became known later', async () => {
    const [before, after] = await logged((log) => {
      log.error('It failed', new Error('sesame-2 is refused'));
      log.hide('sesame-2');
      log.error('It failed', new Error('sesame-2 is refused'));
    });
    expect(before).toContain('sesame-2');
    expect(after).toContain('[secret] is refused');
    expect(after).not.toContain('sesame-2');
  });

  test.each([
    { headers: { authorization: 'Bearer abc.def-123' } },
    { headers: { Authorization: 'Basic dXNlcjpwYXNzd29yZA==' } },
    new Error('request failed: Authorization: Bearer abc.def-123'),
  ])('nor what a client sends as Authorization', async (cause) => {
    const [line = ''] = await logged((log) => log.error('It failed', cause));
    expect(line).toContain('[secret]');
    expect(line).not.toMatch(/abc\.def|dXNlcjp/);
    expect(() => JSON.parse(line) as object).not.toThrow();
  });
});
