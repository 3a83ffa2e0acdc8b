import type { WrittenClaim, WrittenSource } from '../../dossier/format.js';
import type { ImportedFile, Place, Unmapped } from '../records.js';

/** A claim as our GraphML has it, with its source (`ShortClaim` of src/export/formats/flat.ts); what is there must be looked at. */
type Exported = Partial<Record<string, unknown>>;

/** The claims of a file of ours, and the sources that they cite. */
export class OwnClaims {
  readonly #sources = new Map<
    string,
    { source: WrittenSource; original: string | null; derivation: string | null; place: Place }
  >();
  readonly #unmapped: Unmapped[] = [];

  /** As a dossier writes them. */
  of(exported: readonly unknown[], place: Place): WrittenClaim[] {
    return exported.flatMap((one) => {
      const claim = (one ?? {}) as Exported;
      const text = (name: string): string | undefined => (typeof claim[name] === 'string' ? claim[name] : undefined);
      const source = sourceOf(text);
      const [locator, digest, statement] = [text('locator'), text('digest'), text('statement')];
      if (source === null || locator === undefined || digest === undefined || statement === undefined) {
        const why = 'it lacks its passage or the record of its source, as exports of earlier releases do';
        this.#unmapped.push({ ...place, what: 'a claim', why });
        return [];
      }
      const [original, derivation] = [text('derivedFrom') ?? null, text('derivation') ?? null];
      this.#sources.set(source.id, { source, original, derivation, place });
      const certainty = (['implied', 'hedged'] as const).find((word) => word.toUpperCase() === text('certainty'));
      return [
        {
          ...{ source: source.id, locator, digest, statement },
          ...(text('stance') === 'DISPUTES' && { stance: 'disputes' as const }),
          ...(certainty && { certainty }),
        },
      ];
    });
  }

  /** Every source that was cited, and what had no place, after what had none before. */
  sourcesIn(before: Unmapped[]): Pick<ImportedFile, 'sources' | 'unmapped'> {
    const unmapped = [...before, ...this.#unmapped];
    const sources = [...this.#sources.values()].map(({ source, original, derivation, place }): WrittenSource => {
      if (original === null) return source;
      if (this.#sources.has(original)) return { ...source, [derivation === 'REPRINT' ? 'reprints' : 'translates']: original };
      unmapped.push({ ...place, what: `the original of the source ${source.id}`, why: `no claim of the file cites ${original}` });
      return source;
    });
    return { sources, unmapped };
  }
}

function sourceOf(text: (name: string) => string | undefined): WrittenSource | null {
  const [id, title, publisher, url] = [text('source'), text('title'), text('publisher'), text('url')];
  const [language, kind, retrieved, published] = [text('language'), text('sourceKind'), text('retrieved'), text('published')];
  if (!id || !title || !publisher || !url || !language || !kind || !retrieved) return null;
  return { id, title, publisher, ...(published && { published }), url, language, kind, retrieved };
}
