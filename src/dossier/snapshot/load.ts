import type { LoadedDossiers } from '../load.js';
import { readDossierFiles } from '../read/files.js';
import { graphFingerprint } from './fingerprint.js';
import { DamagedSnapshot, readSnapshot, writeSnapshot } from './file.js';

/** Where snapshots are kept, and who is told when one cannot be used. */
export interface Snapshots {
  folder: string;
  /** A sentence that begins with a stable code, `SNAPSHOT_…`. */
  warn: (message: string) => void;
}

/**
 * The same as `loadDossiers`, in a fraction of the time where these very dossiers have been made a graph of before: then it is
 * read from a snapshot. The dossiers stay the truth: a snapshot that is damaged, cannot be read or cannot be written costs time and
 * nothing else, and one warning says so. Dossiers with mistakes have none.
 */
export async function loadWithSnapshot(folder: string, snapshots: Snapshots): Promise<LoadedDossiers> {
  const { files, problems } = await readDossierFiles(folder);
  const fingerprint = graphFingerprint(files);
  let trouble: string | null = null;
  if (problems.length === 0) {
    try {
      const kept = await readSnapshot(snapshots.folder, fingerprint);
      if (kept !== null) return { graph: kept };
    } catch (error) {
      trouble = cannotBeUsed(snapshots.folder, error);
    }
  }

  // What reads and checks dossiers takes a while to load itself.
  const { graphOfFiles } = await import('../load.js');
  const loaded = graphOfFiles(files, problems);
  if ('graph' in loaded) {
    await writeSnapshot(snapshots.folder, fingerprint, loaded.graph).catch((error: unknown) => {
      trouble ??= cannotBeKept(snapshots.folder, error);
    });
  }
  if (trouble !== null) snapshots.warn(trouble);
  return loaded;
}

function cannotBeUsed(folder: string, error: unknown): string {
  const code = error instanceof DamagedSnapshot ? 'SNAPSHOT_DAMAGED' : 'SNAPSHOT_UNREADABLE';
  return `${code}: The compiled graph in ${folder} cannot be used (${told(error)}). It is made anew from the dossiers; nothing is lost.`;
}

const cannotBeKept = (folder: string, error: unknown): string =>
  `SNAPSHOT_NOT_WRITTEN: The compiled graph cannot be kept in ${folder} (${told(error)}). All works, but the next start will take as long as this one: ` +
  'make room there, name another folder with --cache or CUSTODES_CACHE, or do without by --no-cache.';

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));
