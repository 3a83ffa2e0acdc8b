import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { custodes, type Ran } from '../cli/custodes.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { FORMATS } from '../../src/export/index.js';
import type { Graph } from '../../src/domain/model.js';
import { answerQuery } from '../../src/graphql/answer-query.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { judgesInstalled } from '../judges/python.js';
import { rInstalled } from '../judges/r.js';
import { describeWithNeo4j } from '../store/neo4j/neo4j-of-tests.js';

const PAGE = readFileSync('docs/research.md', 'utf8');

const firstBlock = (language: string, begin: string): string =>
  new RegExp('```' + language + '\\n(' + begin + '[^]*?)```').exec(PAGE)?.[1] ?? '';

describe('docs/research.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'custodes-research-'));
  const store = new MemoryStore();
  let graph: Graph;
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('the dossiers are wrong');
    graph = loaded.graph;
    await store.load(graph);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('speaks of every format', () => {
    for (const { name } of FORMATS) expect(PAGE).toContain(`\`${name}\``);
  });

  /** Runs a command of the page as a shell would, with its files in a folder of its own. */
  async function run(command: string): Promise<Ran & { written: string }> {
    const [, line = '', redirected] =
      /^npm run -s custodes -- ([^>]+?)(?:\s+> (\S+))?$/.exec(command.replace(/\\\n\s*/g, '')) ?? [];
    const args = (line.match(/'[^']*'|\S+/g) ?? []).map((arg) => arg.replaceAll("'", ''));
    const placed = args.map((arg) =>
      /\.(gexf|graphml|csv|yaml|json)$/.test(arg) ? join(folder, arg.replaceAll('/', '-')) : arg,
    );
    const ran = await custodes(placed);
    const out = placed[placed.indexOf('--out') + 1] ?? '';
    return { ...ran, written: redirected === undefined && existsSync(out) ? readFileSync(out, 'utf8') : ran.out };
  }

  const exports = [...PAGE.matchAll(/^npm run -s custodes -- export .*$/gm)].map(([command]) => command);
  test('has commands that export', () => expect(exports).toHaveLength(3));
  test.each(exports)('%s', async (command) => {
    const { exitCode, written } = await run(command);
    expect([exitCode, written.length > 10_000]).toEqual([0, true]);
  });

  test('imports a table by its command, its source and its mapping', async () => {
    writeFileSync(
      join(folder, 'register.csv'),
      'Name;Short;Web;Since;Member of;Notes\nGuild of Watchmen;GOW;https://guild.example;1999;icoca;none\n',
    );
    writeFileSync(join(folder, 'register.yaml'), firstBlock('yaml', 'language: es'));
    writeFileSync(join(folder, 'register-source.yaml'), firstBlock('yaml', 'id: '));
    const { exitCode, err, written } = await run(
      firstBlock('sh', 'npm run -s custodes -- import').replace(/\nnpm run .* validate\n$/, ''),
    );
    expect([exitCode, err]).toEqual([0, expect.stringContaining('1 new entities, 0 known ones, 1 relations, 2 claims.')]);
    expect(written).toMatch(/id: guild-of-watchmen[^]*start: "1999"[^]*type: MEMBER_OF/);
  });

  test('says of conflicts, and of what was published and recorded when, what the data says now', async () => {
    const { data } = (await answerQuery(
      store,
      `query ($GT: String! = "GT") {
        all: conflicts { totalCount } disputed: conflicts(kinds: [DISPUTED]) { totalCount } dates: conflicts(kinds: [DATES]) { totalCount }
        attribute: conflicts(kinds: [ATTRIBUTE]) { totalCount } there: conflicts(within: $GT) { totalCount }
        then: influence(region: $GT, publishedBy: "2018") { ...first } session: influence(region: $GT, publishedBy: "2021-07") { ...first }
        later: influence(region: $GT, publishedBy: "2024") { ...first } now: influence(region: $GT) { ...first }
      }
      fragment first on Influence { influencers { totalCount nodes { score actor { id } } } }`,
    )) as unknown as {
      data: Record<
        string,
        { totalCount: number; influencers: { totalCount: number; nodes: { score: number; actor: { id: string } }[] } }
      >;
    };
    const { all, disputed, dates, attribute, there, then, session, later, now } = data;
    expect(PAGE).toContain(
      `there are ${all!.totalCount}: ${disputed!.totalCount} disputed, ${dates!.totalCount} of dates, ${attribute!.totalCount} of figures`,
    );
    expect([there!.totalCount, then!.influencers.totalCount]).toEqual([1, 4]);
    const [soon, today] = [session!, now!].map(({ influencers }) => influencers.nodes[0]!);
    expect([soon!.actor.id, today!.actor.id]).toEqual(['icoca', 'icoca']);
    // Places, and the source of their names, are not of the dossiers.
    const read = graph.sources.filter(({ id }) => !id.startsWith('unicode-cldr-'));
    const undated = read.filter(({ published }) => published === null);
    expect(PAGE).toContain(
      `ICoCA is first (${soon!.score.toFixed(2)}) of ${session!.influencers.totalCount}; to the end of 2024 still, of ${later!.influencers.totalCount}; ` +
        `today (${today!.score.toFixed(2)}) of ${now!.influencers.totalCount}, because ${undated.length} of ${read.length.toLocaleString('en')} sources`,
    );
    const afterwards = graph.claims.filter(({ recorded }) => recorded !== '2026-11-24');
    expect([...new Set(afterwards.map(({ recorded }) => recorded))]).toEqual(['2026-11-29']);
    expect(PAGE).toContain(`recorded on 24 November 2026, but for ${afterwards.length} of 29 November`);
  });

  test('has a query that works', async () => {
    const answer = await answerQuery(store, firstBlock('graphql', ''));
    expect(answer).toMatchObject({ data: { conflicts: { totalCount: 1 } } });
  });
});

const xmllintInstalled = spawnSync('xmllint', ['--version']).status === 0;
if (!xmllintInstalled && process.env['CI'] === 'true') throw new Error('CI needs xmllint.');

// Where Neo4j and the judges are; in CI all must be.
(judgesInstalled && rInstalled && xmllintInstalled ? describeWithNeo4j : describe.skip)('the table of docs/research.md', () => {
  test('is what npm run research:table makes', async () => {
    await promisify(execFile)(process.execPath, ['scripts/research/table.mjs', '--check']);
  }, 300_000);
});

test('the table of docs/matching.md is what npm run research:matching makes', async () => {
  await promisify(execFile)(process.execPath, ['scripts/research/matching.mjs', '--check']);
}, 300_000);
