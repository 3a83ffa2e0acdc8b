/** A relation's id and the ends that it names. */
export interface RelationEnds {
  id: string;
  source: string;
  target: string;
}

/** A relation's id names its ends (`source.type.target`, slugs without dots), so that Neo4j need not look through all relations. */
export function endsOfRelation(id: string): RelationEnds {
  const [source = '', , target = ''] = id.split('.');
  return { id, source, target };
}
