import { createRequire } from 'node:module';

interface Aliases {
  supplemental: { metadata: { alias: { languageAlias: Record<string, { _reason: string; _replacement: string }> } } };
}

/** ISO 639-3, which FollowTheMoney wants, by BCP 47, which CLDR and this graph write: `eng` by `en`. */
const THREE_LETTERS = new Map(
  Object.entries(
    (createRequire(import.meta.url)('cldr-core/supplemental/aliases.json') as Aliases).supplemental.metadata.alias.languageAlias,
  )
    .filter(([, { _reason }]) => _reason === 'overlong')
    .map(([code, { _replacement }]) => [_replacement, code]),
);

/** The ISO 639-3 code of a language tag; the tag's own language where that has three letters, null where there is no such code. */
export function threeLetterLanguage(tag: string): string | null {
  const [language = ''] = tag.toLowerCase().split('-');
  return language.length === 3 ? language : (THREE_LETTERS.get(language) ?? null);
}
