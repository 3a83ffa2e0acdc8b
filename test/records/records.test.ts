import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/domain/model.js';
import { checkRecords } from '../../src/records/check.js';
import { IdSet } from '../../src/records/id-set.js';
import type { RecordsMistake } from '../../src/records/mistake.js';
import { recordsOf } from '../../src/records/read.js';
import type { Batch } from '../../src/records/shape.js';
import { exported, storeOf } from '../export/exported.js';
import { smallGraph } from '../fixtures/small-graph.js';

const folder = mkdtempSync(join(tmpdir(), 'custodes-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

let whole: string[];
beforeAll(async () => {
  whole = (await exported(await storeOf(smallGraph), 'records')).text.trimEnd().split('\n');
});

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, 'graph.ndjson');
  writeFileSync(path, content);
  return path;
}

/** A file whose lines are these, which the last line vouches for. */
function sealed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: { records: lines.length - 1, sha256 } })}\n`;
}

const check = (content: string | Uint8Array) => checkRecords(fileOf(content), 'graph.ndjson', () => undefined);
const mistake = (content: string | Uint8Array): Promise<RecordsMistake> =>
  check(content).then(
    () => Promise.reject(new Error('there was no mistake')),
    (problem: RecordsMistake) => problem,
  );

async function batches(content: string | Uint8Array, done: number, size: number): Promise<Batch[]> {
  const all: Batch[] = [];
  for await (const batch of recordsOf(fileOf(content), done, size)) all.push(batch);
  return all;
}

describe('a records file', () => {
  test('holds everything of every record', async () => {
    const { header, records } = await check(`${whole.join('\n')}\n`);
    expect(header).toMatchObject({ format: 'custodes-records', formatVersion: 1, dataVersion: smallGraph.version });
    const [all] = await batches(whole.join('\n'), 0, 1_000_000);
    const byId = <T extends { id: string }>(list: T[]): T[] => list.sort((a, b) => (a.id < b.id ? -1 : 1));
    const { sources, entities, relations, claims } = all!;
    const read: Graph = { version: header.dataVersion, entities, relations: byId(relations), claims: byId(claims), sources };
    expect(read).toEqual(smallGraph);
    expect(records).toBe(sources.length + entities.length + relations.length + claims.length);
  });

  test('packed by gzip is the same', async () => {
    const text = `${whole.join('\n')}\n`;
    expect(await check(gzipSync(text))).toEqual(await check(text));
  });

  test('is gone on with after any number of records, in batches of any size', async () => {
    const text = whole.join('\n');
    const list = (found: Batch[]): object[] =>
      found.flatMap(({ sources, entities, relations, claims }) => [...sources, ...entities, ...relations, ...claims]);
    const all = list(await batches(text, 0, 1_000));
    for (const [done, size] of [
      [0, 1],
      [3, 2],
      [all.length - 1, 5],
      [all.length, 5],
    ] as const) {
      const some = await batches(text, done, size);
      expect(list(some)).toEqual(all.slice(done));
      expect(some.length).toBe(Math.ceil((all.length - done) / size));
    }
  });

  test('may hold what other programs take for the end of a line', async () => {
    const odd = whole.slice(0, -1).map((line) => line.replace('ICoCA meets', 'ICoCA\u2028meets\u0085'));
    expect(odd.join('')).toContain('\u2028');
    await expect(check(sealed(odd))).resolves.toMatchObject({ records: odd.length - 1 });
  });
});

describe('what is wrong in a records file is said with its line', () => {
  /** The records with one of them changed. */
  const changed = (which: string, change: (line: string) => string): [lines: string[], line: number] => {
    const lines = whole.slice(0, -1);
    const at = lines.findIndex((line) => line.startsWith(which));
    lines[at] = change(lines[at]!);
    return [lines, at + 1];
  };

  test.each([
    ['a value of another type', '{"entity"', '"degree":', '"degree":"x', 'JSON object'],
    ['no JSON', '{"claim"', '{"claim"', '"claim"', 'a record as a JSON object'],
    ['an unknown kind', '{"claim"', '{"claim"', '{"clam"', 'source or entity or relation or claim'],
    ['an unknown key', '{"source"', '"title"', '"titel"', 'found the key titel'],
    ['a missing key', '{"source"', '"title"', '"titel"', 'found nothing at title; expected string'],
    ['an unknown word', '{"entity"', '"label":"', '"label":"x', 'at label; expected "Actor" or "Instrument"'],
    ['an end that is not there', '{"relation"', '"target":"', '"target":"no-', 'expected an entity that stands before'],
    ['a source that is not there', '{"claim"', '"source":"', '"source":"no-', 'expected a source that stands before'],
    ['a subject that is not there', '{"claim"', '"subject":"', '"subject":"no-', 'that stands before'],
    ['an id of other ends', '{"relation"', '{"id":"', '{"id":"x', 'expected'],
    ['a day that is none', '{"relation"', '"earliestStart":"', '"earliestStart":"x', 'expected an ISO day, YYYY-MM-DD'],
  ])('%s', async (_, which, from, to, expected) => {
    const [lines, line] = changed(which, (text) => text.replace(from, to));
    const { code, message } = await mistake(sealed(lines));
    expect(code).toBe('BAD_RECORD');
    expect(message).toContain(`graph.ndjson:${line}: found `);
    expect(message).toContain(expected);
  });

  test('an id that stands twice, and a kind out of its place', async () => {
    const lines = whole.slice(0, -1);
    const entity = lines.find((line) => line.startsWith('{"entity"'))!;
    const twice = [...lines];
    twice.splice(lines.indexOf(entity), 0, entity);
    expect((await mistake(sealed(twice))).message).toMatch(/:\d+: found the entity \S+ again; expected every id once/);
    expect((await mistake(sealed([...lines, entity]))).message).toContain('found entity after claim');
  });

  test('many: the first of them', async () => {
    const { code, message } = await mistake(sealed([whole[0]!, ...Array.from({ length: 5_000 }, () => '{}')]));
    expect(code).toBe('BAD_RECORD');
    expect(message.match(/graph\.ndjson:\d+: found /g)).toHaveLength(20);
    expect(message).toContain('read no further');
  });

  test('a file that is cut off, changed, of another version, or something else', async () => {
    expect(await mistake(whole.slice(0, -1).join('\n'))).toMatchObject({ code: 'RECORDS_NOT_WHOLE' });
    expect(await mistake(whole[0]!)).toMatchObject({ code: 'RECORDS_NOT_WHOLE' });
    expect(await mistake(`${whole.join('\n').replace('ICoCA meets', 'ICoCA sees')}\n`)).toMatchObject({
      code: 'RECORDS_DAMAGED',
    });
    const fewer = whole.slice(0, -1);
    fewer.pop();
    expect(await mistake(sealed(fewer))).toMatchObject({ code: 'RECORDS_NOT_WHOLE', message: expect.stringContaining('claims') });
    const newer = [whole[0]!.replace('"formatVersion":1', '"formatVersion":2'), ...whole.slice(1)];
    expect(await mistake(newer.join('\n'))).toMatchObject({ code: 'OTHER_RECORDS_VERSION' });
    expect(await mistake('entities:\n  - id: x\n')).toMatchObject({ code: 'NOT_A_RECORDS_FILE' });
    expect(await mistake('')).toMatchObject({ code: 'NOT_A_RECORDS_FILE' });
  });
});

test('many ids are told apart', () => {
  const ids = new IdSet();
  let added = 0;
  for (let id = 0; id < 200_000; id++) if (ids.add(`actor-${id}`)) added++;
  expect(added).toBe(200_000);
  for (let id = 0; id < 200_000; id += 997) expect([ids.has(`actor-${id}`), ids.add(`actor-${id}`)]).toEqual([true, false]);
  expect(ids.has('actor-200000')).toBe(false);
});
