/** Arranges in a worker, so that the page never freezes. Only the latest arrangement asked for is given. */
import type { Arrangement, Position } from './arrange.js';

export type Positions = Map<string, Position>;

let worker: Worker | null = null;
let giveUp: (() => void) | null = null;

/** @returns null where a later arrangement was asked for meanwhile */
export function arranged(arrangement: Arrangement): Promise<Positions | null> {
  // What was asked for before is not wanted any more, and may take seconds yet.
  giveUp?.();
  worker ??= new Worker(new URL('./arrange-worker.ts', import.meta.url), { type: 'module' });
  const mine = worker;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      mine.terminate();
      worker = null;
      giveUp = null;
    };
    giveUp = () => {
      end();
      resolve(null);
    };
    mine.onmessage = ({ data }: MessageEvent<Positions>): void => {
      giveUp = null;
      resolve(data);
    };
    mine.onerror = ({ message }): void => {
      end();
      reject(new Error(message));
    };
    mine.postMessage(arrangement);
  });
}
