import type { CountriesByName } from '../../domain/matching/countries-by-name.js';
import { FEATURES, PROPERTY_FEATURE } from '../../domain/matching/features.js';
import { PROPERTIES } from '../../domain/matching/properties.js';
import type { Entity } from '../../domain/model.js';
import { descriptionOf } from './types.js';

/** Pixels of the frame in which clients show a preview. */
export const PREVIEW_SIZE = { width: 420, height: 220 };

const MOST_NAMES = 6;

/** An entity at a glance, as a page for a small frame. */
export function previewPage(entity: Entity, countries: CountriesByName): string {
  const names = [...new Set(entity.names.map(({ text }) => text))].filter((text) => text !== entity.name);
  const more = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : '';
  const { start, end } = entity.time;
  return page(
    entity.name,
    [
      `<p>${escaped(descriptionOf(entity, countries))}</p>`,
      ...(names.length === 0 ? [] : [`<p>Also: ${names.slice(0, MOST_NAMES).map(escaped).join('; ')}${more}</p>`]),
      ...(start === null && end === null ? [] : [`<p>${escaped([start ?? '?', end ?? ''].join(' – '))}</p>`]),
      `<p>${entity.degree} relations, ${entity.claimIds.length} claims about it. <a href="../?entity=${encodeURIComponent(entity.id)}" target="_blank" rel="noopener">Open it</a></p>`,
    ].join('\n'),
  );
}

/** What a matching feature says; null where there is none of this id. */
export function featurePage(id: string): string | null {
  if (Object.hasOwn(FEATURES, id)) return page(id, `<p>${escaped(FEATURES[id as keyof typeof FEATURES])}</p>`);
  const property = id.startsWith(PROPERTY_FEATURE) ? PROPERTIES.get(id.slice(PROPERTY_FEATURE.length)) : undefined;
  if (property === undefined) return null;
  return page(
    id,
    `<p>How well the values given for the property “${escaped(property.name)}” agree with the candidate's, 0 to 1. It counts ${property.counts} where the name counts 1.</p>`,
  );
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<h1>${escaped(title)}</h1>
${body}
</html>
`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
