/**
 * What the W3C Reconciliation Service API 0.2 says of answers, as JSON Schema: written from the text of the specification (Core Concepts, Service
 * Manifest, Reconciliation Query Responses, Suggest Responses, Data Extension), closed against parts that it does not have.
 */
const object = (required: string[], properties: object): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };
const named = object(['id', 'name'], { id: text, name: text });
const type = object(['id', 'name'], { id: text, name: text, broader: { type: 'array', items: named } });
const template = { type: 'string', pattern: '^https?://.*\\{\\{id\\}\\}' };
const service = object(['service_url', 'service_path'], {
  service_url: { type: 'string', pattern: '^https?://' },
  service_path: { type: 'string', pattern: '^/' },
});
const list = (items: object): object => object(['result'], { result: { type: 'array', items } });
const described = { id: text, name: text, description: text };

export const MANIFEST = object(['versions', 'name', 'identifierSpace', 'schemaSpace'], {
  versions: { type: 'array', items: text, contains: { const: '0.2' } },
  name: text,
  identifierSpace: { type: 'string', pattern: '^[a-z]+:.' },
  schemaSpace: { type: 'string', pattern: '^[a-z]+:.' },
  defaultTypes: { type: 'array', items: type, uniqueItems: true },
  view: object(['url'], { url: template }),
  feature_view: object(['url'], { url: template }),
  preview: object(['url', 'width', 'height'], { url: template, width: { type: 'integer' }, height: { type: 'integer' } }),
  suggest: object([], { entity: service, property: service, type: service }),
  extend: object([], {
    propose_properties: service,
    property_settings: {
      type: 'array',
      items: object(['name', 'label', 'type'], {
        ...{ name: text, label: text, help_text: text, type: { enum: ['number', 'text', 'checkbox', 'select'] }, default: {} },
      }),
    },
  }),
  batchSize: { type: 'integer', minimum: 1 },
});

const feature = object(['id', 'value'], { id: text, value: { type: ['boolean', 'number'] } });
const candidate = object(['id', 'name', 'score', 'match', 'type'], {
  ...described,
  score: { type: 'number', minimum: 0, maximum: 100 },
  match: { type: 'boolean' },
  type: { type: 'array', items: type },
  features: { type: 'array', items: feature },
});
export const RESULT_BATCH = { type: 'object', additionalProperties: list(candidate) };

export const SUGGESTED_ENTITIES = list(
  object(['id', 'name'], { ...described, notable: { type: 'array', items: { anyOf: [text, named] } } }),
);
export const SUGGESTED_PROPERTIES = list(object(['id', 'name'], described));
export const SUGGESTED_TYPES = list(object(['id', 'name'], { ...described, broader: { type: 'array', items: named } }));

export const PROPOSED_PROPERTIES = object(['properties'], {
  type: text,
  limit: { type: 'integer', minimum: 1 },
  properties: { type: 'array', items: object(['id', 'name'], described) },
});

const cell = {
  oneOf: [
    object(['id', 'name'], described),
    object(['str'], { str: { type: 'string' } }),
    object(['int'], { int: { type: 'integer' } }),
    object(['float'], { float: { type: 'number' } }),
  ],
};
export const EXTENSION = object(['meta', 'rows'], {
  meta: { type: 'array', items: object(['id', 'name'], { id: text, name: text, type: named }) },
  rows: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'array', items: cell } } },
});
