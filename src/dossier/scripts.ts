import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { scriptMetadata } = require('cldr-core/scriptMetadata.json') as { scriptMetadata: Record<string, { rank: number }> };

/** ISO 15924 codes of the scripts in Unicode. */
export const SCRIPTS: ReadonlySet<string> = new Set(Object.keys(scriptMetadata));

/** The ones that text is written in, most used first, each with a test for one of its letters. */
const LETTERS = Object.entries(scriptMetadata)
  .sort(([a, { rank: rankA }], [b, { rank: rankB }]) => rankA - rankB || (a < b ? -1 : 1))
  .flatMap(([script]) => {
    try {
      return [{ script, letter: new RegExp(`\\p{Script=${script}}`, 'gu') }];
    } catch {
      // A script that the engine's Unicode has no letters of, or a mixed one such as Jpan.
      return [];
    }
  });
const ONLY_LATIN = /^(?:\p{Script=Latn}|\P{L})*$/u;

/**
 * The script that most letters of the text are in, as ISO 15924: `Latn`, `Arab`, `Jpan` for Chinese characters with kana,
 * `Kore` for Hangul with Chinese characters, `Zyyy` for a text without letters.
 */
export function scriptOf(text: string): string {
  if (!/\p{L}/u.test(text)) return 'Zyyy';
  if (ONLY_LATIN.test(text)) return 'Latn';
  const letters = text.match(/\p{L}/gu)?.join('') ?? '';
  const counts = LETTERS.map(({ script, letter }) => ({ script, count: letters.match(letter)?.length ?? 0 }));
  const found = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const has = (script: string): boolean => found.some((other) => other.script === script);
  if (has('Hira') || has('Kana')) return 'Jpan';
  if (has('Hang') && has('Hani')) return 'Kore';
  return found[0]?.script ?? 'Zzzz';
}
