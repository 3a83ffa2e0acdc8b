import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { sharedLook } from '../../src/graphql/shared-look.js';

describe('a shared look', () => {
  test('who comes while one is under way shares the next, and sees nothing older than the question', async () => {
    let looks = 0;
    let value = 'old';
    const look = sharedLook(async () => {
      looks++;
      const seen = value;
      await delay(5);
      return seen;
    });
    const first = look();
    value = 'new';
    const later = [look(), look(), look()];
    expect(await first).toBe('old');
    expect(await Promise.all(later)).toEqual(['new', 'new', 'new']);
    expect(looks).toBe(2);
  });

  test('a look that fails fails for those who wait for it, and no other', async () => {
    let fails = true;
    const look = sharedLook(async () => {
      await delay(1);
      if (fails) throw new Error('away');
      return 'there';
    });
    const failing = look();
    const waiting = look();
    await expect(failing).rejects.toThrow('away');
    fails = false;
    await expect(waiting).resolves.toBe('there');
  });
});
