import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Writes a file as its content comes. A file that is there is whole: until then it has another name, and where writing fails none is left. */
export async function writeWhole(path: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const partial = `${path}.part`;
  const file = createWriteStream(partial);
  await once(file, 'open');
  try {
    await pipeline(chunks, file);
    await rename(partial, path);
  } catch (error) {
    file.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}
