import { createHash } from 'node:crypto';
import { citationOfDataSet } from '../cite/data-set.js';
import { contentsOf, type ArchivedFile, type ArchiveSource } from './contents.js';
import { roCrate, type DescribedFile } from './ro-crate.js';
import { zipped, type FileToZip } from './zip.js';

export const CHECKSUMS = 'SHA256SUMS';

/** Name of the archive's folder, and of its file before `.zip`. */
export const archiveName = (dataVersion: string): string => `custodes-${dataVersion.slice(0, 12)}`;

/**
 * The archive of a version of the data as ZIP, in pieces as they are made: the same data, model and release of the program give the same bytes.
 * @param tell is told the path of each file as it begins
 */
export function archive(source: ArchiveSource, tell: (path: string) => void = () => undefined): AsyncGenerator<Uint8Array> {
  return zipped(filesOf(source, tell), source.data.issued);
}

async function* filesOf(source: ArchiveSource, tell: (path: string) => void): AsyncGenerator<FileToZip> {
  const folder = archiveName(source.data.version);
  const described: DescribedFile[] = [];
  const inFolder = (file: ArchivedFile): FileToZip => {
    tell(file.path);
    return { path: `${folder}/${file.path}`, chunks: () => describing(file, described) };
  };
  for (const file of await contentsOf(source)) yield inFolder(file);
  // What lists the others comes when they have been written.
  const whole = citationOfDataSet(source.data, source);
  const crate = roCrate(whole, described);
  yield inFolder(listing('ro-crate-metadata.json', crate));
  const sums = described.map(({ path, digest }) => `${digest}  ${path}\n`).join('');
  yield inFolder(listing(CHECKSUMS, sums));
}

const listing = (path: string, content: string): ArchivedFile => ({
  path,
  about: '',
  mediaType: '',
  chunks: async function* () {
    yield content;
  },
});

/** The file as it is; its size and digest are noted at its end. */
async function* describing(
  { path, about, mediaType, chunks }: ArchivedFile,
  described: DescribedFile[],
): AsyncGenerator<string | Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks()) {
    hash.update(chunk);
    bytes += Buffer.byteLength(chunk);
    yield chunk;
  }
  described.push({ path, about, mediaType, bytes, digest: hash.digest('hex') });
}
