import type { LoadProgress } from '../store/port.js';

/** Shows progress on standard error: one line that counts up on a terminal, every tenth part of it elsewhere. */
export function progressLine(what: string): LoadProgress {
  let shownTenth = -1;
  return (written, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * written) / total);
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${what}: ${written} of ${total} records (${percent} %)${written >= total ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor(percent / 10);
    if (tenth === shownTenth) return;
    shownTenth = tenth;
    process.stderr.write(`${what}: ${written} of ${total} records (${percent} %)\n`);
  };
}
