#!/usr/bin/env node
/**
 * The last step of `npm run build`: what `tsc` compiled becomes one program with its packages in it, for Node takes longer to find and link
 * six hundred files than to run them (docs/performance.md). `dist/main.js` is written over; what commands import when they are
 * given stays apart in `dist/chunks/`.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** In every file of a bundle: packages that are CommonJS ask for Node's own modules in this way. */
const BANNER =
  "import { createRequire as requireInBundle } from 'node:module'; const require = requireInBundle(import.meta.url);";

/** Its folder, from `node_modules/` on: what `scripts/notices.mjs` reads. */
const PACKAGE = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/;

// A bundle is not bundled again; `tsc` writes over it.
if (!(await readFile(project('dist/main.js'), 'utf8')).includes(BANNER)) await bundle();

async function bundle() {
  await rm(project('dist/chunks'), { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [project('dist/main.js')],
    outdir: project('dist'),
    allowOverwrite: true,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // type-graphql imports it where arguments are checked by its decorators, which ours are not (src/graphql/schema.ts).
    external: ['class-validator'],
    // type-graphql and error reports go by the names of classes and functions.
    keepNames: true,
    banner: { js: BANNER },
    logLevel: 'warning',
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).flatMap((file) => PACKAGE.exec(file)?.[0] ?? []);
  await writeFile(project('dist/bundled-packages.json'), JSON.stringify([...new Set(packages)].sort()));
}
