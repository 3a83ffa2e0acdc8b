import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP = [0x1f, 0x8b];
const LINE_FEED = 0x0a;

/**
 * The lines of a file, without their ends, some at a time, as they are read; gzip is known by its first bytes. Lines end with a line feed
 * and nothing else: JSON may hold the other characters that some programs take for one.
 */
export async function* linesOf(path: string): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  for await (const chunk of await bytesOf(path)) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to !== -1; to = chunk.indexOf(LINE_FEED, from)) {
      const piece = chunk.subarray(from, to);
      lines.push(rest.length === 0 ? piece : Buffer.concat([...rest, piece]));
      rest = [];
      from = to + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}

async function bytesOf(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
  const bytes: Readable = file.createReadStream({ start: 0, highWaterMark: 1 << 20 });
  const packed = bytesRead === GZIP.length && GZIP.every((byte, at) => buffer[at] === byte);
  if (!packed) return bytes;
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  bytes.once('error', (problem) => unpacked.destroy(problem));
  unpacked.once('close', () => bytes.destroy());
  return bytes.pipe(unpacked);
}
