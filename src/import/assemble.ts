import { slug } from '../domain/folding.js';
import { inLatin } from '../domain/matching/name-similarity.js';
import type { Entity, EntityLabel } from '../domain/model.js';
import { vocabulary } from '../domain/vocabulary.js';
import { passageDigest } from '../dossier/digest.js';
import {
  ID,
  type DossierContent,
  type WrittenClaim,
  type WrittenEntity,
  type WrittenRelation,
  type WrittenSource,
} from '../dossier/format.js';
import type { GraphStore } from '../store/port.js';
import { additionTo, claimKey, contradicted } from './addition.js';
import { entityNamed, identitiesOf, type Identity } from './known.js';
import { LEFT_OUT, type Mapping } from './mapping.js';
import type { ImportedFile, Link, Thing, Unmapped } from './records.js';

export interface Imported {
  dossier: DossierContent;
  unmapped: Unmapped[];
  counts: { newEntities: number; knownEntities: number; relations: number; claims: number };
}

export interface ImportQuestion {
  file: ImportedFile;
  mapping: Mapping;
  /** Where the records are from: what claims cite that the file does not give itself. */
  source: WrittenSource;
  recordedBy: string;
  /** ISO day */
  recorded: string;
}

interface End {
  id: string;
  kind: string;
  label: EntityLabel;
  name: string;
}

/** A dossier of what the file says that the model has words for, and a list of the rest. */
export async function assembleDossier(
  store: GraphStore,
  { file, mapping, source, recordedBy, recorded }: ImportQuestion,
): Promise<Imported> {
  const unmapped = [...file.unmapped];
  const miss = ({ place }: Thing | Link, what: string, why: string): void => void unmapped.push({ ...place, what, why });
  const own = ({ locator, text }: Thing | Link, statement: string): WrittenClaim => ({
    ...{ source: source.id, locator, digest: passageDigest(text), statement },
  });

  const things: (Thing & { kind: string })[] = [];
  const keys = new Set<string>();
  const skipped = new Map<string, string>();
  for (const thing of file.things) {
    const kind = Object.hasOwn(mapping.kinds ?? {}, thing.kind ?? '') ? mapping.kinds![thing.kind!]! : (thing.kind ?? '');
    const why = keys.has(thing.key)
      ? 'its key stands in the file twice'
      : kind === LEFT_OUT
        ? 'the mapping leaves its kind out'
        : thing.names.length === 0
          ? 'it has no name'
          : vocabulary.entityKinds.has(kind)
            ? null
            : kind === ''
              ? 'the file says no kind; give one under "rows: { entities: { kind: … } }" in the mapping'
              : `no kind is "${kind}"; say what it is under "kinds:" in the mapping`;
    if (why === null) {
      keys.add(thing.key);
      things.push({ ...thing, kind });
    } else {
      miss(thing, `the entity ${thing.names[0]?.text ?? thing.key}`, why);
      if (!keys.has(thing.key)) skipped.set(thing.key, 'it is not in the dossier itself');
    }
  }

  const ends = new Map<string, End>();
  const entities: WrittenEntity[] = [];
  const counts = { newEntities: 0, knownEntities: 0, relations: 0, claims: 0 };
  const identities = await identitiesOf(store, things, mapping.same ?? {});
  const fresh = await freshIds(
    store,
    things.filter((_, i) => 'fresh' in identities[i]!),
  );
  // Only a file of ours has claims of its own, which the graph may have already.
  const told = identities.flatMap((one, i) => ('known' in one && things[i]!.claims.length > 0 ? one.known.claimIds : []));
  const claimed = new Set((await store.claims([...new Set(told)])).map((claim) => claimKey(claim.subject, claim)));
  for (const [i, thing] of things.entries()) {
    const identity = identities[i]!;
    if ('unclear' in identity) {
      miss(thing, `the entity ${thing.names[0]!.text}`, identity.unclear);
      skipped.set(thing.key, 'who it is must be decided first');
      continue;
    }
    const kindTitle = vocabulary.entityKinds.get(thing.kind)!.title;
    const claims =
      thing.claims.length > 0 ? thing.claims : [own(thing, `${thing.names[0]!.text} is listed (${kindTitle.toLowerCase()}).`)];
    if ('known' in identity) {
      counts.knownEntities++;
      ends.set(thing.key, endOf(identity.known));
      const addition = additionTo(identity.known, thing, claims, claimed);
      if (addition !== null) entities.push(addition);
      for (const { what, why } of contradicted(identity.known, thing, thing.kind)) miss(thing, what, why);
    } else {
      counts.newEntities++;
      const id = fresh.get(thing)!;
      ends.set(thing.key, {
        id,
        kind: thing.kind,
        label: vocabulary.entityKinds.get(thing.kind)!.label,
        name: thing.names[0]!.text,
      });
      entities.push({ id, kind: thing.kind, names: thing.names, ...filled(thing), claims });
    }
  }

  const relations = await relationsOf(file.links, { store, ends, skipped, mapping, miss, own });
  counts.relations = relations.length;
  const claims = [...entities, ...relations].flatMap(({ claims = [] }) => claims);
  counts.claims = claims.length;
  const cited = new Set(claims.map((claim) => claim.source));
  const held = new Set((await store.sources([...cited].filter((id) => id !== undefined))).map(({ id }) => id));
  const sources = [source, ...file.sources].filter(({ id }) => cited.has(id) && !held.has(id));
  return { dossier: { recorded, recorded_by: recordedBy, sources, entities, relations }, unmapped, counts };
}

const endOf = ({ id, kind, label, name }: Entity): End => ({ id, kind, label, name });

const filled = ({ identifiers, attributes, status, dates }: Thing): Partial<WrittenEntity> => ({
  ...(identifiers.length > 0 && { identifiers }),
  ...(attributes.length > 0 && { attributes }),
  ...(status && { status }),
  ...dates,
});

/** Slugs for what is new: the file's key where it is one, else of the name; none that the graph or the file has already. */
async function freshIds(store: GraphStore, things: readonly Thing[]): Promise<Map<Thing, string>> {
  const wished = things.map(({ key, names }) => {
    if (ID.test(key) && /[a-z]{2}/.test(key)) return key;
    const [name] = names;
    const words = (inLatin(name!.text)?.words.join('-') ?? slug(name!.text)).slice(0, 60).replace(/-+$/, '');
    return ID.test(words) ? words : slug(`imported ${key}`).replace(/[^a-z0-9-]/g, '') || 'imported';
  });
  const taken = new Set((await store.entities([...new Set(wished)])).map(({ id }) => id));
  return new Map(
    things.map((thing, i) => {
      let id = wished[i]!;
      for (let n = 2; taken.has(id); n++) id = `${wished[i]}-${n}`;
      taken.add(id);
      return [thing, id];
    }),
  );
}

interface RelationContext {
  store: GraphStore;
  ends: Map<string, End>;
  skipped: ReadonlyMap<string, string>;
  mapping: Mapping;
  miss: (record: Thing | Link, what: string, why: string) => void;
  own: (record: Thing | Link, statement: string) => WrittenClaim;
}

async function relationsOf(
  links: readonly Link[],
  { store, ends, skipped, mapping, miss, own }: RelationContext,
): Promise<WrittenRelation[]> {
  const elsewhere = [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter(
    (key) => !ends.has(key) && !skipped.has(key),
  );
  const named: Map<string, Identity> = elsewhere.length === 0 ? new Map<string, Identity>() : await entityNamed(store, elsewhere);
  const found = new Map<string, WrittenRelation>();
  for (const link of links) {
    const word = link.type ?? '';
    const mapped = Object.hasOwn(mapping.relations ?? {}, word) ? mapping.relations![word]! : word;
    const [type, reversed] = typeof mapped === 'string' ? [mapped, false] : [mapped.type, mapped.reversed === true];
    const what = `the relation ${link.from} → ${link.to}`;
    const known = vocabulary.relationTypes.get(type);
    if (known === undefined) {
      const why =
        type === LEFT_OUT
          ? 'the mapping leaves its type out'
          : `no relation type is "${word}"; say what it is under "relations:" in the mapping`;
      miss(link, what, why);
      continue;
    }
    const [from, to] = (reversed ? [link.to, link.from] : [link.from, link.to]).map((key): End | string => {
      const identity = named.get(key);
      if (identity !== undefined && 'known' in identity) return endOf(identity.known);
      return (
        ends.get(key) ??
        `its end ${key}: ${skipped.get(key) ?? (identity !== undefined && 'unclear' in identity ? identity.unclear : 'it is neither in the file nor in the graph')}`
      );
    }) as [End | string, End | string];
    const wrong = typeof from === 'string' ? from : typeof to === 'string' ? to : mayStand(type, from, to);
    if (wrong !== null) {
      miss(link, what, wrong);
      continue;
    }
    const [source, target] = [from as End, to as End];
    const qualifiers = Object.entries(link.qualifiers).filter(([name]) => {
      if (known.qualifiers.includes(name)) return true;
      miss(link, `the qualifier ${name}`, `${type} has none of this name`);
      return false;
    });
    const claims =
      link.claims.length > 0 ? link.claims : [own(link, `${source.name} ${known.label} ${target.name}, says the record.`)];
    const identity = JSON.stringify([type, source.id, target.id, qualifiers.filter(([name]) => name !== 'role').sort()]);
    const same = found.get(identity);
    if (same === undefined) {
      found.set(identity, {
        type,
        from: source.id,
        to: target.id,
        ...Object.fromEntries(qualifiers),
        ...link.dates,
        claims: [...claims],
      });
    } else {
      // Another record of the same relation: a claim more, with its own dates.
      same.claims.push(...claims.map((claim) => ({ ...claim, ...link.dates })));
    }
  }
  return [...found.values()];
}

/** Why these two may not be the ends of such a relation; null where they may. */
function mayStand(type: string, from: End, to: End): string | null {
  const known = vocabulary.relationTypes.get(type)!;
  const fits = ({ kind, label }: End, allowed: readonly string[]): boolean => allowed.includes(kind) || allowed.includes(label);
  if (fits(from, known.from) && fits(to, known.to)) return null;
  return `${type} leads from ${known.from.join(', ')} to ${known.to.join(', ')}, not from ${from.kind} to ${to.kind}`;
}
