import { foldText } from '../domain/folding.js';
import { matchNames, MATCH_SCORE, type Candidate, type MatchQuestion } from '../domain/matching/match.js';
import { PROPERTIES } from '../domain/matching/properties.js';
import type { Entity } from '../domain/model.js';
import { vocabulary } from '../domain/vocabulary.js';
import type { GraphStore } from '../store/port.js';
import type { Thing } from './records.js';

/** Who a thing of the file is: an entity of the graph, somebody new, or not to be told. */
export type Identity = { known: Entity } | { fresh: true } | { unclear: string };

const MOST_CANDIDATES = 5;

/**
 * Compares things with the graph: what carries one of their identifiers, then what has one of their names, by the scores of reconciliation
 * (docs/matching.md). Where several may be meant, or one by a name that is only like it, nothing is guessed.
 * @param decided by key: an id, or `new`
 */
export async function identitiesOf(
  store: GraphStore,
  things: readonly Thing[],
  decided: Readonly<Record<string, string>>,
): Promise<Identity[]> {
  const keyed = new Map(
    (await store.entities([...new Set([...things.map(({ key }) => key), ...Object.values(decided)])])).map((entity) => [
      entity.id,
      entity,
    ]),
  );
  const answers = await matchNames(store, things.map(questionOf));
  return things.map((thing, i): Identity => {
    const said = Object.hasOwn(decided, thing.key) ? decided[thing.key]! : null;
    if (said === 'new') return { fresh: true };
    if (said !== null) {
      const known = keyed.get(said);
      return known === undefined ? { unclear: `the mapping says it is "${said}", which the graph does not have` } : { known };
    }
    const own = keyed.get(thing.key);
    if (own !== undefined && sharesName(own, thing)) return { known: own };
    return identityAmong(answers[i]!);
  });
}

/** The entity of the graph that a text names: by id, or by a name or identifier that only it has. */
export async function entityNamed(store: GraphStore, texts: readonly string[]): Promise<Map<string, Identity>> {
  const byId = new Map((await store.entities([...texts])).map((entity) => [entity.id, entity]));
  const question = (text: string): MatchQuestion => ({ text, types: null, strict: true, properties: [], limit: MOST_CANDIDATES });
  const answers = await matchNames(store, texts.map(question));
  return new Map(
    texts.map((text, i) => {
      const known = byId.get(text);
      return [text, known === undefined ? identityAmong(answers[i]!) : { known }];
    }),
  );
}

function questionOf({ names, identifiers, kind }: Thing): MatchQuestion {
  const label = vocabulary.entityKinds.get(kind ?? '')?.label;
  return {
    text: names[0]?.text ?? null,
    types: label === undefined ? null : { labels: [label], kinds: [] },
    strict: true,
    properties: identifiers.flatMap(({ scheme, value }) => {
      const property = PROPERTIES.get(scheme) ?? PROPERTIES.get('identifier');
      return property === undefined ? [] : [{ property, values: [value] }];
    }),
    limit: MOST_CANDIDATES,
  };
}

const sharesName = (entity: Entity, { names }: Thing): boolean =>
  names.some(({ text }) => entity.names.some((name) => foldText(name.text) === foldText(text)));

function identityAmong(candidates: readonly Candidate[]): Identity {
  const near = candidates.filter(({ score }) => score >= MATCH_SCORE);
  const [best] = near;
  if (best === undefined) return { fresh: true };
  const certain = best.features.some(
    ({ id, value }) =>
      (id === 'similarity' && value === 1) ||
      (id === 'identifier_as_name' && value === true) ||
      (id.startsWith('property_') && value === 1),
  );
  if (best.match && certain) return { known: best.entity };
  const who = near.map(({ entity, score }) => `${entity.id} ("${entity.name}", ${score})`).join(', ');
  return { unclear: `it may be ${who}; say which, or new, under "same:" in the mapping` };
}
