import type { ErrorObject } from 'ajv';
import { slug } from '../../domain/folding.js';
import { ID } from '../format.js';
import type { Path } from '../read/document.js';
import type { ProblemCode } from '../problem.js';
import type { JsonSchema } from '../schema.js';
import { nearestWords, oneOf, wordsOfSameBeginning, writeInstead } from './nearest.js';
import type { Finding } from './report.js';

/** What a JSON Schema error means to the writer of a dossier. */
export function shapeFinding(error: ErrorObject, path: Path): Finding {
  const key = keyOf(path);
  switch (error.keyword) {
    case 'required':
      return missing(String((error.params as { missingProperty: string }).missingProperty), path);
    case 'anyOf':
      return {
        code: 'MISSING_SOURCE',
        found: 'a claim that cites nothing',
        expected: 'a passage, or a source with locator and digest',
        remedy: 'add "passage:" with the name of a passage of this dossier',
      };
    case 'additionalProperties':
      return unknownKey(String(path.at(-1)), Object.keys((error.parentSchema as JsonSchema).properties ?? {}));
    case 'enum':
      return unknownWord(error.data, (error.params as { allowedValues: string[] }).allowedValues, path);
    case 'minItems':
      return key === 'claims' ? missing('claims', path) : emptyList(key);
    case 'pattern':
    case 'format':
      return wrongText(error.propertyName ?? error.data, key, error.propertyName !== undefined);
    case 'type':
      return error.data === null && key === 'claims' ? missing('claims', path) : wrongType(error, key);
    default:
      return wrongType(error, key);
  }
}

/** The last key on the path, list places left out: `names` for `names/0`. */
function keyOf(path: Path): string {
  const keys = path.filter((step) => !/^\d+$/.test(String(step)));
  return String(keys.at(-1) ?? 'the dossier');
}

function missing(key: string, path: Path): Finding {
  if (key === 'claims') {
    return {
      code: 'MISSING_CLAIM',
      found: 'no claim',
      expected: 'at least one claim: nothing stands in the graph without a source',
      remedy: 'add "claims:" with a passage and a statement',
    };
  }
  if (key === 'language' && path.includes('names')) {
    return {
      code: 'NAME_WITHOUT_LANGUAGE',
      found: 'a name without a language',
      expected: 'the language of the name',
      remedy: 'add "language:" (es, en, fr …), or "use: acronym" where it belongs to none',
    };
  }
  return { code: 'MISSING_KEY', found: `no "${key}"`, expected: `the key "${key}"`, remedy: `add "${key}:"` };
}

function unknownKey(key: string, known: string[]): Finding {
  return {
    code: 'UNKNOWN_KEY',
    found: `the key "${key}"`,
    expected: `one of ${known.join(', ')}`,
    remedy: writeInstead(nearestWords(key, known, 1), `remove "${key}"`),
  };
}

function unknownWord(value: unknown, allowed: string[], path: Path): Finding {
  // A short list is shown whole: "implicit" is nearer to "explicit" than to "implied".
  const word = textOf(value);
  const near = allowed.length > 6 ? nearestWords(word, allowed) : [];
  const nearest = near.length > 0 ? near : wordsOfSameBeginning(word, allowed);
  const [code, what, where] = wordMeaning(path);
  return {
    code,
    found: `the ${what} ${written(value)}`,
    expected: where ? `a ${what} of ${where}` : oneOf(allowed),
    remedy: writeInstead(nearest, where ? `choose one of ${where}, or add it there` : 'choose one of these'),
  };
}

function wordMeaning(path: Path): [code: ProblemCode, what: string, where: string | null] {
  const key = path.at(-1);
  if (path[0] === 'entities' && path.length === 3 && key === 'kind') return ['UNKNOWN_KIND', 'kind', 'schema/entity-kinds.yaml'];
  if (path[0] === 'relations' && path.length === 3 && key === 'type')
    return ['UNKNOWN_RELATION_TYPE', 'relation type', 'schema/relation-types/'];
  if (path.at(-3) === 'attributes' && key === 'name') return ['UNKNOWN_ATTRIBUTE', 'attribute', 'schema/attributes.yaml'];
  return ['UNKNOWN_WORD', String(key), null];
}

const emptyList = (key: string): Finding => ({
  code: 'MISSING_KEY',
  found: `an empty list of ${key}`,
  expected: 'at least one',
  remedy: `add one, or remove "${key}:"`,
});

/** What each key's text looks like; other keys only must not be empty. */
const TEXT_FORMS: Record<string, [code: ProblemCode, expected: string, remedy: string]> = {
  id: ['BAD_ID', 'small letters a-z, digits and hyphens', 'write it like "uk-embassy-guatemala"'],
  day: ['BAD_DAY', 'an ISO day that exists', 'write it like 2026-11-24'],
  digest: ['BAD_DIGEST', '64 hexadecimal digits', 'make it with `custodes digest`'],
  language: ['BAD_LANGUAGE', 'a BCP 47 language', 'write it like es, en, pt-BR, or und'],
  script: ['BAD_SCRIPT', 'an ISO 15924 script', 'write it like Latn or Arab, or leave it out'],
  url: ['BAD_URL', 'an address of the web', 'write it like https://icoca.ch/2021/06/25/…'],
};
const FORM_OF_KEY: Record<string, string> = {
  recorded: 'day',
  retrieved: 'day',
  digest: 'digest',
  language: 'language',
  script: 'script',
  url: 'url',
};
const ID_KEYS = new Set(['id', 'from', 'to', 'source', 'passage', 'translates', 'reprints', 'scheme']);

function wrongText(value: unknown, key: string, isKey: boolean): Finding {
  const form = isKey || ID_KEYS.has(key) ? TEXT_FORMS['id'] : TEXT_FORMS[FORM_OF_KEY[key] ?? ''];
  if (!form)
    return { code: 'EMPTY_TEXT', found: `an empty "${key}"`, expected: 'a text', remedy: `write it, or remove "${key}:"` };
  const [code, expected, remedy] = form;
  const found = `${isKey ? 'the name' : key} ${written(value)}`;
  return { code, found, expected, remedy: code === 'BAD_ID' ? writeAsId(textOf(value)) : remedy };
}

/** `write "seguridad-hn"` for `Seguridad-HN`. */
function writeAsId(text: string): string {
  return ID.test(slug(text)) ? `write "${slug(text)}"` : TEXT_FORMS['id']![2];
}

/** An id that does not look like one; `suggestions` are ids that may have been meant. */
export const badId = (key: string, id: string, suggestions: readonly string[]): Finding => ({
  ...wrongText(id, key, false),
  ...(suggestions.length > 0 && { remedy: writeInstead(suggestions, '') }),
});

const TYPE_NAMES: Record<string, string> = { string: 'a text', object: 'a mapping', array: 'a list' };

function wrongType(error: ErrorObject, key: string): Finding {
  const types = error.keyword === 'const' ? ['true'] : [(error.params as { type: string | string[] }).type].flat();
  const names = types.filter((type) => type !== 'integer' && type !== 'number').map((type) => TYPE_NAMES[type] ?? type);
  return {
    code: 'WRONG_TYPE',
    found: `${written(error.data)} as ${key}`,
    expected: oneOf(names),
    remedy: error.data === null ? `write it, or remove "${key}:"` : `write ${oneOf(names)}`,
  };
}

function written(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** A value as text; a list or mapping, which may stand anywhere in YAML, has none. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
