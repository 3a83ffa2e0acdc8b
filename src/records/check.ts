import { createHash } from 'node:crypto';
import { IdSet } from './id-set.js';
import { linesOf } from './lines.js';
import { badRecords, misshapen, MOST_SHOWN, RecordsMistake, shown, type BadLine } from './mistake.js';
import { endShape, FORMAT, FORMAT_VERSION, headerShape, KINDS, PLURALS, SHAPES, type Header, type Kind } from './shape.js';
import type { Claim, Relation } from '../domain/model.js';

/** What a file that is in order holds. */
export interface CheckedRecords {
  header: Header;
  /** SHA-256 (hex) of all its lines but the last. */
  digest: string;
  /** How many there are. */
  records: number;
}

/** Bytes of lines read since the file was begun. */
export type CheckProgress = (bytes: number) => void;

const NEW_LINE = '\n';

/**
 * Reads a records file to its end: every line has the shape of a record, every id stands once, what a record names stands before it, and
 * the file is whole and undamaged. Some bytes an id are held in memory, whatever the records are.
 * @param shownFile the file as messages name it
 * @throws RecordsMistake with the first mistakes, each with its line
 */
export async function checkRecords(path: string, shownFile: string, progress: CheckProgress): Promise<CheckedRecords> {
  const hash = createHash('sha256');
  const reading = new Reading();
  let header: Header | undefined;
  let last: { line: number; text: string } | undefined;
  let bytes = 0;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      // The last line is known to be the last only when no other comes.
      if (last !== undefined) {
        if (header === undefined) header = headerOf(last.text, shownFile);
        else reading.read(last.line, last.text);
        hash.update(last.text).update(NEW_LINE);
      }
      last = { line: (last?.line ?? 0) + 1, text: line.toString('utf8') };
      bytes += line.length + 1;
    }
    if (reading.mistakes.length >= MOST_SHOWN) throw badRecords(shownFile, reading.mistakes.slice(0, MOST_SHOWN), true);
    progress(bytes);
  }
  if (header === undefined) {
    headerOf(last?.text ?? '', shownFile);
    throw notWhole(shownFile, 'it ends after its first line');
  }
  const end = endShape.safeParse(parsed(last?.text ?? '')).data?.end;
  if (reading.mistakes.length > 0) throw badRecords(shownFile, reading.mistakes, false);
  if (end === undefined) throw notWhole(shownFile, `its last line (${last?.line}) is not the line that says the end`);
  const digest = hash.digest('hex');
  if (end.sha256 !== digest || end.records !== reading.records) {
    throw new RecordsMistake(
      'RECORDS_DAMAGED',
      `${shownFile} was changed or damaged after it was written: its lines are not those that its last line vouches for. Take another copy, or export the records again.`,
    );
  }
  for (const kind of KINDS) {
    const [said, there] = [header[PLURALS[kind]], reading.counts[kind]];
    if (said !== there) throw notWhole(shownFile, `it says ${said} ${PLURALS[kind]} in its first line and holds ${there}`);
  }
  return { header, digest, records: reading.records };
}

const notWhole = (file: string, why: string): RecordsMistake =>
  new RecordsMistake('RECORDS_NOT_WHOLE', `${file} is not whole: ${why}. Take another copy, or export the records again.`);

function headerOf(line: string, file: string): Header {
  const header = parsed(line);
  const checked = headerShape.safeParse(header);
  if (checked.success) return checked.data;
  const { format, formatVersion } = (header ?? {}) as Partial<Record<keyof Header, unknown>>;
  if (format === FORMAT && formatVersion !== FORMAT_VERSION) {
    throw new RecordsMistake(
      'OTHER_RECORDS_VERSION',
      `${file} is of version ${shown(formatVersion)} of the format; this release of Custodes reads version ${FORMAT_VERSION}. Load it with the release that wrote it, and export from there.`,
    );
  }
  if (format === FORMAT) throw badRecords(file, misshapen(1, header, checked.error), false);
  throw new RecordsMistake(
    'NOT_A_RECORDS_FILE',
    `${file} is no records file: its first line is ${shown(line.slice(0, 60))}, not {"format":"${FORMAT}",…}. \`custodes export records\` writes one; dossiers are loaded with --seeds.`,
  );
}

/** Undefined where it is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The records so far, and what is wrong with them. */
class Reading {
  readonly mistakes: BadLine[] = [];
  readonly counts: Record<Kind, number> = { source: 0, entity: 0, relation: 0, claim: 0 };
  readonly #ids: Record<Kind, IdSet> = { source: new IdSet(), entity: new IdSet(), relation: new IdSet(), claim: new IdSet() };
  #kind: Kind = KINDS[0]!;

  get records(): number {
    return KINDS.reduce((sum, kind) => sum + this.counts[kind], 0);
  }

  read(line: number, text: string): void {
    const wrong = (found: string, expected: string): void => void this.mistakes.push({ line, found, expected });
    const wrapped = parsed(text);
    if (typeof wrapped !== 'object' || wrapped === null) return wrong(shown(text.slice(0, 60)), 'a record as a JSON object');
    const keys = Object.keys(wrapped);
    const kind = KINDS.find((known) => known === keys[0]);
    if (kind === undefined || keys.length > 1) {
      return wrong(`the keys ${keys.join(', ')}`, `one key, ${KINDS.join(' or ')}, with the record`);
    }
    this.counts[kind]++;
    const value = (wrapped as Record<string, unknown>)[kind];
    const checked = SHAPES[kind].safeParse(value);
    if (!checked.success) return void this.mistakes.push(...misshapen(line, value, checked.error));
    const record = checked.data;
    if (KINDS.indexOf(kind) < KINDS.indexOf(this.#kind)) {
      return wrong(`${kind} after ${this.#kind}`, 'sources, then entities, then relations, then claims');
    }
    this.#kind = kind;
    if (!this.#ids[kind].add(record.id)) wrong(`the ${kind} ${record.id} again`, 'every id once');
    if ('type' in record) this.#checkRelation(record, wrong);
    if ('subject' in record) this.#checkClaim(record, wrong);
  }

  #checkRelation({ id, source, target }: Relation, wrong: (found: string, expected: string) => void): void {
    for (const end of [source, target]) {
      if (!this.#ids.entity.has(end)) wrong(`the end ${end}`, 'an entity that stands before');
    }
    const [idSource, , idTarget] = id.split('.');
    if (idSource !== source || idTarget !== target)
      wrong(`the id ${id}`, `${source}.<type>.${target}, with qualifiers behind it`);
  }

  #checkClaim({ id, subject, subjectType, source }: Claim, wrong: (found: string, expected: string) => void): void {
    if (!this.#ids.source.has(source)) wrong(`the source ${source}`, 'a source that stands before');
    const kind = subjectType === 'ENTITY' ? 'entity' : 'relation';
    if (!this.#ids[kind].has(subject)) wrong(`the subject ${subject}`, `a ${kind} that stands before`);
    if (!id.startsWith(`${source}.`)) wrong(`the id ${id}`, `${source}. and what tells the claim from others of its source`);
  }
}
