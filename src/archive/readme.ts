import type { Citation } from '../cite/citation.js';
import type { DataSet } from '../cite/data-set.js';

/** The first file that whoever opens the archive reads. */
export function readme({
  data,
  release,
  whole,
  doi,
}: {
  data: DataSet;
  release: string;
  whole: Citation;
  doi: string | undefined;
}): string {
  return `# ${whole.title}

Actors, instruments, events and places, the relations between them with their dates, and behind every relation the sentence of the page that says so, in our words, with the page's address, the place in
it and a digest of the passage. ${data.entities} entities, ${data.relations} relations, ${data.claims} claims from ${data.sources} sources; the last claim was written down on ${data.issued}.

**Data version** ${data.version}

## What is in it

| folder | holds |
|---|---|
| \`dossiers/\` | the truth: YAML files that people wrote from pages |
| \`graph/\` | what they make up: entities, relations, claims and sources, a JSON object a line |
| \`exports/\` | the same for other programs: GraphML, GEXF, CSV, JSON, FollowTheMoney, JSON-LD, BODS, Cypher, Neo4j |
| \`schema/\` | the kinds, the relation types and their definitions; the format of dossiers; the API |

\`CITATION.cff\` says how to cite it, \`ro-crate-metadata.json\` (RO-Crate 1.1) and \`.zenodo.json\` describe it to machines, \`LICENSE.txt\` says what you may do: CC BY 4.0.

## Check it

\`\`\`sh
sha256sum -c SHA256SUMS
cat graph/entities.ndjson graph/relations.ndjson graph/claims.ndjson graph/sources.ndjson | sha256sum
\`\`\`

The second prints the data version: it is the digest of these four files one after the other.

## Ask it

With pandas, which needs nothing else:

\`\`\`python
import pandas
relations = pandas.read_json("graph/relations.ndjson", lines=True)
relations.groupby("type").size()
\`\`\`

With Custodes ${release}, all that its API can: the answers of this version of the data, byte for byte.

\`\`\`sh
custodes query --archive custodes-${data.version.slice(0, 12)}.zip '{ influence(region: "GT") { influencers { nodes { rank score actor { name } } } } }'
custodes serve --archive custodes-${data.version.slice(0, 12)}.zip
\`\`\`

## Cite it

Custodes. ${whole.title}. Data version ${data.version.slice(0, 12)}, ${data.issued}.${doi ? ` https://doi.org/${doi}` : ''} Cite the pages that a claim comes from, too.
`;
}
