import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, with those around it; nothing where it is there. Node's own way of it (`recursive`) turns in a circle for ever where a file
 * system says of a folder to be made in one that is there that it does not exist, as `/proc` does.
 * @throws what the file system says
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const around = dirname(folder);
    if (code !== 'ENOENT' || around === folder || (await isThere(around))) throw error;
    await makeFolder(around);
    await makeFolder(folder);
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
