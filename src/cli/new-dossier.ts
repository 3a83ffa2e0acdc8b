import { access } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { makeFolder } from '../dossier/make-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { writeWhole } from './whole-file.js';

/** Starts a dossier: `seeds/<topic>/<name>.yaml` with its parts, to be filled in. */
export async function newDossier(name: string, folder: string): Promise<void> {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name)) {
    throw new CommandFailed(
      `"${name}" is not topic/name in lower case, digits and hyphens, such as icoca/2025-03-19-conference.`,
      EXIT.wrongUsage,
    );
  }
  const file = join(folder, `${name}.yaml`);
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) throw new CommandFailed(`${file} is there already; it was left as it is.`, EXIT.wrongInput);
  await makeFolder(dirname(file));
  await writeWhole(file, [startOfDossier(name, new Date().toISOString().slice(0, 10))]);
  console.log(`Started ${relative(process.cwd(), file)}. docs/data.md says how to go on; then: npm run custodes -- validate`);
}

function startOfDossier(name: string, today: string): string {
  const [topic, story] = name.split('/') as [string, string];
  return `# yaml-language-server: $schema=../../schema/dossier.schema.json
# What this dossier is about, in a line.
recorded: ${today}
recorded_by:

sources:
  - id: ${topic}-${story}
    title:
    publisher:        # an entity's id, or the name as printed
    # published:      # EDTF, as the page says it; leave out where it says none
    url:
    language: en
    kind: news
    retrieved: ${today}

passages: {}
  # What the claims rest on. The digest: pbpaste | npm run -s custodes -- digest
  # opening: { source: ${topic}-${story}, locator: "paragraph 1, sentence 1", digest: … }

entities: []
  # - id:
  #   kind:
  #   names: [{ text: , language: en }]
  #   claims: [{ passage: opening, statement: }]

relations: []
  # - { type: , from: , to: , on: , claims: [{ passage: opening, statement: }] }
`;
}
