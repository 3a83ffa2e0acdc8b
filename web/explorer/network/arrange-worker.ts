/** The worker's side of `arranger.ts`: one arrangement in, its positions out. */
import { arrange, type Arrangement } from './arrange.js';

interface Task {
  task: number;
  arrangement: Arrangement;
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  postMessage({ task: data.task, positions: arrange(data.arrangement) });
});
