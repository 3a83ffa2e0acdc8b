import { Option } from 'commander';
import { ALL_SETTINGS, optionOf, SETTINGS, type SettingName } from '../../configuration/settings.js';

/** The options that set these; their texts are read with the environment's, so that every mistake is named at once. */
export function settingOptions(names: readonly SettingName[]): Option[] {
  return names.flatMap((name) => {
    const flag = optionOf(name);
    if (flag === null) return [];
    const { kind, usual, about, environment } = ALL_SETTINGS[name];
    const said = [kind.write(usual) === '' ? [] : [`default: ${kind.write(usual)}`], `env: ${environment.join(' or ')}`].flat();
    return [new Option(`${flag} ${kind.placeholder}`, `${about} (${said.join(', ')})`).helpGroup(groupOf(name))];
  });
}

function groupOf(name: SettingName): string {
  const [group = 'Options'] = Object.entries(SETTINGS).find(([, settings]) => name in settings) ?? [];
  return `${group}:`;
}
