import { PREVIEW_SIZE } from './preview.js';
import { TYPES } from './types.js';

/** Where a client of the server finds things, from its own address: `http://localhost:4000`. @param batchSize most queries in a batch */
export function manifest(origin: string, batchSize: number): object {
  const service = (path: string): object => ({ service_url: origin, service_path: `/reconcile/${path}` });
  return {
    versions: ['0.2'],
    name: 'Custodes: who governs private security',
    identifierSpace: 'urn:custodes:entity:',
    schemaSpace: 'urn:custodes:kind:',
    defaultTypes: TYPES.map(({ id, name, broader }) => ({ id, name, ...(broader && { broader }) })),
    view: { url: `${origin}/?entity={{id}}` },
    feature_view: { url: `${origin}/reconcile/feature?id={{id}}` },
    preview: { url: `${origin}/reconcile/preview?id={{id}}`, ...PREVIEW_SIZE },
    suggest: { entity: service('suggest/entity'), property: service('suggest/property'), type: service('suggest/type') },
    extend: {
      propose_properties: service('properties'),
      property_settings: [
        {
          ...{ name: 'language', type: 'text', default: '' },
          label: 'Language',
          help_text: 'Of names: only those in this language (BCP 47: es, fr, pt-BR). Empty for all.',
        },
      ],
    },
    batchSize,
  };
}
