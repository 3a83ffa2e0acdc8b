export type SettingsMistakeCode =
  'INVALID_SETTING' | 'MISSING_SETTING' | 'UNKNOWN_SETTING' | 'CONFLICTING_SETTINGS' | 'UNREADABLE_SETTINGS_FILE';

export interface SettingsMistake {
  code: SettingsMistakeCode;
  /** `--port`, `CUSTODES_PORT`, `CUSTODES_PORT in .env`. */
  where: string;
  /** What was found and what was expected; of a secret not what was found. */
  what: string;
}

/** Every mistake in the settings at once; nothing was started. */
export class SettingsMistaken extends Error {
  constructor(readonly mistakes: readonly SettingsMistake[]) {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    const lines = mistakes.map(({ code, where, what }) => `${code}: ${where} ${what}`);
    super(
      `${lines.join('\n')}\n\n${count} in the settings; nothing was started. docs/operations.md lists the settings; \`custodes settings\` says what is in force.`,
    );
  }
}
