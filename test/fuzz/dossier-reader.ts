import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Problem } from '../../src/dossier/index.js';

/** What came of a dossier. */
export interface Read {
  version?: string;
  problems?: Problem[];
  /** An exception with its stack, which no dossier may cause. */
  thrown?: string;
}

/** Reads dossiers in a process of its own and ends that where one takes too long; the next is read by a new one. */
export class DossierReader {
  #process: ChildProcess | undefined;

  /** @param mostMilliseconds in which every dossier is to be read */
  constructor(private readonly mostMilliseconds: number) {}

  /** @throws where the dossier is not read in time, or ends the process */
  read(bytes: Buffer): Promise<Read> {
    return this.#ask(bytes) as Promise<Read>;
  }

  /** MiB of the heap of the reading process that are in use after everything unreachable is gone. */
  heapAfterCollection(): Promise<number> {
    return this.#ask('heap') as Promise<number>;
  }

  close(): void {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  async #ask(message: Buffer | 'heap'): Promise<unknown> {
    const reading = (this.#process ??= fork('test/fuzz/read-dossiers.mjs', { serialization: 'advanced', execArgv: [] }));
    const over = new AbortController();
    const timer = setTimeout(
      () => over.abort(new Error(`hangs: not read in ${this.mostMilliseconds} ms`)),
      this.mostMilliseconds,
    );
    const ended = (code: number | null, signal: string | null): void =>
      over.abort(new Error(`ended the process: ${code ?? signal}`));
    reading.once('exit', ended);
    try {
      reading.send(message);
      const [answer] = (await once(reading, 'message', { signal: over.signal })) as [unknown];
      return answer;
    } catch (error) {
      this.close();
      throw over.signal.aborted ? over.signal.reason : error;
    } finally {
      clearTimeout(timer);
      reading.off('exit', ended);
    }
  }
}
