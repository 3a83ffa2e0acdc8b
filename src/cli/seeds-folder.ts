import { fileURLToPath } from 'node:url';

/** The project's own dossiers. */
export const SEEDS_FOLDER = fileURLToPath(new URL('../../seeds', import.meta.url));
