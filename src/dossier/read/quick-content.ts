import { FAILSAFE_SCHEMA, load, types, type Type } from 'js-yaml';

// Its published types leave these out.
declare module 'js-yaml' {
  export const types: Record<'null' | 'bool', Type>;
}

/** Numbers stay the text they were written as: a year is a date and "013" a code. */
const SCHEMA = FAILSAFE_SCHEMA.extend({ implicit: [types.null, types.bool] });

/**
 * Anchors, aliases, tags, directives and several documents are YAML, but no dossier; tabs and other controls may be a mistake. The quick
 * parser lets mistakes pass in a line that begins with neither a word, a comment nor a space, in a comment right behind a bracket or a
 * quote, and in a quoted text that goes on in the next line.
 */
const UNUSUAL = [
  /(?:^|[\s[{,])[&*!]\S|["'\]}]#|[^\P{Cc}\n]|\uFEFF/mu,
  /^(?!\s|#|\w+:|$)/m,
  /^[^"\n]*"(?:[^"\n]*"[^"\n]*")*[^"\n]*$/m,
  /(?:^ *|[-:[{,] *)'(?:[^'\n]|'')*$/m,
];

/** The content of a YAML text by the quickest parser; null where it, or what stands in the text, says that a more careful one must look. */
export function quickContent(text: string): { content: unknown } | null {
  if (UNUSUAL.some((pattern) => pattern.test(text))) return null;
  try {
    const content: unknown = load(text, { schema: SCHEMA });
    return content === undefined ? null : { content };
  } catch {
    return null;
  }
}
