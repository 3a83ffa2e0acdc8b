import { expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

test('custodes influence-change says who entered, and by which relations', async () => {
  const args = ['influence-change', 'GT', '--from', '2015', '--to', '2021', '--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
  const { exitCode, out } = await custodes(args);
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^What changed in the ranking for Guatemala \(gt\) from 2015 to 2021\? 0 actors were ranked, 8 are; 8 changed\./,
  );
  expect(out).toMatch(/^entered +icoca +1 \(0\.\d{4}\) +\+0\.\d{4} icoca-digessp-session-2021\.addressed\.digessp/m);
  expect((await custodes(['influence-change', 'GT'])).exitCode).toBe(2);
});
