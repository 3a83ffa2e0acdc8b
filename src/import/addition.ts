import { foldText } from '../domain/folding.js';
import type { Entity, TimeSpan } from '../domain/model.js';
import { datesOf, type WrittenClaim, type WrittenDates, type WrittenEntity, type WrittenName } from '../dossier/format.js';
import type { Thing } from './records.js';

/**
 * What the file knows of an entity of the graph that the graph does not, each with the claims of the record; null: nothing.
 * @param held the claims of the graph about it, as `claimKey` has them: what the file itself claims beyond them is new, too
 */
export function additionTo(
  entity: Entity,
  thing: Thing,
  claims: WrittenClaim[],
  held: ReadonlySet<string>,
): WrittenEntity | null {
  const has = new Set(entity.names.map(({ text }) => foldText(text)));
  const names = thing.names
    .filter(({ text }) => !has.has(foldText(text)))
    .map((name): WrittenName => ({
      ...name,
      use: name.use === 'official' || name.use === undefined ? 'alias' : name.use,
      claims,
    }));
  const identifiers = thing.identifiers
    .filter(({ scheme, value }) => !entity.identifiers.some((one) => one.scheme === scheme && one.value === value))
    .map((identifier) => ({ ...identifier, claims }));
  const attributes = thing.attributes
    .filter(({ name, value, date = null }) => {
      const same = (one: Entity['attributes'][number]): boolean =>
        one.name === name && String(one.value) === String(value) && one.date === date;
      return !entity.attributes.some(same);
    })
    .map((attribute) => ({ ...attribute, claims }));
  const dates = newDates(entity.time, thing.dates);
  const dated = Object.keys(dates).length > 0;
  const told = dated ? claims : thing.claims.filter((claim) => !held.has(claimKey(entity.id, claim)));
  if (names.length + identifiers.length + attributes.length + told.length === 0) return null;
  return {
    ...{ id: entity.id, adds: true },
    ...(names.length > 0 && { names }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(attributes.length > 0 && { attributes }),
    ...dates,
    ...(told.length > 0 && { claims: told }),
  };
}

/** By which a claim of the file is known to be one of the graph: what it says of whom, and the passage. */
export const claimKey = (
  subject: string,
  {
    source,
    locator,
    digest,
    statement,
    stance = 'supports',
  }: Pick<WrittenClaim, 'source' | 'locator' | 'digest' | 'statement'> & {
    stance?: string;
  },
): string => JSON.stringify([subject, source, locator, digest, statement, stance.toLowerCase()]);

/** What an entity of the graph is there and the file says otherwise: it is declared once, so an addition has no place for it. */
export function* contradicted(entity: Entity, { status }: Thing, kind: string): Generator<{ what: string; why: string }> {
  if (kind !== entity.kind) yield { what: `the kind ${kind}`, why: `${entity.id} is in the graph already, as ${entity.kind}` };
  const held = entity.status?.toLowerCase();
  if (status !== undefined && status !== held) {
    yield { what: `the status ${status}`, why: `${entity.id} is in the graph already, as ${held ?? 'no event'}` };
  }
}

/** Dates that the graph does not have of an entity. */
function newDates({ start, end, endStatus, attested }: TimeSpan, dates: WrittenDates): WrittenDates {
  const at = datesOf(dates.at).filter((date) => !attested.includes(date));
  const ended = endStatus === 'ONGOING' ? '..' : end;
  return {
    ...(dates.on !== undefined && dates.on !== start && dates.on !== `${start}/${end}` && { on: dates.on }),
    ...(dates.start !== undefined && dates.start !== start && { start: dates.start }),
    ...(dates.end !== undefined && dates.end !== ended && { end: dates.end }),
    ...(at.length > 0 && { at }),
  };
}
