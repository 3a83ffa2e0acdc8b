import { slug } from '../../domain/folding.js';
import type { EntityKind, Vocabulary } from '../../domain/vocabulary.js';
import type { Dossier, Unchecked, WrittenSource } from '../format.js';
import type { Path } from '../read/document.js';
import { nearestWords } from './nearest.js';
import { place, type Report } from './report.js';

/** What the dossiers declare, all together: what others may refer to. */
export interface Declarations {
  entities: ReadonlyMap<string, DeclaredEntity>;
  sources: ReadonlyMap<string, DeclaredSource>;
  /** Ids that may have been meant: near in spelling, or the id of an entity that goes by this name. */
  suggestEntities(id: string): string[];
  /** The same among actors: no country publishes. */
  suggestActors(id: string): string[];
}

export interface DeclaredEntity {
  dossier: Dossier;
  path: Path;
  /** null where the kind is wrong, which is reported already */
  kind: EntityKind | null;
  /** An event that is proposed or cancelled. */
  unheld: boolean;
}

export interface DeclaredSource {
  dossier: Dossier;
  path: Path;
  written: Unchecked<WrittenSource>;
}

/** Gathers the declarations of all dossiers, and reports what is declared twice. */
export function declarations(dossiers: readonly Dossier[], { entityKinds }: Vocabulary, report: Report): Declarations {
  const entities = new Map<string, DeclaredEntity>();
  const sources = new Map<string, DeclaredSource>();

  const declare = <Declared extends { dossier: Dossier; path: Path }>(
    to: Map<string, Declared>,
    id: string,
    declared: Declared,
  ) => {
    const first = to.get(id);
    if (!first) to.set(id, declared);
    else {
      const adds = 'kind' in declared ? ', or write "adds: true" instead of the kind to add to the first one' : '';
      report(declared.dossier, [...declared.path, 'id'], {
        code: 'DUPLICATE_ID',
        found: `"${id}", which is declared at ${place(first.dossier, [...first.path, 'id'])} already`,
        expected: 'every id declared once',
        remedy: `remove one of the two, or give this one another id${adds}`,
      });
    }
  };
  for (const dossier of dossiers) {
    for (const [index, written] of (dossier.content.sources ?? []).entries()) {
      if (written?.id !== undefined) declare(sources, written.id, { dossier, path: ['sources', index], written });
    }
    for (const [index, written] of (dossier.content.entities ?? []).entries()) {
      if (written?.id === undefined || written.adds) continue;
      const kind = entityKinds.get(written.kind ?? '') ?? null;
      const unheld = written.status === 'proposed' || written.status === 'cancelled';
      declare(entities, written.id, { dossier, path: ['entities', index], kind, unheld });
    }
  }

  const actors = new Map([...entities].filter(([, { kind }]) => kind?.label === 'Actor'));
  return {
    entities,
    sources,
    suggestEntities: entitySuggestions(dossiers, entities),
    suggestActors: entitySuggestions(dossiers, actors),
  };
}

function entitySuggestions(dossiers: readonly Dossier[], entities: ReadonlyMap<string, unknown>): (id: string) => string[] {
  // Only made when something is wrong; and one slip is often made many times.
  let byName: Map<string, string> | null = null;
  const suggested = new Map<string, string[]>();
  const suggest = (id: string): string[] => {
    const idOfName = (byName ??= idsByName(dossiers, entities));
    const meant = [slug(id), idOfName.get(slug(id))].find((known) => known !== undefined && entities.has(known));
    if (meant !== undefined) return [meant];
    const words = nearestWords(id, [...entities.keys(), ...idOfName.keys()], 6);
    return [...new Set(words.map((word) => (entities.has(word) ? word : (idOfName.get(word) ?? word))))].slice(0, 3);
  };
  return (id) => {
    const ids = suggested.get(id) ?? suggest(id);
    suggested.set(id, ids);
    return ids;
  };
}

function idsByName(dossiers: readonly Dossier[], entities: ReadonlyMap<string, unknown>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const entity of dossiers.flatMap(({ content }) => content.entities ?? [])) {
    for (const name of entity?.names ?? []) {
      const text = typeof name === 'string' ? name : name?.text;
      if (entity?.id !== undefined && text !== undefined && entities.has(entity.id)) ids.set(slug(text), entity.id);
    }
  }
  return ids;
}
