/** What types of relations and kinds of entities are called: the vocabulary of the API, and until it is here, their ids made readable. */
import { computed } from '@preact/signals';
import { shown } from '../api/asked.js';
import type { VocabularyQuery } from '../api/operations.js';
import { KINDS, RELATIONS } from '../words/vocabulary.es.js';
import { language } from './preferences.js';
import { vocabulary } from './questions.js';

type RelationType = VocabularyQuery['relationTypes'][number];

const types = computed(
  () => new Map<string, RelationType>(shown(vocabulary.asked.value)?.relationTypes.map((type) => [type.name, type])),
);
const kinds = computed(() => new Map(shown(vocabulary.asked.value)?.entityKinds.map((kind) => [kind.name, kind])));

const readable = (id: string): string => id.toLowerCase().replace(/[_-]/g, ' ');

/** `conducted`, or read from its target `conducted by`. */
export function relationLabel(type: string, backward = false): string {
  const spanish = language.value === 'es' ? RELATIONS[type] : undefined;
  if (spanish) return spanish[backward ? 1 : 0];
  const known = types.value.get(type);
  if (!known) return readable(type);
  return backward ? known.inverse : known.label;
}

export const relationType = (type: string): RelationType | undefined => types.value.get(type);

/** `Regulator`. */
export function kindTitle(kind: string): string {
  const title = (language.value === 'es' ? KINDS[kind] : undefined) ?? kinds.value.get(kind)?.title ?? readable(kind);
  return title.charAt(0).toUpperCase() + title.slice(1);
}
