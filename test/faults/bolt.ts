import { createRequire } from 'node:module';

/**
 * Bolt's messages, as bytes and as values, by the driver's own code: a message is a structure with a tag, in chunks of at most 65,535
 * bytes, ended by an empty one.
 */
export interface Message {
  tag: number;
  fields: unknown[];
}

export const TAG = { ROUTE: 0x66, RUN: 0x10, BEGIN: 0x11, GOODBYE: 0x02, SUCCESS: 0x70, RECORD: 0x71, FAILURE: 0x7f } as const;

/* The driver does not export these, and has no types for them. */
interface DriversChannel {
  ChannelBuffer: new (bytes: Buffer) => unknown;
  Chunker: new (channel: { write: (buffer: { _buffer: Buffer; length: number }) => void }) => {
    messageBoundary: () => void;
    flush: () => void;
  };
}
interface DriversPackstream {
  Packer: new (chunker: object) => {
    packable: (value: unknown) => () => void;
    packStruct: (tag: number, fields: (() => void)[]) => void;
  };
  Unpacker: new (disableLosslessIntegers: boolean) => { unpack: (buffer: unknown) => { signature: number; fields: unknown[] } };
}
const require = createRequire(import.meta.url);
const driver = 'neo4j-driver-bolt-connection/lib';
const { Chunker } = require(`${driver}/channel/chunking.js`) as DriversChannel;
const { default: ChannelBuffer } = require(`${driver}/channel/channel-buf.js`) as {
  default: DriversChannel['ChannelBuffer'];
};
const { Packer, Unpacker } = require(`${driver}/packstream/packstream-v2.js`) as DriversPackstream;

/** @param bytes of one message, without its chunks */
export function messageOf(bytes: Buffer): Message {
  const { signature, fields } = new Unpacker(false).unpack(new ChannelBuffer(bytes));
  return { tag: signature, fields };
}

/** The message in its chunks, as it is sent. */
export function sent({ tag, fields }: Message): Buffer {
  const parts: Buffer[] = [];
  const chunker = new Chunker({ write: ({ _buffer, length }) => void parts.push(Buffer.from(_buffer.subarray(0, length))) });
  const packer = new Packer(chunker);
  packer.packStruct(
    tag,
    fields.map((field) => packer.packable(field)),
  );
  chunker.messageBoundary();
  chunker.flush();
  return Buffer.concat(parts);
}

/** Told of every message that comes, whole: its bytes without the chunks, and with them. */
export function messages(told: (message: Buffer, asSent: Buffer) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let at = 0, parts: Buffer[] = []; waiting.length >= at + 2;) {
      const size = waiting.readUInt16BE(at);
      if (waiting.length < at + 2 + size) return;
      parts.push(waiting.subarray(at + 2, at + 2 + size));
      at += 2 + size;
      if (size > 0) continue;
      const asSent = waiting.subarray(0, at);
      waiting = waiting.subarray(at);
      at = 0;
      // An empty chunk alone keeps the line alive.
      if (asSent.length > 2) told(Buffer.concat(parts), asSent);
      parts = [];
    }
  };
}
