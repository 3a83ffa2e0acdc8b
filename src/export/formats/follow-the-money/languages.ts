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

/** The languages that FollowTheMoney 4 knows: its list is closed, and an entity with another one is not valid. */
const KNOWN = new Set(
  (
    'afr amh ara aze bel ben bos bul cat ces cnr dan deu ell eng est fas fil fin fra gle heb hin hrv hun hye ind isl ita jpn kan kat ' +
    'kaz khm kir kor lao lav lit ltz mkd mlt mon msa mul mya nep nld nor pol por pus ron rus sin slk slv spa sqi srp swa swe tam tel ' +
    'tgk tgl tha tuk tur ukr urd uzb vie zho'
  ).split(' '),
);

/** The code that FollowTheMoney has for a language tag; null where it has none. */
export function threeLetterLanguage(tag: string): string | null {
  const [language = ''] = tag.toLowerCase().split('-');
  const code = language.length === 3 ? language : THREE_LETTERS.get(language);
  return code !== undefined && KNOWN.has(code) ? code : null;
}
