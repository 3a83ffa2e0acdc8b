import type { Claim, Entity, Relation, Source, TimeSpan } from '../../../domain/model.js';
import type { Records } from '../../records/records.js';
import { boundsOf } from '../dates.js';
import type { Format } from '../format.js';
import { jsonItems } from '../json-list.js';
import { CONTEXT, ID } from './context.js';

type Node = Record<string, unknown>;

/**
 * Linked data: entities, relations as statements (and, where a source supports them, as plain triples), claims as PROV-O
 * entities with their primary source; at the end the data set, described by DCAT and VoID.
 */
export const jsonLd: Format = {
  name: 'json-ld',
  title: 'JSON-LD with PROV-O for the claims and a DCAT/VoID description, for rdflib, Jena and triple stores',
  mediaType: 'application/ld+json',
  ending: 'jsonld',
  async *write(records) {
    const sizes = { entities: 0, relations: 0, claims: 0, sources: 0 };
    yield `{"@context": ${JSON.stringify(CONTEXT)},\n"@graph": [`;
    yield* jsonItems(allNodes(records, sizes));
    yield `,\n${JSON.stringify(datasetNode(records, sizes))}\n]}\n`;
  },
};

type Sizes = Record<'entities' | 'relations' | 'claims' | 'sources', number>;

async function* allNodes(records: Records, sizes: Sizes): AsyncGenerator<Node[]> {
  // The data set follows after a comma, and is not alone even in an empty selection.
  yield [{ '@id': 'c:', '@type': 'owl:Ontology', label: 'Vocabulary of Custodes' }];
  for await (const batch of counted(records.entities(), sizes, 'entities')) yield batch.map(entityNode);
  for await (const batch of counted(records.relations(), sizes, 'relations')) yield batch.flatMap(relationNodes);
  for await (const batch of counted(records.claims(), sizes, 'claims')) yield batch.map(claimNode);
  for await (const batch of counted(records.sources(), sizes, 'sources')) yield batch.map(sourceNode);
}

async function* counted<T>(batches: AsyncIterable<T[]>, sizes: Sizes, what: keyof Sizes): AsyncGenerator<T[]> {
  for await (const batch of batches) {
    sizes[what] += batch.length;
    yield batch;
  }
}

function entityNode(entity: Entity): Node {
  const { id, label, kind, name, names, identifiers, attributes, status, time, within, claimIds } = entity;
  return present({
    '@id': ID.entity(id),
    '@type': label === 'Actor' ? ['c:Actor', 'prov:Agent'] : `c:${label}`,
    label: name,
    kind: ID.kind(kind),
    prefLabel: names.filter(({ use }) => use === 'official').map(languageText),
    altLabel: names.filter(({ use }) => use !== 'official').map(languageText),
    'c:name': names.map(({ text, language, script, use, period }) =>
      present({ 'c:text': text, 'c:language': language, 'c:script': script, 'c:use': use, 'c:period': period }),
    ),
    page: identifiers.filter(({ scheme }) => scheme === 'website').map(({ value }) => value),
    sameAs: identifiers
      .filter(({ scheme }) => scheme === 'wikidata')
      .map(({ value }) => `http://www.wikidata.org/entity/${value}`),
    'c:identifier': identifiers.map(({ scheme, value }) => ({ 'c:scheme': scheme, 'c:value': value })),
    'c:attribute': attributes.map((attribute) =>
      present({ 'c:name': attribute.name, 'c:value': attribute.value, 'c:unit': attribute.unit, 'c:date': attribute.date }),
    ),
    'c:status': status,
    ...timeOf(time),
    within: within.filter((place) => place !== id).map(ID.entity),
    wasDerivedFrom: claimIds.map(ID.claim),
  });
}

/** The language of a literal; its script only where it is not the one that the language is usually written in would be guessing, so the name's own node has it. */
const languageText = ({ text, language }: Entity['names'][number]): Node =>
  language === 'und' ? { '@value': text } : { '@value': text, '@language': language };

function relationNodes({ id, type, source, target, qualifiers, time, evidence, claimIds }: Relation): Node[] {
  const statement = present({
    '@id': ID.relation(id),
    '@type': ['c:Relation', 'rdf:Statement', 'prov:Entity'],
    subject: ID.entity(source),
    predicate: `c:${type}`,
    object: ID.entity(target),
    ...Object.fromEntries(Object.entries(qualifiers).map(([name, value]) => [`c:${name}`, value])),
    ...timeOf(time),
    'c:supporting': evidence.supporting,
    'c:disputing': evidence.disputing,
    strength: evidence.strength,
    wasDerivedFrom: claimIds.map(ID.claim),
  });
  // A plain triple asserts, which nobody does of what is only disputed.
  if (evidence.supporting === 0) return [statement];
  return [statement, { '@id': ID.entity(source), [`c:${type}`]: { '@id': ID.entity(target) } }];
}

function claimNode(claim: Claim): Node {
  const { id, subject, subjectType, aspect, statement, source, locator, digest, stance, certainty } = claim;
  return present({
    '@id': ID.claim(id),
    '@type': ['c:Claim', 'prov:Entity'],
    about: subjectType === 'ENTITY' ? ID.entity(subject) : ID.relation(subject),
    'c:aspect': aspect,
    'dcterms:description': statement,
    hadPrimarySource: ID.source(source),
    'c:locator': locator,
    'c:passageSha256': digest,
    'c:stance': stance,
    'c:certainty': certainty,
    start: claim.start,
    end: claim.end,
    attested: claim.attested,
    retrieved: claim.retrieved,
    recorded: claim.recorded,
    'prov:wasAttributedTo': { '@type': 'prov:Agent', 'foaf:name': claim.recordedBy },
  });
}

function sourceNode(source: Source): Node {
  return present({
    '@id': ID.source(source.id),
    '@type': ['c:Source', 'dcterms:BibliographicResource', 'prov:Entity'],
    'dcterms:title': { '@value': source.title, '@language': source.language },
    'dcterms:publisher': source.publisher,
    publishedBy: source.publisherId === null ? null : ID.entity(source.publisherId),
    issued: source.published,
    'dcterms:language': source.language,
    'c:sourceKind': source.kind,
    page: source.url,
    retrieved: source.retrieved,
    wasDerivedFrom: source.derivedFrom === null ? null : ID.source(source.derivedFrom),
    'c:derivation': source.derivation,
  });
}

function datasetNode({ dataset, selection, everything, truncation }: Records, sizes: Sizes): Node {
  const whole = ID.dataset(dataset.version);
  return present({
    '@id': everything ? whole : `${whole}:${encodeURIComponent(selection)}`,
    '@type': ['dcat:Dataset', 'void:Dataset', 'prov:Entity'],
    'dcterms:title': 'Custodes: who governs private security',
    'dcterms:description': truncation === null ? selection : `${selection}. ${truncation}`,
    'dcterms:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dcat:version': dataset.version,
    wasDerivedFrom: everything ? null : whole,
    'void:vocabulary': ['prov', 'skos', 'dcterms', 'dcat', 'c'].map((prefix) => ({ '@id': CONTEXT[prefix as 'prov'] })),
    'void:uriSpace': 'urn:custodes:',
    'void:entities': sizes.entities,
    'c:relations': sizes.relations,
    'c:claims': sizes.claims,
    'c:sources': sizes.sources,
  });
}

function timeOf(time: TimeSpan): Node {
  const { start, startStatus, end, endStatus, attested, persists } = time;
  return {
    start,
    'c:startStatus': startStatus,
    end,
    'c:endStatus': endStatus,
    attested,
    ...boundsOf(time),
    'c:persists': persists,
  };
}

/** Without what is not known: RDF has no null. */
function present(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}
