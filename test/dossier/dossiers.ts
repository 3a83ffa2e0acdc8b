import { graphOfFiles, formatProblems, type DossierFile, type Problem } from '../../src/dossier/index.js';
import type { Graph } from '../../src/domain/model.js';

/** Small dossiers for the tests here. */

const DIGEST = 'a'.repeat(64);

/** The keys every dossier begins with, and a passage `p` of the source `page` (which `BASE` declares). Six lines. */
export const HEAD = `recorded: 2026-11-24
recorded_by: Tests
passages:
  p: { source: page, locator: "paragraph 1", digest: ${DIGEST} }
  q: { source: echo, locator: "paragraph 1", digest: ${DIGEST} }
  r: { source: other-page, locator: "paragraph 1", digest: ${DIGEST} }
`;

/** A claim on the passage `p`, as it stands in a list. */
export const CLAIM = '{ passage: p, statement: The page says so. }';

/** Three sources (`echo` translates `page`; `other-page` is independent) and some entities. */
export const BASE = `${HEAD}sources:
  - { id: page, title: A page, publisher: icoca, published: 2021-06, url: "https://a.example/", language: en, kind: news, retrieved: 2026-11-24 }
  - { id: echo, title: Una página, publisher: Eco, url: "https://b.example/", language: es, kind: news, retrieved: 2026-11-24, translates: page }
  - { id: other-page, title: Another page, publisher: The Other Press, published: 2022, url: "https://c.example/", language: en, kind: report, retrieved: 2026-11-20 }
entities:
  - { id: icoca, kind: multi-stakeholder-initiative, names: [{ text: International Code of Conduct Association, language: en }, ICoCA], claims: [${CLAIM}] }
  - { id: dcaf, kind: centre, names: [{ text: Geneva Centre, language: en }], claims: [${CLAIM}] }
  - { id: digessp, kind: regulator, names: [{ text: Dirección General, language: es }], claims: [${CLAIM}] }
  - { id: the-code, kind: code-of-conduct, names: [{ text: International Code of Conduct, language: en }], claims: [${CLAIM}] }
  - { id: session, kind: information-session, on: 2021-06-24, names: [{ text: Information session, language: en }], claims: [${CLAIM}] }
  - { id: follow-up, kind: information-session, status: proposed, names: [{ text: Follow-up, language: en }], claims: [${CLAIM}] }
`;

/** Before all others in order. */
export const BASE_FILE = '0-base.yaml';

export function file(name: string, text: string): DossierFile {
  return { file: name, bytes: Buffer.from(text, 'utf8') };
}

/** The graph of `BASE` and these dossiers; each has the keys of `HEAD` put before it. */
export function graphOf(...bodies: string[]): Graph {
  const loaded = graphOfFiles([
    file(BASE_FILE, BASE),
    ...bodies.map((body, index) => file(`dossier-${index}.yaml`, HEAD + body)),
  ]);
  if ('problems' in loaded) throw new Error(formatProblems(loaded.problems));
  return loaded.graph;
}

/** The mistakes in `BASE` and these dossiers. */
export function problemsOf(files: readonly DossierFile[]): Problem[] {
  const loaded = graphOfFiles([file(BASE_FILE, BASE), ...files]);
  return 'problems' in loaded ? loaded.problems : [];
}
