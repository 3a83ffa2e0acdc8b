import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { linesThatAreNone } from './env-file.js';
import type { SettingsMistake } from './mistakes.js';

/** Where settings come from, the first first. */
export interface SettingsSources {
  /** Options of the command line as they were typed, by the name of the setting; other entries are left alone. */
  options: Readonly<Record<string, unknown>>;
  environment: Readonly<Record<string, string | undefined>>;
  /** The `.env` file; null: there is none. */
  file: { path: string; values: Readonly<Record<string, string | undefined>> } | null;
}

/** Names the `.env` file; `off`: none is read. */
export const ENV_FILE = 'CUSTODES_ENV_FILE';

/**
 * The environment of this process and the `.env` file of the working directory, which need not be there. What the file has is not put into
 * the environment, so programs that are started from here do not see it.
 */
export function sourcesOf(
  options: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv = process.env,
): { sources: SettingsSources; mistakes: SettingsMistake[] } {
  const named = environment[ENV_FILE] || undefined;
  const path = named ?? '.env';
  if (path === 'off') return { sources: { options, environment, file: null }, mistakes: [] };
  try {
    const { numbers, rest } = linesThatAreNone(readFileSync(path, 'utf8'));
    return { sources: { options, environment, file: { path, values: parseEnv(rest) } }, mistakes: numbers.map(noEntry(path)) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = named === undefined && code === 'ENOENT';
    const mistake = {
      code: 'UNREADABLE_SETTINGS_FILE' as const,
      where: named === undefined ? path : ENV_FILE,
      what: `${named === undefined ? 'cannot be read' : 'names a file that cannot be read'} (${message}); expected a file with lines NAME=value, or CUSTODES_ENV_FILE=off.`,
    };
    return { sources: { options, environment, file: null }, mistakes: missing ? [] : [mistake] };
  }
}

/** Of the line nothing is shown: it may hold a secret. */
const noEntry =
  (path: string) =>
  (number: number): SettingsMistake => ({
    code: 'INVALID_SETTING',
    where: `${path}, line ${number},`,
    what: 'has no name before a "="; expected NAME=value, or a # before what is no setting.',
  });
