import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { settingsInForce } from '../../src/configuration/read.js';
import { ALL_SETTINGS, optionOf, SETTING_NAMES, SETTINGS, type SettingName } from '../../src/configuration/settings.js';

/** Everything about settings that people read comes from the one table: UPDATE_DOCS=1 writes it anew. */

const DOCS = 'docs/operations.md';
const SECTION = /(?<=<!-- settings, from src\/configuration\/settings\.ts -->\n)[\s\S]*(?=<!-- end of settings -->)/;

function table(): string {
  const groups = Object.entries(SETTINGS).map(([group, settings]) => {
    const rows = (Object.keys(settings) as SettingName[]).map((name) => {
      const { environment, kind, usual, about, secret } = ALL_SETTINGS[name];
      const variables = environment.map((variable) => `\`${variable}\``).join(', ');
      const where = secret ? `${variables} or \`${environment[0]}_FILE\`` : variables;
      const option = optionOf(name);
      const usually = kind.write(usual) === '' ? 'not set' : `\`${kind.write(usual)}\``;
      return `| ${where} | ${option === null ? '–' : `\`${option}\``} | ${usually} | ${about}: ${kind.expected.replaceAll('|', '\\|')} |`;
    });
    return `**${group}**\n\n| environment, \`.env\` | option | default | what it is |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `\n${groups.join('\n')}\n`;
}

function example(): string {
  const groups = Object.entries(SETTINGS).map(([group, settings]) => {
    const entries = (Object.keys(settings) as SettingName[]).map((name) => {
      const { environment, kind, usual, about, secret } = ALL_SETTINGS[name];
      const file = secret ? ` Or ${environment[0]}_FILE: a file that holds it.` : '';
      return `# ${about}: ${kind.expected}.${file}\n#${environment[0]}=${kind.write(usual)}\n`;
    });
    return `## ${group}\n\n${entries.join('\n')}`;
  });
  return `# Settings of Custodes, each with its default: copy to .env and take the # away where you set one.\n# \`custodes settings\` says what is in force; docs/operations.md says more.\n\n${groups.join('\n')}`;
}

test('docs/operations.md lists the settings as they are', () => {
  const written = readFileSync(DOCS, 'utf8');
  expect(SECTION.test(written)).toBe(true);
  if (process.env['UPDATE_DOCS']) writeFileSync(DOCS, written.replace(SECTION, table));
  expect(SECTION.exec(readFileSync(DOCS, 'utf8'))?.[0]).toBe(table());
});

test('the settings that docs/operations.md begins a public server with are ones', () => {
  const [, block = ''] = /```env\n([\s\S]*?)```/.exec(readFileSync(DOCS, 'utf8')) ?? [];
  const { origins } = settingsInForce(SETTING_NAMES, {}, { CUSTODES_ENV_FILE: 'off', ...parseEnv(block) });
  expect(Object.values(origins).filter((origin) => origin !== null)).toHaveLength(block.trim().split('\n').length);
  expect(block).toContain('CUSTODES_REQUESTS_A_MINUTE');
});

test('.env.example lists the settings as they are', () => {
  if (process.env['UPDATE_DOCS']) writeFileSync('.env.example', example());
  expect(readFileSync('.env.example', 'utf8')).toBe(example());
});
