import { expect, test } from '@jest/globals';
import { scriptOf } from '../../src/dossier/scripts.js';

test.each([
  ['Dirección General', 'Latn'],
  ['وزارة الداخلية', 'Arab'],
  ['Министерство внутренних дел', 'Cyrl'],
  ['内政部', 'Hani'],
  ['国際行動規範の協会', 'Jpan'],
  ['大韓民國 경찰청', 'Kore'],
  ['경찰청', 'Hang'],
  ['Υπουργείο (MIN)', 'Grek'],
  ['112', 'Zyyy'],
])('the script of %s is %s', (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
