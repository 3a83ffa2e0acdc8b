import { Option, type Command } from 'commander';
import { SEEDS_FOLDER } from '../dossier-folder.js';
import { settingOptions } from './setting-options.js';

/** The options of commands that read dossiers, or what was made from them. */

export const seeds = ['--seeds <folder>', 'the dossiers', SEEDS_FOLDER] as const;

const noCache = new Option('--no-cache', 'read the dossiers, and keep no compiled graph');

const archived = new Option('--archive <file>', 'a version kept by `custodes archive`, instead of the dossiers').conflicts(
  'seeds',
);

/** The compiled graph: the dossiers are read and checked only where they, or the program, have changed. */
export function withCache(command: Command): Command {
  for (const option of [...settingOptions(['cache']), noCache]) command.addOption(option);
  return command;
}

export function withNeo4j(command: Command): Command {
  for (const option of settingOptions(['neo4jUri', 'neo4jUser', 'neo4jDatabase'])) command.addOption(option);
  return command;
}

/** Where the graph is. */
export function withGraph(command: Command): Command {
  return withNeo4j(withCache(command.option(...seeds).addOption(archived)));
}

/** What the options on dossiers and Neo4j were, as typed. */
export type Typed<Options> = Omit<Options, 'cache' | 'archive' | 'neo4j'> & { cache?: string | false; archive?: string };
