import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import type { NameUse } from '../domain/model.js';
import { nearestTo } from '../domain/nearest-name.js';
import { didYouMean } from '../domain/errors.js';
import { vocabulary } from '../domain/vocabulary.js';
import { decodeUtf8 } from '../dossier/read/encoding.js';
import { parseYaml, type Path } from '../dossier/read/document.js';
import { formatProblem } from '../dossier/problem.js';
import { projectFile } from '../project-files.js';
import { ImportError } from './records.js';

/** A mapping file; `schema/import-mapping.schema.json` describes every key. */
export interface Mapping {
  language?: string;
  kinds?: Record<string, string>;
  relations?: Record<string, string | { type: string; reversed?: true }>;
  same?: Record<string, string>;
  rows?: RowsMapping;
}

export interface RowsMapping {
  entities?: EntityColumns;
  relations?: RelationColumns;
  ignore?: string[];
}

export interface DateColumns {
  start?: string;
  end?: string;
  on?: string;
  at?: string;
}

export type ColumnOrValue = { column: string } | { value: string };

export interface EntityColumns extends DateColumns {
  key?: string;
  names: { column: string; language?: string; use?: NameUse; separator?: string }[];
  kind?: ColumnOrValue;
  identifiers?: { column: string; scheme: string }[];
  attributes?: { column: string; name: string; date?: string }[];
}

export interface RelationColumns extends DateColumns {
  from: string;
  to: string;
  type: ColumnOrValue;
  qualifiers?: Record<string, string>;
}

/** What stands for a kind or a relation type that is knowingly left out. */
export const LEFT_OUT = 'none';

/** @throws ImportError BAD_MAPPING with file, line and column of every mistake */
export function readMapping(file: string, bytes: Uint8Array): Mapping {
  const decoded = decodeUtf8({ file, bytes });
  if ('problem' in decoded) throw new ImportError('BAD_MAPPING', formatProblem(decoded.problem));
  const yaml = parseYaml(file, decoded.text);
  if ('problems' in yaml) throw new ImportError('BAD_MAPPING', yaml.problems.map(formatProblem).join('\n'));
  const { content, locate } = yaml.parsed;
  const wrong = [...shapeMistakes(content), ...wordMistakes(content as Mapping)];
  if (wrong.length === 0) return content as Mapping;
  const said = wrong.map(({ path, what, part }) => {
    const { line, column } = locate(path, part);
    return `${file}:${line}:${column}  ${what}`;
  });
  throw new ImportError('BAD_MAPPING', [...new Set(said)].join('\n'));
}

interface Mistake {
  path: Path;
  what: string;
  /** Of what the path leads to: its key, where that is wrong. */
  part?: 'key';
}

function shapeMistakes(content: unknown): Mistake[] {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  const validate = ajv.compile(
    JSON.parse(readFileSync(projectFile('schema/import-mapping.schema.json'), 'utf8')) as Record<string, unknown>,
  );
  return validate(content) ? [] : (validate.errors ?? []).map(mistakeOf);
}

function mistakeOf({ instancePath, keyword, params, message = '' }: ErrorObject): Mistake {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'additionalProperties') {
    const key = String((params as { additionalProperty: string }).additionalProperty);
    return {
      path: [...path, key],
      part: 'key',
      what: `the key "${key}" is not known here; schema/import-mapping.schema.json has them all`,
    };
  }
  if (keyword === 'enum') {
    return { path, what: `it must be one of ${(params as { allowedValues: string[] }).allowedValues.join(', ')}` };
  }
  return { path, what: keyword === 'pattern' ? 'it must be a text that is not empty' : `it ${message}` };
}

/** Words that the vocabulary does not have. */
function wordMistakes({ kinds, relations, rows }: Mapping): Mistake[] {
  const mistakes: Mistake[] = [];
  const check = (path: Path, word: unknown, known: readonly string[], what: string): void => {
    if (typeof word !== 'string' || word === LEFT_OUT || known.includes(word)) return;
    mistakes.push({ path, what: `there is no ${what} "${word}".${didYouMean(nearestTo(word, known))}` });
  };
  const kindNames = [...vocabulary.entityKinds.keys()];
  const types = [...vocabulary.relationTypes.keys()];
  for (const [word, kind] of Object.entries(kinds ?? {})) check(['kinds', word], kind, kindNames, 'entity kind');
  for (const [word, type] of Object.entries(relations ?? {})) {
    check(['relations', word], typeof type === 'object' ? type?.type : type, types, 'relation type');
  }
  for (const [i, { name }] of (Array.isArray(rows?.entities?.attributes) ? rows.entities.attributes : []).entries()) {
    check(['rows', 'entities', 'attributes', i, 'name'], name, [...vocabulary.attributes.keys()], 'attribute');
  }
  return mistakes;
}
