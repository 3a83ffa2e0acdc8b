import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Alias, Document, Node } from 'yaml';
import type { Problem } from '../problem.js';
import { quickContent } from './quick-content.js';

/** Where in a dossier: `['relations', 3, 'claims', 0, 'statement']`. */
export type Path = readonly (string | number)[];

export interface Position {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** One parsed YAML file that still knows where everything stood. */
export interface YamlFile {
  file: string;
  /** Mappings, lists, texts, booleans and nulls. Numbers stay the text they were written as: `2021`, `013`. */
  content: unknown;
  /** Where the value at the path stands (or its key); where there is none, its nearest surrounding. */
  locate: (path: Path, part?: 'value' | 'key') => Position;
}

/**
 * The same as `parseYaml` in a tenth of its time where the content is that of a dossier in order; null where the text is not. Of a text that
 * no dossier has (a mapping as a key, say) the content may differ, so what is wrong with it is for `parseYaml` to say.
 */
export function parseYamlQuickly(file: string, text: string): YamlFile | null {
  const quick = quickContent(text);
  return quick === null ? null : { file, content: quick.content, locate: positionsIn(text) };
}

/** The YAML document of a file, or its mistakes in YAML. */
export function parseYaml(file: string, text: string): { parsed: YamlFile } | { problems: Problem[] } {
  const { document, positionOf } = readDocument(text);
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    file,
    ...positionOf(error.pos[0]),
    code: error.code === 'DUPLICATE_KEY' ? 'DUPLICATE_KEY' : 'YAML_SYNTAX',
    found: error.code === 'DUPLICATE_KEY' ? 'a key that this mapping already has' : lowerFirst(error.message),
    expected: error.code === 'DUPLICATE_KEY' ? 'every key once' : 'valid YAML 1.2',
    remedy: SYNTAX_REMEDIES[error.code] ?? 'check quotes, brackets and indentation here and just above',
  }));
  for (const alias of aliasesIn(document, text)) {
    problems.push({
      file,
      ...positionOf(alias.range?.[0] ?? 0),
      code: 'YAML_ALIAS',
      found: `the alias *${alias.source}`,
      expected: 'every record written out',
      remedy: 'write the value here; passages and source ids are there to avoid repetition',
    });
  }
  if (problems.length > 0) return { problems };
  return { parsed: { file, content: document.toJS(), locate: positionsIn(text) } };
}

function readDocument(text: string): { document: Document.Parsed; positionOf: (offset: number) => Position } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // A year is a date and "013" a code: both would be damaged as numbers.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag)),
  });
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return { document, positionOf };
}

/**
 * Where things stand in the text. It is parsed again, once, when the first place is asked for: positions take ten times the
 * memory of the content, and most dossiers have no mistake.
 */
function positionsIn(text: string): YamlFile['locate'] {
  let read: ReturnType<typeof readDocument> | undefined;
  return (path, part) => {
    read ??= readDocument(text);
    return read.positionOf(offsetOf(read.document, path, part));
  };
}

function aliasesIn(document: Document.Parsed, text: string): Alias[] {
  const aliases: Alias[] = [];
  if (text.includes('*')) visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

const SYNTAX_REMEDIES: Record<string, string> = {
  DUPLICATE_KEY: 'join the two, or remove one',
  MULTIPLE_DOCS: 'split the file at "---" into one file a dossier',
  TAB_AS_INDENT: 'indent with spaces',
  BLOCK_AS_IMPLICIT_KEY: 'put quotes around a text that contains ": "',
  TAG_RESOLVE_FAILED: 'leave the !tag out',
};

const lowerFirst = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function offsetOf(document: Document.Parsed, path: Path, part: 'value' | 'key' = 'value'): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
      const key = pair?.key;
      if (part === 'key' && depth === path.length - 1 && isScalar(key)) return key.range?.[0] ?? offset;
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
    }
    if (!(isMap(next) || isSeq(next) || isScalar(next)) || isAlias(next)) return offset;
    node = next;
    offset = next.range?.[0] ?? offset;
  }
  return offset;
}
