import { beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { loadDossiers } from '../../src/dossier/index.js';
import { answerQuery } from '../../src/graphql/answer-query.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { custodes } from '../cli/custodes.js';

/**
 * What the documents tell a reader to do is done here. The answer shown in the README is the real one: when the data has
 * changed, `UPDATE_DOCS=1` writes it anew.
 */
const README = readFileSync('README.md', 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/data.md',
  'docs/influence.md',
  'docs/cypher.md',
  'docs/matching.md',
  'docs/measures.md',
  'docs/research.md',
  'docs/reproducible.md',
  'docs/studies/README.md',
  'docs/studies/central-america.md',
  'docs/studies/accession-and-regulation.md',
  'docs/studies/from-the-api.md',
  'docs/design-choices.md',
];
const SHOWN_LINES = 36;

const blocks = (language: string, text = README): string[] =>
  [...text.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))].map((match) => match[1] ?? '');

describe('the README', () => {
  const store = new MemoryStore();
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('the dossiers are wrong');
    await store.load(loaded.graph);
  });

  test('shows the beginning of the real answer to its first query', async () => {
    const answer = await answerQuery(store, blocks('graphql')[0] ?? '');
    expect(answer.errors).toBeUndefined();
    const formatted = await format(JSON.stringify(answer), { parser: 'json', printWidth: 120 });
    const shown = `${formatted.split('\n').slice(0, SHOWN_LINES).join('\n')}\n`;
    if (process.env['UPDATE_DOCS'])
      writeFileSync(
        'README.md',
        README.replace(/```json\n[\s\S]*?```/, () => '```json\n' + shown + '```'),
      );
    else expect(blocks('json')[0]).toBe(shown);
  });

  test.each(blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('npm run custodes --'))))(
    'has a command that works: %s',
    async (line) => {
      if (line.includes(' load')) return expect((await custodes(['load'])).err).toContain('NEO4J_URI');
      const args = line.replace('npm run custodes -- ', '').match(/'[^']*'|\S+/g) ?? [];
      const ran = await custodes(args.map((arg) => arg.replaceAll("'", '')));
      expect(ran).toMatchObject({ exitCode: 0, err: '' });
      expect(ran.out.length).toBeGreaterThan(50);
    },
  );

  test.each(
    [...README.matchAll(/^\|[^|]*\| (`.*`) \|$/gm)].flatMap((row) =>
      (row[1] ?? '').split('`, `').map((query) => query.replaceAll('`', '')),
    ),
  )('has a query that works: %s', async (query) => {
    const answer = await answerQuery(store, `{ ${query.replace(/ \{ … \}| \{ claims \{ … \} \}/, '')} ${selectionFor(query)} }`);
    expect(answer.errors).toBeUndefined();
  });

  test('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const file of DOCUMENTS) {
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/npm run ([\w:]+)/g)) {
        expect({ file, script: name, there: scripts[name ?? ''] !== undefined }).toEqual({ file, script: name, there: true });
      }
    }
  });

  test('and the other documents link only to files that there are', () => {
    for (const file of DOCUMENTS) {
      for (const [, target] of readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        const path = join(dirname(file), target ?? '');
        expect({ file, path, there: existsSync(path) }).toEqual({ file, path, there: true });
      }
    }
  });
});

/** Something to select of what the query gives. */
function selectionFor(query: string): string {
  if (query.startsWith('source(')) return '{ claims { nodes { statement } } }';
  if (query.startsWith('search')) return '{ hits { entity { id } } }';
  if (query.startsWith('influenceRobustness')) return '{ influencers { rank } sources { distance } }';
  if (query.startsWith('whyNotInfluence')) return '{ verdict reasons { reason } }';
  if (query.startsWith('influenceChange')) return '{ changes { nodes { kind } } }';
  if (query.startsWith('influence(')) return '{ influencers { totalCount } }';
  if (query.startsWith('conflicts')) return '{ nodes { kind } }';
  if (query.startsWith('paths')) return '{ paths { length } }';
  if (query.startsWith('network')) return '{ nodes { entity { id } } }';
  if (query.startsWith('relations(')) return '{ nodes { id } }';
  if (query.startsWith('statistics')) return '{ relationsByType { type count } }';
  if (query.startsWith('relationTypes')) return '{ definition }';
  if (query.startsWith('entityKinds')) return '{ definition }';
  return '{ name }';
}
