/** Writes `x.gz` beside every text file worth it, so that the server need not compress the same megabytes at each visit. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(gzip);
const SMALLEST = 1024;

export function precompressed(): Plugin {
  return {
    name: 'custodes:precompressed',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const entry of await readdir(dir, { recursive: true })) {
        if (!/\.(js|css|svg|json)$/.test(entry)) continue;
        const text = await readFile(join(dir, entry));
        if (text.length >= SMALLEST) await writeFile(join(dir, `${entry}.gz`), await compress(text, { level: 9 }));
      }
    },
  };
}
