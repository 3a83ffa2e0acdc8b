import type { Problem } from '../problem.js';
import type { DossierFile } from './files.js';

/** The text of the file, or the place of its first byte that is not UTF-8. */
export function decodeUtf8({ file, bytes }: DossierFile): { text: string } | { problem: Problem } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  const again = Buffer.from(text, 'utf8');
  if (again.equals(buffer)) return { text };

  // What is not UTF-8 was decoded as U+FFFD, so encoding it again differs from there on.
  const position = again.findIndex((byte, index) => byte !== buffer[index]);
  const before = buffer.subarray(0, position).toString('utf8').split('\n');
  const byte = buffer[position] ?? 0;
  const inLatin = new TextDecoder('windows-1252').decode(new Uint8Array([byte]));
  return {
    problem: {
      file,
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      code: 'WRONG_ENCODING',
      found: `byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}, which is no UTF-8 here ("${inLatin}" in Windows-1252)`,
      expected: 'text in UTF-8',
      remedy: 'save the file as UTF-8 in your editor',
    },
  };
}
