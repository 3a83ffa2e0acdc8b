import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Bytes below which the headers weigh more than what is saved. */
const LEAST_BYTES = 1024;

/**
 * Compresses answers for clients that say they take it, Brotli before gzip. Files of the pages are compressed already when they are built,
 * and are left as they are. Brotli's middle quality: its best takes seconds for a large answer.
 */
export async function compressAnswers(http: FastifyInstance): Promise<void> {
  await http.register(compress, {
    threshold: LEAST_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
}
