/**
 * Builds the pages into `dist/web/`: `<page>/index.html` for each page, and everything they load under `assets/`.
 *
 * Pages name their assets relative to the address they are served at, which is one level below the server's root (`/graphql`,
 * `/`), so the whole may stand behind any path prefix. How to serve it, and the content security policy, is in README.md.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { bundledPackages } from './build/bundled-packages.js';
import { fontFiles } from './build/font-files.js';
import { precompressed } from './build/precompressed.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const packages = bundledPackages();

export default defineConfig({
  root: path('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: path('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Files, not data: addresses: the policy of the server then needs no `data:` for fonts, and small files load only when used.
    assetsInlineLimit: 0,
    // The editor is one chunk of 2.5 MB, loaded after the page stands.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: { explorer: path('explorer/index.html'), playground: path('playground/index.html') },
      // "use client" is for servers that render React; in a bundle it means nothing.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  worker: { format: 'es', plugins: () => [packages.ofWorkers] },
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `./${file}` : { relative: true }),
  },
  plugins: [fontFiles(), packages.ofPages, precompressed()],
});
