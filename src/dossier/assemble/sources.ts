import { foldText } from '../../domain/folding.js';
import type { Source } from '../../domain/model.js';
import type { Dossier, DossierContent, WrittenSource } from '../format.js';
import { byId } from '../../domain/order.js';

/**
 * The sources of all dossiers, by id.
 * @param nameOf the name of an entity of the graph, undefined where there is none with this id
 */
export function assembleSources(
  dossiers: readonly Dossier<DossierContent>[],
  nameOf: (entityId: string) => string | undefined,
): Map<string, Source> {
  const written = dossiers.flatMap(({ content }) => content.sources ?? []);
  return new Map(written.sort(byId).map((source) => [source.id, record(source, nameOf)]));
}

function record(written: WrittenSource, nameOf: (entityId: string) => string | undefined): Source {
  const { id, title, url, language, kind, retrieved, translates, reprints } = written;
  const entityName = nameOf(written.publisher);
  const publisher = entityName ?? written.publisher;
  return {
    id,
    title,
    publisher,
    publisherId: entityName === undefined ? null : written.publisher,
    published: written.published ?? null,
    url,
    language,
    kind,
    retrieved,
    derivedFrom: translates ?? reprints ?? null,
    derivation: translates !== undefined ? 'TRANSLATION' : reprints !== undefined ? 'REPRINT' : null,
    sortKey: foldText(`${title} ${publisher}`),
  };
}
