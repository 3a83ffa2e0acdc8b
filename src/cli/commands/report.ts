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
    console.error(`${(error as Error).message}. ${advice}`);
    return EXIT.wrongUsage;
  }
  throw error;
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

/** What to do about what the operating system refuses. */
const ADVICE: Record<string, string> = {
  EADDRINUSE: 'The port is taken: choose another with --port, or stop what listens there.',
  EADDRNOTAVAIL: 'This machine has no such address: choose another with --host.',
  ENOTFOUND: 'No machine has this name: choose an address of this one with --host.',
  EAI_AGAIN: 'The name cannot be looked up: choose an address of this machine with --host.',
  PORT: 'Such a port is not allowed to you: choose one above 1023 with --port, and let a proxy in front have this one.',
  EACCES: 'This is not allowed to you: choose another file or folder, or have its owner allow it.',
  EROFS: 'The file system is read-only: choose a file or folder elsewhere.',
  ENOENT: 'Check the path.',
  EISDIR: 'This is a folder: name a file in it.',
};
