/** The worker's side of `in-view.ts`: one measure of one network in, its values out. */
import { measure, type Links, type Measure } from './measures.js';

export interface Task {
  what: Measure;
  links: Links;
  task: number;
}

export interface Measured {
  what: Measure;
  task: number;
  values: Map<string, number>;
}

addEventListener('message', ({ data: { what, links, task } }: MessageEvent<Task>) => {
  postMessage({ what, task, values: measure(what, links) } satisfies Measured);
});
