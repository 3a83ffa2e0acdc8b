/** The names of the JSON-LD file. Ids are URNs, for the graph has no address of its own; `--base`-less, so that files can be joined. */
export const ID = {
  entity: (id: string): string => `urn:custodes:entity:${id}`,
  relation: (id: string): string => `urn:custodes:relation:${id}`,
  claim: (id: string): string => `urn:custodes:claim:${id}`,
  source: (id: string): string => `urn:custodes:source:${id}`,
  dataset: (version: string): string => `urn:custodes:dataset:${version}`,
  kind: (kind: string): string => `urn:custodes:kind:${kind}`,
};

const id = (iri: string): object => ({ '@id': iri, '@type': '@id' });
const day = (iri: string): object => ({ '@id': iri, '@type': 'xsd:date' });
const edtf = (iri: string): object => ({ '@id': iri, '@type': 'edtf:EDTF' });

/** Established vocabularies for what they have words for; `c:` for what only this graph says. */
export const CONTEXT = {
  c: 'urn:custodes:vocabulary:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  void: 'http://rdfs.org/ns/void#',
  dcat: 'http://www.w3.org/ns/dcat#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  label: 'rdfs:label',
  prefLabel: 'skos:prefLabel',
  altLabel: 'skos:altLabel',
  kind: id('c:kind'),
  within: id('c:within'),
  page: id('foaf:page'),
  sameAs: id('owl:sameAs'),
  subject: id('rdf:subject'),
  predicate: id('rdf:predicate'),
  object: id('rdf:object'),
  about: id('c:about'),
  hadPrimarySource: id('prov:hadPrimarySource'),
  wasDerivedFrom: id('prov:wasDerivedFrom'),
  publishedBy: id('c:publishedBy'),
  start: edtf('c:start'),
  end: edtf('c:end'),
  attested: edtf('c:attested'),
  issued: edtf('dcterms:issued'),
  earliestStart: day('c:earliestStart'),
  latestStart: day('c:latestStart'),
  earliestEnd: day('c:earliestEnd'),
  latestEnd: day('c:latestEnd'),
  retrieved: day('c:retrieved'),
  recorded: day('dcterms:created'),
  strength: { '@id': 'c:strength', '@type': 'xsd:double' },
} as const;
