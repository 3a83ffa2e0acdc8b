import type {
  WrittenAttribute,
  WrittenClaim,
  WrittenDates,
  WrittenIdentifier,
  WrittenName,
  WrittenSource,
} from '../dossier/format.js';

/** Where something stands in the file: a line, and the id or row by which its writer knows it. */
export interface Place {
  /** From 1. */
  line: number;
  record: string;
}

/** Something of the file that is not in the dossier, and why. */
export interface Unmapped extends Place {
  what: string;
  why: string;
}

/** What a record says is cited by where it stands and a digest of its text. */
interface Cited {
  place: Place;
  /** `line 12, entity "abc"` */
  locator: string;
  text: string;
  /** Claims that the file itself carries, each with its source; without any the record is the claim. */
  claims: WrittenClaim[];
}

export interface Thing extends Cited {
  /** By which the file's links name it. */
  key: string;
  /** A kind of the vocabulary, or the file's own word for it; null: the file has none. */
  kind: string | null;
  names: WrittenName[];
  identifiers: WrittenIdentifier[];
  attributes: WrittenAttribute[];
  status?: 'held' | 'proposed' | 'cancelled';
  dates: WrittenDates;
}

export interface Link extends Cited {
  /** A relation type, or the file's own word. */
  type: string | null;
  from: string;
  to: string;
  qualifiers: Record<string, string>;
  dates: WrittenDates;
}

/** A file as a reader understood it. */
export interface ImportedFile {
  things: Thing[];
  links: Link[];
  /** Sources that the file's own claims cite. */
  sources: WrittenSource[];
  unmapped: Unmapped[];
}

export type ImportErrorCode =
  'WRONG_ENCODING' | 'FILE_TOO_LARGE' | 'MALFORMED_FILE' | 'FIELD_TOO_LONG' | 'NOTHING_TO_IMPORT' | 'BAD_MAPPING' | 'BAD_SOURCE';

/** The file cannot be read; the message says where. Codes are stable. */
export class ImportError extends Error {
  constructor(
    readonly code: ImportErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Bytes of a file; a dossier is for people to review, so larger data comes in parts. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;
/** Characters of one value. */
export const MOST_VALUE_CHARACTERS = 20_000;
/** The same of all claims of one record, which our own export has in one value. */
export const MOST_CLAIMS_CHARACTERS = 1_000_000;

/** @throws ImportError FIELD_TOO_LONG */
export function checkValue(value: string, line: number, what: string, most = MOST_VALUE_CHARACTERS): string {
  if (value.length <= most) return value;
  throw new ImportError(
    'FIELD_TOO_LONG',
    `Line ${line}: ${what} has ${value.length} characters; ${most} is the most. Is a quote or a tag left open?`,
  );
}
