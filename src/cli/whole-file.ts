import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { notBegun, notWritten } from './not-written.js';

/**
 * Writes a file as its content comes. A file that is there is whole: until then it has another name, and where writing fails none is left.
 * @throws CommandFailed OUTPUT_NOT_WRITTEN where it cannot be, or there is no room for it
 */
export async function writeWhole(path: string, chunks: AsyncIterable<string | Uint8Array> | readonly string[]): Promise<void> {
  // What a link stands for is written, and the link stays.
  const place = await realpath(path).catch(() => path);
  const there = await stat(place).catch(() => null);
  if (there?.isDirectory()) throw notBegun(path, { code: 'EISDIR' });
  // A device or a pipe, as /dev/stdout, is written to, and no file takes its place.
  const partial = there === null || there.isFile() ? `${place}.part` : place;
  const file = createWriteStream(partial);
  await once(file, 'open').catch((error: unknown) => {
    throw notBegun(path, error);
  });
  try {
    await pipeline(chunks, file);
    if (partial !== place) await rename(partial, place);
  } catch (error) {
    file.destroy();
    if (partial !== place) await rm(partial, { force: true });
    throw notWritten(path, error);
  }
}
