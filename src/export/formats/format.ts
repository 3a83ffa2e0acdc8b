import type { Records } from '../records/records.js';

/** One format: a writer that reads the records as they come and yields text, so that memory stays flat. */
export interface Format {
  /** How it is asked for: `custodes export graphml`, `/export/graphml`. */
  name: string;
  /** What it is, and what opens it. */
  title: string;
  mediaType: string;
  /** End of the file's name: `graphml`, `nodes.csv`. */
  ending: string;
  /** @param tell is told, in a sentence, what the format has no place for */
  write: (records: Records, tell: (note: string) => void) => AsyncGenerator<string>;
}
