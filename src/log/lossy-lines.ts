import { write, writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** Characters of lines that wait to be written; what comes then is lost. */
const MOST_WAITING = 8 * 1024 * 1024;
/** Milliseconds after which a pipe that was full is tried again. */
const TRY_AGAIN = 100;
const END_OF_LINE = 0x0a;

/**
 * Writes lines to a file or pipe that may fail, and for which nobody waits: lines that a full device does not take, or whose reader has gone
 * or sleeps, are lost and counted, and the next are tried. Lines are gathered while others are written, and the last are written when the process
 * ends. A pipe is one that does not block, as Node makes it for `process.stderr`.
 *
 * Not pino's own destination (SonicBoom): on a full device it throws, and at the end it tries for ever.
 */
export class LossyLines implements DestinationStream {
  readonly #fd: number;
  #waiting: string[] = [];
  /** Of those that wait and those that are being written. */
  #characters = 0;
  /** What is being written, and how many bytes of it are. */
  #batch: { bytes: Buffer; written: number } | null = null;
  /** What was written last is a part of a line; the next is kept apart from it. */
  #endsWithinLine = false;
  #lost = 0;

  constructor(fd: number) {
    this.#fd = fd;
    process.once('exit', () => this.#writeLast());
  }

  /** Lines since the start. */
  get lost(): number {
    return this.#lost;
  }

  write(line: string): void {
    if (this.#characters > MOST_WAITING) {
      this.#lost++;
      return;
    }
    this.#waiting.push(line);
    this.#characters += line.length;
    if (this.#waiting.length === 1 && this.#batch === null) setImmediate(() => this.#writeNext());
  }

  #writeNext(): void {
    if (this.#batch === null && this.#takeBatch()) this.#writeOn();
  }

  /** @returns whether there is one */
  #takeBatch(): boolean {
    this.#batch = null;
    this.#characters = 0;
    if (this.#waiting.length === 0) return false;
    const lines = this.#waiting.splice(0).join('');
    this.#characters = lines.length;
    this.#batch = { bytes: Buffer.from(this.#endsWithinLine ? `\n${lines}` : lines), written: 0 };
    return true;
  }

  #writeOn(): void {
    const batch = this.#batch!;
    write(this.#fd, batch.bytes, batch.written, (problem, written) => {
      // It does not keep the process from its end.
      if (problem?.code === 'EAGAIN') return void setTimeout(() => this.#writeOn(), TRY_AGAIN).unref();
      if (problem === null) {
        batch.written += written;
        this.#endsWithinLine = batch.bytes[batch.written - 1] !== END_OF_LINE;
      } else {
        this.#lost += linesIn(batch.bytes.subarray(batch.written));
        batch.written = batch.bytes.length;
      }
      if (batch.written < batch.bytes.length || this.#takeBatch()) this.#writeOn();
    });
  }

  /** At the end of the process there is one try, and no waiting. */
  #writeLast(): void {
    try {
      while (this.#batch !== null || this.#takeBatch()) {
        const batch = this.#batch!;
        batch.written += writeSync(this.#fd, batch.bytes, batch.written);
        if (batch.written === batch.bytes.length) this.#batch = null;
      }
    } catch {
      // There is nobody left to be told.
    }
  }
}

const linesIn = (bytes: Buffer): number => bytes.filter((byte) => byte === END_OF_LINE).length;
