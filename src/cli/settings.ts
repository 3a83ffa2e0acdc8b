import { settingsInForce } from '../configuration/read.js';
import { ALL_SETTINGS, SETTING_NAMES, type SettingName } from '../configuration/settings.js';
import { textTable } from './text-table.js';

/** Prints every setting, by the name that the environment and docs/operations.md know, with its value and where that comes from; of secrets only whether they are set. */
export function settingsCommand({ json, ...options }: { json: boolean }): void {
  const { settings, origins } = settingsInForce(SETTING_NAMES, options);
  const shown = SETTING_NAMES.map((name) => ({
    name,
    environment: ALL_SETTINGS[name].environment[0],
    value: shownValue(name, settings[name]),
    from: origins[name] ?? 'default',
  }));
  console.log(
    json
      ? JSON.stringify(shown, null, 2)
      : textTable(
          ['setting', 'value', 'from'],
          shown.map(({ environment, value, from }) => [environment, value, from]),
        ),
  );
}

function shownValue(name: SettingName, value: unknown): string {
  const { kind, secret, usual } = ALL_SETTINGS[name];
  if (secret) return value === usual ? 'not set' : 'set';
  return kind.write(value) || 'not set';
}
