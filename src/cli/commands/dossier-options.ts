import { Option } from 'commander';
import { CACHE_FOLDER, SEEDS_FOLDER } from '../dossier-folder.js';

/** The options of commands that read dossiers, or what was made from them. */

export const seeds = ['--seeds <folder>', 'the dossiers', SEEDS_FOLDER] as const;

/** The compiled graph: the dossiers are read and checked only where they, or the program, have changed. */
export const cacheFolder = new Option('--cache <folder>', 'where the compiled graph is kept for the next start; "off": nowhere')
  .default(CACHE_FOLDER)
  .env('CUSTODES_CACHE');
export const noCache = new Option('--no-cache', 'read the dossiers, and keep no compiled graph');

export const archived = new Option('--archive <file>', 'a version kept by `custodes archive`, instead of the dossiers').conflicts(
  'seeds',
);

/** What the options on dossiers were, as typed. */
export type Typed<Options> = Omit<Options, 'cache' | 'archive'> & { cache: string | false; archive?: string };
