/** Arranges in a worker, so that the page never freezes. Only the latest arrangement asked for is given. */
import type { Arrangement, Position } from './arrange.js';

export type Positions = Map<string, Position>;

let worker: Worker | null = null;
let latest = 0;

/** @returns null where a later arrangement was asked for meanwhile */
export function arranged(arrangement: Arrangement): Promise<Positions | null> {
  worker ??= new Worker(new URL('./arrange-worker.ts', import.meta.url), { type: 'module' });
  const busy = worker;
  const task = ++latest;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<{ task: number; positions: Positions }>): void => {
      if (data.task !== task) return;
      done();
      resolve(task === latest ? data.positions : null);
    };
    const fail = ({ message }: ErrorEvent): void => {
      done();
      reject(new Error(message));
    };
    const done = (): void => {
      busy.removeEventListener('message', hear);
      busy.removeEventListener('error', fail);
    };
    busy.addEventListener('message', hear);
    busy.addEventListener('error', fail);
    busy.postMessage({ task, arrangement });
  });
}
