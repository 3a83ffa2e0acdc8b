import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { post } from '../cli/custodes.js';
import { buildWithoutDocker, cleanEnvironment, type Image } from './image.js';

/** MiB that the image adds to the one of Node. */
const MOST_MIB = 100;

const work = mkdtempSync(join(tmpdir(), 'custodes-image-'));
afterAll(() => {
  everythingIn(work).forEach((path) => chmodSync(path, 0o755));
  rmSync(work, { recursive: true });
});

test('without a Docker engine: the steps of the Dockerfile leave a server that runs without rights and writes nothing', async () => {
  const image = buildWithoutDocker('.', work);
  // The image's user reaches what was made in a folder of whoever runs this test, the Node of the image included.
  chmodSync(work, 0o755);
  const files = everythingIn(image.root);
  const mib = files.reduce((sum, path) => sum + lstatSync(path).size, 0) / 2 ** 20;
  const { stdout: node } = spawnSync('node', ['--version'], { ...optionsOf(image), encoding: 'utf8' });
  process.stderr.write(
    `The Dockerfile's steps were run without a Docker engine, with Node ${node.trim()}: ${mib.toFixed(0)} MiB.\n`,
  );
  expect(mib).toBeLessThan(MOST_MIB);
  const [, wanted] = /^FROM node:(\d+)/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
  expect(node).toMatch(new RegExp(`^v${wanted}\\.`));

  // Whoever runs it finds all of it read-only; root, as in CI, becomes the user that the image names.
  for (const path of files) chmodSync(path, lstatSync(path).isDirectory() ? 0o555 : 0o444);
  expect(image.user).toMatch(/^[1-9]\d*$/);
  expect(spawnSync('touch', ['here'], optionsOf(image)).status).not.toBe(0);

  const [program = '', ...words] = image.command;
  const server = spawn(program, words, { ...optionsOf(image, { CUSTODES_PORT: '0' }), stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    let printed = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const ended = once(server, 'exit');
    while (!printed.includes('Ctrl+C stops it.')) {
      if (server.exitCode !== null) throw new Error(`The server ended:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { port } = new URL(/http:\/\/\S+(?=\/graphql)/.exec(printed)?.[0] ?? '');
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(JSON.parse(await post(url, '{ entity(id: "icoca") { name } }'))).toMatchObject({
      data: { entity: { name: 'International Code of Conduct Association' } },
    });
    // The explorer and its files, and what else is read from files or imported only when it is asked for.
    expect(await (await fetch(url)).text()).toContain('<title>');
    expect(await (await fetch(`${url}/notices.txt`)).text()).toContain('neo4j-driver');
    for (const format of ['graphml', 'ftm', 'json-ld', 'bods', 'cypher']) {
      const exported = await fetch(`${url}/export/${format}?centers=icoca&depth=1`);
      expect([exported.status, (await exported.text()).length]).toEqual([200, expect.any(Number)]);
    }

    const check = (environment: Record<string, string>): number | null =>
      spawnSync(image.healthCheck[0]!, image.healthCheck.slice(1), optionsOf(image, environment)).status;
    expect(check({ CUSTODES_PORT: port })).toBe(0);
    expect(check({ CUSTODES_PORT: '1' })).toBe(1);

    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(everythingIn(image.root)).toEqual(files);
  } finally {
    server.kill('SIGKILL');
  }
}, 600_000);

function optionsOf({ root, folder, environment, user }: Image, more: Record<string, string> = {}) {
  const identity = process.getuid?.() === 0 ? { uid: Number(user), gid: Number(user) } : {};
  return { ...identity, cwd: join(root, folder), env: { ...cleanEnvironment(), ...environment, ...more } };
}

/** The folder and all below it. */
function everythingIn(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...below.filter((entry) => !entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name))];
}
