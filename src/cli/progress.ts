import type { Log } from '../log/log.js';
import type { LoadProgress } from '../store/port.js';

/** Where is said how far what takes long has come, and what went wrong without stopping it. */
export interface Notices {
  progress: (what: string) => LoadProgress;
  warn: (message: string) => void;
}

/** Of a command, whose reader sits before it. */
export const ON_STANDARD_ERROR: Notices = { progress: progressLine, warn: (message) => console.error(message) };

/** Of a server, all of whose lines are its log's. */
export const inLog = (log: Log): Notices => ({ progress: (what) => everyTenth(what, log.note), warn: log.warn });

/** Shows progress on standard error: one line that counts up on a terminal, every tenth part of it elsewhere. */
export function progressLine(what: string): LoadProgress {
  if (!process.stderr.isTTY) return everyTenth(what, (line) => void process.stderr.write(`${line}\n`));
  return (written, total) => void process.stderr.write(`\r${lineOf(what, written, total)}${written >= total ? '\n' : ''}`);
}

function everyTenth(what: string, say: (line: string) => void): LoadProgress {
  let saidTenth = -1;
  return (written, total) => {
    const tenth = Math.floor(percentOf(written, total) / 10);
    if (tenth === saidTenth) return;
    saidTenth = tenth;
    say(lineOf(what, written, total));
  };
}

const percentOf = (written: number, total: number): number => (total === 0 ? 100 : Math.floor((100 * written) / total));

const lineOf = (what: string, written: number, total: number): string =>
  `${what}: ${written} of ${total} records (${percentOf(written, total)} %)`;
