import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** Output for which there is no room: a full device, and a file system that takes no file of this size (`ulimit -f`, in blocks of 512 bytes). */

const SEED_STORY = '--seeds seeds/icoca/2021-06-25-digessp.yaml';
const NO_ROOM = { status: 4, stdout: '', stderr: expect.stringMatching(/^OUTPUT_NOT_WRITTEN: .*(ENOSPC|EFBIG)/m) };

/** Runs `custodes …` as a shell does. */
function custodes(command: string, before = ''): { status: number | null; stdout: string; stderr: string } {
  const line = `${before} exec "${process.execPath}" dist/main.js ${command}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    env: { ...process.env, NEO4J_URI: '', CUSTODES_CACHE: 'off' },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('output for which there is no room', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'custodes-no-room-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['an export', 'export graphml --out'],
    ['an archive', 'archive --out'],
  ])('%s: said with a code; no part of it is left, and what was there stays', (_, command) => {
    const file = join(folder, 'out');
    writeFileSync(file, 'what was there');
    expect(custodes(`${command} "${file}" ${SEED_STORY}`, 'ulimit -f 20;')).toEqual(NO_ROOM);
    expect(readFileSync(file, 'utf8')).toBe('what was there');
    expect(readdirSync(folder)).toEqual(['out']);
    rmSync(file);
    expect(custodes(`${command} "${file}" ${SEED_STORY}`, 'ulimit -f 20;')).toEqual(NO_ROOM);
    expect(readdirSync(folder)).toEqual([]);
    expect(custodes(`${command} "${file}" ${SEED_STORY}`)).toMatchObject({ status: 0 });
    rmSync(file);
  });

  test.each([
    ['a folder that is not there', '/none/gt.graphml', 'ENOENT'],
    ['a folder', '', 'EISDIR'],
    ['a file in a file', '/file/gt.graphml', 'ENOTDIR'],
  ])('%s: the file that was named is said, and what is wrong with it', (_, path, code) => {
    writeFileSync(join(folder, 'file'), '');
    const named = `${folder}${path}`;
    for (const command of ['export graphml --out', 'archive --out']) {
      const { status, stderr } = custodes(`${command} "${named}" ${SEED_STORY}`);
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(new RegExp(`^OUTPUT_NOT_WRITTEN: ${named} cannot be written: .*${code}`, 'm')),
      ]);
    }
    rmSync(join(folder, 'file'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a device that is full is said to be, and stays a device', () => {
    for (const command of ['export records --out /dev/full', 'archive --out /dev/full']) {
      expect(custodes(`${command} ${SEED_STORY}`)).toEqual(NO_ROOM);
    }
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(existsSync('/dev/full.part')).toBe(false);
  });

  test.each([`export records ${SEED_STORY}`, 'measures degree --first 3', "query '{ dataVersion }'", 'cite', 'settings'])(
    '%s to a full standard output is no success',
    (command) => {
      const { status, stderr } = custodes(`${command} >/dev/full`);
      expect(stderr).toMatch(/^OUTPUT_NOT_WRITTEN: Standard output .*ENOSPC/m);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(4);
    },
  );

  test('a link is followed, and a pipe is written to', () => {
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    writeFileSync(file, '');
    symlinkSync(file, link);
    expect(custodes(`export records --out "${link}" ${SEED_STORY}`)).toMatchObject({ status: 0 });
    const whole = readFileSync(file, 'utf8');
    expect(whole).toContain('icoca');
    expect(readFileSync(link, 'utf8')).toBe(whole);
    expect(readdirSync(folder).sort()).toEqual(['file', 'link']);
    expect(custodes(`export records --out /dev/stdout ${SEED_STORY} | cat`).stdout).toBe(whole);
  });
});
