import type { z } from 'zod';

export type RecordsMistakeCode =
  'NOT_A_RECORDS_FILE' | 'OTHER_RECORDS_VERSION' | 'BAD_RECORD' | 'RECORDS_NOT_WHOLE' | 'RECORDS_DAMAGED';

/** What is wrong in a records file; nothing of it was loaded. `code` is stable. */
export class RecordsMistake extends Error {
  constructor(
    readonly code: RecordsMistakeCode,
    message: string,
  ) {
    super(message);
    this.name = 'RecordsMistake';
  }
}

/** Most mistakes that are shown; one that a program made is mostly made in every line. */
export const MOST_SHOWN = 20;

/** What stands at a line, and what should. */
export interface BadLine {
  line: number;
  found: string;
  expected: string;
}

/** @param more whether the file was read no further because there were enough */
export function badRecords(file: string, lines: readonly BadLine[], more: boolean): RecordsMistake {
  const shown = lines.map(({ line, found, expected }) => `${file}:${line}: found ${found}; expected ${expected}`);
  const end = more
    ? `The file was read no further. Make it again with \`custodes export records\`, or mend what writes it.`
    : `${lines.length === 1 ? '1 mistake' : `${lines.length} mistakes`}; nothing was loaded.`;
  return new RecordsMistake('BAD_RECORD', `${shown.join('\n')}\n\n${end}`);
}

/** The mistakes that the shape of a record finds in a value. */
export function misshapen(line: number, value: unknown, { issues }: z.ZodError): BadLine[] {
  return issues.map((issue) => {
    const path = issue.path.map(String);
    const found = issue.code === 'unrecognized_keys' ? `the key ${issue.keys.join(', ')}` : shown(at(value, path));
    const where = path.length === 0 ? '' : ` at ${path.join('.')}`;
    return { line, found: `${found}${where}`, expected: expectedBy(issue) };
  });
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'unrecognized_keys':
      return 'no other keys than those of docs/backup.md';
    case 'invalid_union':
      return 'string or number';
    case 'invalid_format':
      return issue.message;
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
