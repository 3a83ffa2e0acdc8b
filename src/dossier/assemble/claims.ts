import type { Certainty, Claim, Source, Stance } from '../../domain/model.js';
import type { DatedClaim, StatedDates } from '../../domain/stated-times.js';
import { canonicalJson, sha256 } from '../digest.js';
import { datesOf, type Dossier, type DossierContent, type WrittenClaim, type WrittenDates } from '../format.js';
import { byId } from '../../domain/order.js';

/** What a claim is about: the whole of the record, or one value of it. */
export interface ClaimSubject {
  id: string;
  type: 'ENTITY' | 'RELATION';
  aspect: 'existence' | 'name' | 'identifier' | 'attribute' | 'relation';
  /** The name, identifier or attribute that the claim is for; null for the record itself. */
  value: string | null;
}

/** Every claim of the graph once, by id: equal claims of two dossiers are one. */
export class ClaimRegister {
  private readonly claims = new Map<string, { dated: DatedClaim; content: string }>();

  constructor(private readonly sources: ReadonlyMap<string, Source>) {}

  /** Registers what one entry says of a subject. A claim's own dates, or `undated`, stand in place of the entry's dates. */
  add(
    { content: { passages, recorded, recorded_by: recordedBy } }: Dossier<DossierContent>,
    subject: ClaimSubject,
    written: WrittenClaim,
    entryDates: WrittenDates,
  ): DatedClaim {
    const passage = written.passage === undefined ? written : passages?.[written.passage];
    const { source, locator, digest } = passage as { source: string; locator: string; digest: string };
    const dates = statedDates(written.undated || hasDates(written) ? written : entryDates);
    const stance = (written.stance ?? 'supports').toUpperCase() as Stance;
    const certainty = (written.certainty ?? 'explicit').toUpperCase() as Certainty;

    const { id: subjectId, type: subjectType, aspect, value } = subject;
    const { statement } = written;
    const content = canonicalJson({ subject: subjectId, aspect, value, locator, digest, statement, stance, certainty, dates });
    const id = `${source}.${sha256(content).slice(0, 10)}`;
    const known = this.claims.get(id);
    if (known && known.content !== content) throw new Error(`Two claims share the id ${id}: change a word of "${statement}".`);

    const claim: Claim = {
      id,
      subject: subjectId,
      subjectType,
      aspect,
      statement,
      source,
      locator,
      digest,
      stance,
      certainty,
      ...claimedPeriod(dates),
      retrieved: this.sources.get(source)?.retrieved ?? recorded,
      recordedBy,
      recorded,
    };
    const dated = { claim: known ? firstRecorded(known.dated.claim, claim) : claim, dates };
    this.claims.set(id, { dated, content });
    return dated;
  }

  /** All claims, by id. */
  all(): Claim[] {
    return [...this.claims.values()].map(({ dated }) => dated.claim).sort(byId);
  }
}

const hasDates = ({ on, start, end, at }: WrittenDates): boolean =>
  on !== undefined || start !== undefined || end !== undefined || at !== undefined;

function statedDates({ on, start, end, at }: WrittenDates): StatedDates {
  return { on: on ?? null, start: start ?? null, end: end ?? null, at: [...new Set(datesOf(at))].sort() };
}

/** `on` is both start and end; several dates at which it held are an EDTF set. */
function claimedPeriod({ on, start, end, at }: StatedDates): Pick<Claim, 'start' | 'end' | 'attested'> {
  const attested = at.length > 1 ? `{${at.join(',')}}` : (at[0] ?? null);
  if (on === null) return { start, end, attested };
  const [from, to] = on.includes('/') ? on.split('/') : [on, on];
  return { start: from && from !== '..' ? from : null, end: to || null, attested };
}

/** Of one claim in two dossiers, the record made first, whatever the order in which they are read. */
function firstRecorded(a: Claim, b: Claim): Claim {
  return `${a.recorded} ${a.recordedBy}` <= `${b.recorded} ${b.recordedBy}` ? a : b;
}
