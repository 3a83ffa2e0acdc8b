import { describe, expect, test } from '@jest/globals';
import { AnswerCache } from '../../src/graphql/answer-cache.js';

const kept = (bytes: number) => ({ version: 'v', loads: 1, etag: 'W/"e"', body: 'x'.repeat(bytes) });

describe('the cache of answers', () => {
  test('holds no more bytes than it may; those least used go', () => {
    const cache = new AnswerCache(100_000);
    for (let i = 0; i < 100; i++) {
      cache.keep(`question ${i}`, kept(9_000));
      cache.find('question 0');
      expect(cache.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(cache.find('question 0')).toBeDefined();
    expect(cache.find('question 1')).toBeUndefined();
    expect(cache.find('question 99')).toBeDefined();
  });

  test('an answer that would push out most others is not kept; nor is any where there is no room', () => {
    const cache = new AnswerCache(100_000);
    cache.keep('large', kept(50_000));
    expect(cache.find('large')).toBeUndefined();
    const none = new AnswerCache(0);
    none.keep('small', kept(1));
    expect(none.find('small')).toBeUndefined();
  });

  test('what is kept of a small answer is that answer, not a larger piece of memory that Node cut it from', () => {
    const body = '{"data": "petite réponse"}';
    expect(Buffer.from(body).buffer.byteLength).toBeGreaterThan(Buffer.byteLength(body));
    const cache = new AnswerCache(100_000);
    cache.keep('small', { version: 'v', loads: 1, etag: 'W/"e"', body });
    const found = cache.find('small')!.body;
    expect(found.toString()).toBe(body);
    expect(found.buffer.byteLength).toBe(found.length);
  });
});
