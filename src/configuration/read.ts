import { readFileSync } from 'node:fs';
import { SettingsMistaken, type SettingsMistake } from './mistakes.js';
import { ALL_SETTINGS, optionOf, type Setting, type SettingName, type Settings } from './settings.js';
import { sourcesOf, type SettingsSources } from './sources.js';
import { missingBesides } from './together.js';
import { unknownNames } from './unknown-names.js';

/** What is in force, and where each comes from: `--port`, `PORT`, `PORT in .env`; null where it is what it is unless set. */
export interface SettingsInForce<Name extends SettingName> {
  settings: Pick<Settings, Name>;
  origins: Record<Name, string | null>;
}

/**
 * These settings: options before the environment before `.env`. An empty text is as good as none, which is what Compose makes of variables
 * that are not set.
 * @param options as typed, by the name of the setting
 * @throws SettingsMistaken with every mistake
 */
export function settingsInForce<Name extends SettingName>(
  names: readonly Name[],
  options: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv = process.env,
): SettingsInForce<Name> {
  const { sources, mistakes } = sourcesOf(options, environment);
  const settings: Record<string, unknown> = {};
  const origins = {} as Record<Name, string | null>;
  for (const name of names) {
    const setting = ALL_SETTINGS[name];
    const found = find(name, setting, sources);
    if ('code' in found) {
      mistakes.push(found);
      continue;
    }
    const value = found.text === null ? setting.usual : setting.kind.read(found.text);
    settings[name] = value;
    origins[name] = found.where;
    if (value === undefined) mistakes.push(invalid(found.where ?? name, setting, found.text ?? ''));
  }
  mistakes.push(...missingBesides(settings, origins), ...unknownNames(sources));
  if (mistakes.length > 0) throw new SettingsMistaken(mistakes);
  return { settings: settings as Pick<Settings, Name>, origins };
}

interface Found {
  text: string | null;
  where: string | null;
}

function find(
  name: SettingName,
  setting: Setting<unknown>,
  { options, environment, file }: SettingsSources,
): Found | SettingsMistake {
  const typed = options[name];
  // `--cypher` alone, `--no-cache`.
  if (typed === true || typed === false) return { text: typed ? 'on' : 'off', where: optionOf(name) };
  if (typeof typed === 'string' && typed !== '') return { text: typed, where: optionOf(name) };

  for (const [values, suffix] of [
    [environment, ''],
    [file?.values ?? {}, ` in ${file?.path}`],
  ] as const) {
    for (const variable of setting.environment) {
      const given = values[variable] || undefined;
      const inFile = setting.secret ? values[`${variable}_FILE`] || undefined : undefined;
      if (given !== undefined && inFile !== undefined) {
        const what = `and ${variable}_FILE${suffix} are both set; expected one of them.`;
        return { code: 'CONFLICTING_SETTINGS', where: `${variable}${suffix}`, what };
      }
      if (given !== undefined) return { text: given, where: `${variable}${suffix}` };
      if (inFile !== undefined) return secretIn(inFile, `${variable}_FILE${suffix}`);
    }
  }
  return { text: null, where: null };
}

/** Without the end of the line that editors leave. */
function secretIn(path: string, where: string): Found | SettingsMistake {
  try {
    return { text: readFileSync(path, 'utf8').replace(/\r?\n$/, ''), where };
  } catch (error) {
    const what = `names a file that cannot be read (${(error as Error).message}); expected one with the secret alone.`;
    return { code: 'UNREADABLE_SETTINGS_FILE', where, what };
  }
}

function invalid(where: string, { kind, secret }: Setting<unknown>, found: string): SettingsMistake {
  const wrong = kind.wrong?.(found);
  if (wrong !== undefined) return { code: 'INVALID_SETTING', where, what: `${wrong}; expected ${kind.expected}.` };
  // An address may have a login before its last @, however wrong it is otherwise.
  const shown = secret ? 'is not right' : `is ${JSON.stringify(found.replace(/^.*@/s, '…@').slice(0, 80))}`;
  return { code: 'INVALID_SETTING', where, what: `${shown}; expected ${kind.expected}.` };
}
