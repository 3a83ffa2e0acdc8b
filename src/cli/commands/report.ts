import { CommanderError } from 'commander';
import { SettingsMistaken } from '../../configuration/mistakes.js';
import { DomainError } from '../../domain/errors.js';
import { StoreUnavailable } from '../../store/errors.js';
import { CommandFailed, EXIT } from '../exit-codes.js';

/** Shows what went wrong and gives the exit status for it. */
export function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUsage;
  if (error instanceof CommandFailed) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof SettingsMistaken) {
    console.error(error.message);
    return EXIT.wrongUsage;
  }
  if (error instanceof DomainError) {
    console.error(`${error.code}: ${error.message}`);
    return EXIT.wrongInput;
  }
  if (error instanceof StoreUnavailable) {
    console.error(`${error.code}: ${error.message}`);
    return EXIT.storeUnavailable;
  }
  const advice = isNodeError(error)
    ? ADVICE[error.syscall === 'listen' && error.code === 'EACCES' ? 'PORT' : (error.code ?? '')]
    : undefined;
  if (advice !== undefined) {
    const [code, next] = advice;
    console.error(`${code}: ${(error as Error).message}. ${next}`);
    return EXIT.wrongUsage;
  }
  throw error;
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

/** What the operating system refuses, by its code: ours, and what to do about it. */
const ADVICE: Record<string, [string, string]> = {
  EADDRINUSE: ['PORT_TAKEN', 'Choose another with --port, or stop what listens there.'],
  EADDRNOTAVAIL: ['HOST_UNKNOWN', 'This machine has no such address: choose another with --host.'],
  ENOTFOUND: ['HOST_UNKNOWN', 'No machine has this name: choose an address of this one with --host.'],
  EAI_AGAIN: ['HOST_UNKNOWN', 'The name cannot be looked up: choose an address of this machine with --host.'],
  PORT: [
    'PORT_NOT_ALLOWED',
    'Such a port is not allowed to you: choose one above 1023 with --port, and let a proxy in front have this one.',
  ],
  EACCES: ['FILE_NOT_ALLOWED', 'This is not allowed to you: choose another file or folder, or have its owner allow it.'],
  EROFS: ['FILE_NOT_ALLOWED', 'The file system is read-only: choose a file or folder elsewhere.'],
  ENOENT: ['FILE_NOT_FOUND', 'Check the path.'],
  EISDIR: ['FILE_NOT_FOUND', 'This is a folder: name a file in it.'],
};
