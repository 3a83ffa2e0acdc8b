import { timeSpan } from '../../../src/domain/edtf.js';
import { foldText } from '../../../src/domain/folding.js';
import type { Claim, Entity, Graph, Relation, Source } from '../../../src/domain/model.js';

/**
 * A graph of this many actors, each in a place and a member of a few others, for tests of loading: every record differs, and
 * two editions share their ids and nothing else that matters.
 */
export function graphOfSize(actors: number, edition: string): Graph {
  const source: Source = {
    id: 'register',
    title: `Register, edition ${edition}`,
    publisher: 'Custodes',
    publisherId: null,
    published: '2021',
    url: 'https://example.org/register',
    language: 'en',
    kind: 'register',
    retrieved: '2021-06-25',
    derivedFrom: null,
    derivation: null,
    sortKey: foldText(`Register, edition ${edition} Custodes`),
  };
  const claims: Claim[] = [];
  const claim = (subject: string, subjectType: Claim['subjectType']): string => {
    const id = `register.${claims.length.toString(16).padStart(10, '0')}`;
    claims.push({
      id,
      subject,
      subjectType,
      aspect: subjectType === 'ENTITY' ? 'existence' : 'relation',
      statement: `The register of edition ${edition} has it.`,
      source: source.id,
      locator: 'line 1',
      digest: '0'.repeat(64),
      stance: 'SUPPORTS',
      certainty: 'EXPLICIT',
      start: null,
      end: null,
      attested: '2021',
      retrieved: '2021-06-25',
      recordedBy: 'test',
      recorded: '2021-06-25',
    });
    return id;
  };

  const id = (actor: number): string => `actor-${String(actor).padStart(7, '0')}`;
  const relations: Relation[] = [];
  for (let actor = 0; actor < actors; actor++) {
    for (const step of [1, 7, 49]) {
      const target = id((actor + step) % actors);
      const relationId = `${id(actor)}.member-of.${target}.${edition}${step}`;
      const time = timeSpan({ at: ['2021'] }, false);
      relations.push({
        id: relationId,
        type: 'MEMBER_OF',
        source: id(actor),
        target,
        qualifiers: { category: `${edition}${step}` },
        time,
        evidence: { supporting: 1, disputing: 0, strength: 0.8 },
        sortKey: `${time.earliestStart}|${relationId}`,
        claimIds: [claim(relationId, 'RELATION')],
      });
    }
  }
  const degrees = new Map<string, number>();
  for (const { source, target } of relations) {
    for (const end of new Set([source, target])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const entities = Array.from({ length: actors }, (_, actor): Entity => {
    const claimIds = [claim(id(actor), 'ENTITY')];
    const name = `Guild ${actor} of edition ${edition}`;
    return {
      id: id(actor),
      label: 'Actor',
      kind: 'industry-association',
      name,
      names: [
        { text: name, language: 'en', script: 'Latn', use: 'official', period: null, claimIds },
        { text: `G${actor}${edition}`, language: 'und', script: 'Latn', use: 'acronym', period: '2021/..', claimIds },
      ],
      identifiers: [{ scheme: 'register', value: `${edition}-${actor}`, claimIds }],
      attributes: [{ name: 'members', value: actor, unit: 'members', date: '2021', claimIds }],
      status: null,
      time: timeSpan({}, false),
      within: [],
      degree: degrees.get(id(actor)) ?? 0,
      sortKey: foldText(name),
      claimIds,
    };
  });
  relations.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { version: `${edition}-${actors}`, entities, relations, claims, sources: [source] };
}
