/**
 * One way to compare names in every script and language: compatibility decomposition, no accents, no invisible characters,
 * lower case, only letters and digits, single spaces. Both stores order and match by it, so it must not depend on the locale.
 */
export function foldText(text: string): string {
  // Most names, in a fifth of the time.
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return (
    text
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]+/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/ø/g, 'o')
      .replace(/ł/g, 'l')
      .replace(/đ/g, 'd')
      .replace(/æ/g, 'ae')
      .replace(/œ/g, 'oe')
      .replace(/ı/g, 'i')
      // Lower case writes sigma by its place in the word: the beginning of a word must stay one.
      .replace(/ς/g, 'σ')
      // Beyond the basic plane engines do not sort alike (UTF-16 units or code points).
      .replace(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
      .replace(/[^\p{L}\p{N}\uFFFD]+/gu, ' ')
      .trim()
  );
}

const ASCII = /^[\x20-\x7e]*$/;

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  const folded = foldText(text);
  return folded === '' ? [] : folded.split(' ');
}

/** A slug: `Instituto de Enseñanza` → `instituto-de-ensenanza`. */
export function slug(text: string): string {
  return foldedWords(text).join('-');
}
