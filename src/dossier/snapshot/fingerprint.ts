import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolder, projectFile } from '../../project-files.js';
import type { DossierFile } from '../read/files.js';

/**
 * What a graph is made of, as SHA-256 (hex): the bytes of the dossiers, the model in `schema/`, and the program that makes the one
 * of the others (its code here and in the domain, and package.json, which names the exact release of every package).
 * Dossiers in another order, or with other names, are other dossiers here: the graph would be the same, making it again costs little.
 */
export function graphFingerprint(dossiers: readonly DossierFile[]): string {
  const hash = createHash('sha256').update(programFingerprint());
  for (const { bytes } of dossiers) addTo(hash, bytes);
  return hash.digest('hex');
}

/** The code that makes graphs, built or as TypeScript. */
const CODE = ['dossier', 'domain'].map(codeFolder);

/** Read once: neither the program nor its model changes while it runs. */
let program: string | undefined;

function programFingerprint(): string {
  if (program !== undefined) return program;
  const hash = createHash('sha256');
  addTo(hash, readFileSync(projectFile('package.json')));
  for (const folder of [projectFile('schema'), ...CODE]) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(yaml|json|js|ts)$/.test(name));
    for (const name of files.sort()) addTo(hash, readFileSync(join(folder, name)));
  }
  return (program = hash.digest('hex'));
}

/** With its length before it, so that the end of one file is not the beginning of the next. */
function addTo(hash: ReturnType<typeof createHash>, bytes: Uint8Array): void {
  hash.update(`${bytes.length}\n`).update(bytes);
}
