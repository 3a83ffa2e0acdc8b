/** The worker's side of `arranger.ts`: an arrangement in, its positions out. */
import { arrange, type Arrangement } from './arrange.js';

addEventListener('message', ({ data }: MessageEvent<Arrangement>) => postMessage(arrange(data)));
