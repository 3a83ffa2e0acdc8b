import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { notWritten } from './not-written.js';

/**
 * Writes a file as its content comes. A file that is there is whole: until then it has another name, and where writing fails none is left.
 * @throws CommandFailed OUTPUT_NOT_WRITTEN where there is no room for it
 */
export async function writeWhole(path: string, chunks: AsyncIterable<string | Uint8Array> | readonly string[]): Promise<void> {
  // What a link stands for is written, and the link stays.
  const place = await realpath(path).catch(() => path);
  const partial = (await isDevice(place)) ? place : `${place}.part`;
  const file = createWriteStream(partial);
  await once(file, 'open');
  try {
    await pipeline(chunks, file);
    if (partial !== place) await rename(partial, place);
  } catch (error) {
    file.destroy();
    if (partial !== place) await rm(partial, { force: true });
    throw notWritten(path, error);
  }
}

/** A device or a pipe, as /dev/stdout: it is written to, and no file takes its place. */
async function isDevice(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  return there !== null && !there.isFile() && !there.isDirectory();
}
