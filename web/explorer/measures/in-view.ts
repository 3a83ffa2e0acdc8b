/**
 * The measures that size and colour ask for, of what is in view. Computed in a worker, which is loaded when one is first asked for;
 * influence and number of relations need none.
 */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { view } from '../state/history.js';
import { picture } from '../state/picture.js';
import type { Measured, Task } from './measure-worker.js';
import type { Measure } from './measures.js';

export type Measures = ReadonlyMap<Measure, ReadonlyMap<string, number>>;

const MEASURES: readonly Measure[] = ['betweenness', 'pagerank', 'community'];

const found = signal<Measures>(new Map());
/** While others are computed, the ones before stay. */
export const measures: ReadonlySignal<Measures> = found;

let worker: Worker | null = null;
let latest = 0;

effect(() => {
  const { size, colour } = view.value;
  const wanted = MEASURES.filter((one) => one === size || one === colour);
  const { nodes, edges } = picture.value;
  if (wanted.length === 0 || nodes.size === 0) return;
  const links = { nodes: [...nodes.keys()], edges: [...edges.values()].map(({ from, to }) => ({ from, to })) };
  const task = ++latest;
  void Promise.all(wanted.map(async (what) => [what, await computed({ what, links, task })] as const)).then(
    (computedNow) => {
      if (task === latest) found.value = new Map(computedNow);
    },
    () => undefined,
  );
});

function computed(task: Task): Promise<Map<string, number>> {
  worker ??= new Worker(new URL('./measure-worker.ts', import.meta.url), { type: 'module' });
  const busy = worker;
  return new Promise((resolve, reject) => {
    const done = (): void => {
      busy.removeEventListener('message', hear);
      busy.removeEventListener('error', fail);
    };
    const hear = ({ data }: MessageEvent<Measured>): void => {
      if (data.task !== task.task || data.what !== task.what) return;
      done();
      resolve(data.values);
    };
    const fail = ({ message }: ErrorEvent): void => {
      done();
      reject(new Error(message));
    };
    busy.addEventListener('message', hear);
    busy.addEventListener('error', fail);
    busy.postMessage(task);
  });
}
