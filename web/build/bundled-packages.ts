/** Writes which packages the pages and their workers have in them, for `scripts/notices.mjs`: a list of folders, from `node_modules/` on. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/;

/** One for the pages and one for workers, which are bundles of their own and ready before the pages are. */
export function bundledPackages(): { ofPages: Plugin; ofWorkers: Plugin } {
  const found = new Set<string>();
  const ofWorkers: Plugin = {
    name: 'custodes:bundled-packages',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const [folder] = PACKAGE.exec(id) ?? [];
        if (folder !== undefined) found.add(folder);
      }
    },
  };
  const ofPages: Plugin = {
    ...ofWorkers,
    async writeBundle({ dir }) {
      if (dir !== undefined) await writeFile(join(dir, '../bundled-packages-web.json'), JSON.stringify([...found].sort()));
    },
  };
  return { ofPages, ofWorkers };
}
