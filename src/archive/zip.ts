import { Zip, ZipDeflate } from 'fflate';

/** More than this the format has no room for without its 64-bit extension, which the library does not write. */
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;

export class ArchiveTooLarge extends Error {
  readonly code = 'ARCHIVE_TOO_LARGE';
}

export interface FileToZip {
  path: string;
  chunks: () => AsyncIterable<string | Uint8Array>;
}

/**
 * Files as one ZIP, written as they are read. Compressed in JavaScript, and dated by a day: the same files give the same bytes on every machine,
 * which zlib does not promise across its releases and processors.
 * @param day ISO day that every file is dated by
 * @throws ArchiveTooLarge above 4 GiB or 65,535 files
 */
export async function* zipped(files: AsyncIterable<FileToZip>, day: string): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) written.push(chunk);
  });
  // ZIP has local times: noon of the day is the same digits everywhere.
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  let [bytes, count] = [0, 0];
  const taken = function* (): Generator<Uint8Array> {
    for (const chunk of written.splice(0)) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES)
        throw new ArchiveTooLarge('The archive would be larger than 4 GiB, which ZIP files are not made for.');
      yield chunk;
    }
  };

  for await (const { path, chunks } of files) {
    if (++count > MOST_FILES) throw new ArchiveTooLarge(`The archive would hold more than ${MOST_FILES} files.`);
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    let length = 0;
    for await (const chunk of chunks()) {
      const content = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      length += content.length;
      if (length > MOST_BYTES) throw new ArchiveTooLarge(`${path} is larger than 4 GiB, which ZIP files are not made for.`);
      // An empty piece would be taken for the end.
      if (content.length > 0) file.push(content);
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
