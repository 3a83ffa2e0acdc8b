import { CommandFailed, EXIT } from './exit-codes.js';

/** What the operating system says where there is no room, or the device fails. */
const REASONS: Record<string, string> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'your quota of the device is used up',
  EFBIG: 'it is larger than a file may be there',
  EIO: 'the device fails',
};

/** Why no file can be begun there: a mistake of who named it. */
const MISTAKES: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the file system is read-only there',
};

/** The error, or what to say where a file cannot be begun. */
export function notBegun(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const mistake = MISTAKES[code];
  if (mistake === undefined) return notWritten(path, error);
  return new CommandFailed(
    `OUTPUT_NOT_WRITTEN: ${path} cannot be written: ${mistake} (${code}). Nothing was written. Check the path.`,
    EXIT.wrongUsage,
  );
}

/** The error, or what to say of it where output had no room. @param where a file, or standard output */
export function notWritten(where: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code];
  if (reason === undefined) return error;
  return new CommandFailed(
    `OUTPUT_NOT_WRITTEN: ${where} could not be written whole: ${reason} (${code}). Make room there, or choose a file elsewhere.`,
    EXIT.notWritten,
  );
}
