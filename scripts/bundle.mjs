#!/usr/bin/env node
/**
 * The last step of `npm run build`: what `tsc` compiled becomes one program with its packages in it, for Node takes longer to find and link
 * six hundred files than to run them (docs/performance.md). `dist/main.js` is written over; what commands import when they are
 * given stays apart in `dist/chunks/`.
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await rm(project('dist/chunks'), { recursive: true, force: true });
await build({
  entryPoints: [project('dist/main.js')],
  outdir: project('dist'),
  allowOverwrite: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // type-graphql and error reports go by the names of classes and functions.
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  // Packages that are CommonJS ask for Node's own modules in this way.
  banner: {
    js: "import { createRequire as requireInBundle } from 'node:module'; const require = requireInBundle(import.meta.url);",
  },
  logLevel: 'warning',
});
