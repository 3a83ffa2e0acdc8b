import { settingsInForce } from '../configuration/read.js';
import { ALL_SETTINGS, SETTING_NAMES, type SettingName } from '../configuration/settings.js';
import { textTable } from './text-table.js';

/** Prints every setting with its value and where that comes from; of secrets only whether they are set. */
export function settingsCommand({ json, ...options }: { json: boolean }): void {
  const { settings, origins } = settingsInForce(SETTING_NAMES, options);
  const shown = SETTING_NAMES.map((name) => ({
    name,
    value: shownValue(name, settings[name]),
    from: origins[name] ?? 'default',
  }));
  console.log(json ? JSON.stringify(shown, null, 2) : textTable(['setting', 'value', 'from'], shown.map(Object.values<string>)));
}

function shownValue(name: SettingName, value: unknown): string {
  const { kind, secret, usual } = ALL_SETTINGS[name];
  if (secret) return value === usual ? 'not set' : 'set';
  return kind.write(value) || 'not set';
}
