#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { ArchiveOptions } from './cli/archive.js';
import type { AuditOptions } from './cli/audit.js';
import type { CypherOptions } from './cli/cypher.js';
import type { CiteOptions } from './cli/cite.js';
import { CACHE_FOLDER, dossierFolder, SEEDS_FOLDER } from './cli/dossier-folder.js';
import { CommandFailed, EXIT } from './cli/exit-codes.js';
import type { DiffOptions } from './cli/diff.js';
import type { ExportOptions } from './cli/export.js';
import type { InfluenceOptions } from './cli/influence.js';
import type { LoadOptions } from './cli/load.js';
import type { InterlocksOptions, MeasuresOptions } from './cli/measures.js';
import type { QueryOptions } from './cli/query.js';
import type { ServeOptions } from './cli/serve.js';
import { DomainError } from './domain/errors.js';
import { StoreUnavailable } from './store/errors.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

// What a command needs is imported when it is given: `--help` and `validate` do not wait for the server's parts.
const custodes = new Command('custodes')
  .description('The knowledge graph of who governs private security.')
  .version(version)
  .showHelpAfterError('(custodes --help shows examples)')
  .addHelpText(
    'after',
    `
Examples:
  custodes serve                                     GraphQL and its playground at http://localhost:4000/graphql
  custodes influence GT --as-of 2021                 who influences oversight in Guatemala, with paths and sources
  custodes query '{ search(text: "dcaf") { hits { entity { id } } } }'
                                                     one GraphQL query, no server needed
  custodes export graphml --within GT --out gt.graphml
                                                     a part of the graph, or all of it, for another program
  custodes validate seeds                            every mistake in the dossiers, with file, line and column
  NEO4J_URI=neo4j://localhost:7687 NEO4J_PASSWORD=… custodes load

The graph lives in memory unless NEO4J_URI (with NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE) names a Neo4j.

Exit status: ${EXIT.ok} done, ${EXIT.wrongInput} wrong input, ${EXIT.wrongUsage} wrong command line, ${EXIT.storeUnavailable} Neo4j cannot be reached.`,
  );

const seeds = ['--seeds <folder>', 'the dossiers', SEEDS_FOLDER] as const;

/** The compiled graph: the dossiers are read and checked only where they, or the program, have changed. */
const cacheFolder = new Option('--cache <folder>', 'where the compiled graph is kept for the next start; "off": nowhere')
  .default(CACHE_FOLDER)
  .env('CUSTODES_CACHE');
const noCache = new Option('--no-cache', 'read the dossiers, and keep no compiled graph');

const archived = new Option('--archive <file>', 'a version kept by `custodes archive`, instead of the dossiers').conflicts(
  'seeds',
);

/** What the options on dossiers were, as typed. */
type Typed<Options> = Omit<Options, 'cache' | 'archive'> & { cache: string | false; archive?: string };

custodes
  .command('serve')
  .description('serve GraphQL, the playground and health checks')
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--port <number>', 'port', portNumber, Number(process.env['PORT'] ?? 4000))
  .option('--host <address>', 'address to listen at', process.env['HOST'] ?? 'localhost')
  .option('--watch', 'load the dossiers again when they change', false)
  .option('--cypher', 'let clients send Cypher of their own to /cypher (with Neo4j); it can only read', false)
  .addHelpText('after', '\nExample:\n  custodes serve --watch --port 4001')
  .action(async (options: Typed<ServeOptions>) =>
    (await import('./cli/serve.js')).serve({ ...options, ...dossierFolder(options) }),
  );

custodes
  .command('load')
  .description('replace the graph in Neo4j by the one that the dossiers make up')
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'say what was loaded as JSON', false)
  .addHelpText('after', '\nExample:\n  NEO4J_URI=bolt://localhost:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… custodes load')
  .action(async (options: Typed<LoadOptions>) => (await import('./cli/load.js')).load({ ...options, ...dossierFolder(options) }));

custodes
  .command('validate')
  .description('check dossiers and list every mistake')
  .argument('[folder]', 'the dossiers', SEEDS_FOLDER)
  .option('--json', 'list the mistakes as JSON', false)
  .addHelpText('after', '\nExample:\n  custodes validate seeds/icoca')
  .action(async (folder: string, options: { json: boolean }) =>
    (await import('./cli/validate.js')).validate(resolve(folder), options.json),
  );

custodes
  .command('audit')
  .description('what the dossiers cover, where they are weak, and which hard rules they break')
  .argument('[folder]', 'the dossiers', SEEDS_FOLDER)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'the audit as JSON', false)
  .addHelpText('after', '\nExample:\n  custodes audit')
  .action(async (folder: string, options: Typed<Omit<AuditOptions, 'seeds'>>) =>
    (await import('./cli/audit.js')).auditCommand({ ...options, ...dossierFolder({ ...options, seeds: folder }) }),
  );

custodes
  .command('new-dossier')
  .description('start a dossier for a page that you have read')
  .argument('<topic/name>', 'where it goes below seeds/')
  .option(...seeds)
  .addHelpText('after', '\nExample:\n  custodes new-dossier icoca/2025-03-19-guatemala-conference')
  .action(async (name: string, options: { seeds: string }) =>
    (await import('./cli/new-dossier.js')).newDossier(name, resolve(options.seeds)),
  );

custodes
  .command('query')
  .description('answer one GraphQL query, as JSON; "-" reads it from standard input')
  .argument('<query>', 'GraphQL, a file that ends in .graphql, or -')
  .option('--variables <json>', 'values of its variables', '{}')
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'compact JSON on one line', false)
  .addHelpText('after', `\nExample:\n  custodes query '{ entity(id: "digessp") { name } }'`)
  .action(async (text: string, options: Typed<QueryOptions>) =>
    (await import('./cli/query.js')).query(text, { ...options, ...dossierFolder(options) }),
  );

custodes
  .command('cite')
  .description('how to cite the data, the answer to a query, or the pages that an answer rests on')
  .argument('[query]', 'GraphQL, a file that ends in .graphql, or -; without it the whole data set')
  .option('--format <format>', 'bibtex, csl-json, ris or cff (CITATION.cff)', 'bibtex')
  .option('--sources', 'the sources of the answer, or of the data, instead')
  .option('--variables <json>', 'values of the variables of the query')
  .option('--title <words>', 'what the answer is about')
  .option('--address <address>', 'where others find the server, https://…')
  .option('--doi <doi>', 'of the deposited data')
  .option('--accessed <day>', 'the day of the answer; today unless told')
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .addHelpText(
    'after',
    `
docs/reproducible.md says more.

Examples:
  custodes cite --format cff > CITATION.cff
  custodes cite '{ influence(region: "GT") { influencers { totalCount } } }' --address https://custodes.example
  custodes cite answer.graphql --sources --format csl-json > sources.json`,
  )
  .action(async (query: string | undefined, options: Typed<CiteOptions>) =>
    (await import('./cli/cite.js')).citeCommand(query, { ...options, ...dossierFolder(options) }),
  );

custodes
  .command('archive')
  .description('a version of the data as one file to deposit and ask again: dossiers, graph, exports, model, checksums')
  .option('--out <file>', 'where to; custodes-<data version>.zip unless told')
  .option('--doi <doi>', 'that it will have')
  .option('--address <address>', 'where others find the server, https://…')
  .option(...seeds)
  .addOption(cacheFolder)
  .addOption(noCache)
  .addHelpText(
    'after',
    `
The same data and release give the same bytes. docs/reproducible.md says what is in it and how to deposit it.

Examples:
  custodes archive
  custodes query --archive custodes-0123456789ab.zip '{ dataVersion }'`,
  )
  .action(async (options: Typed<ArchiveOptions>) =>
    (await import('./cli/archive.js')).archiveCommand({ ...options, ...dossierFolder(options) }),
  );

custodes
  .command('influence')
  .description('who influences the oversight of private security in a region, with the paths that carry it')
  .argument('<region>', 'a place id, an ISO code (GT), a UN M49 code (013) or a name')
  .option('--as-of <edtf>', 'only what held then, certainly or possibly')
  .option('--max-steps <number>', 'longest path counted (1 to 6)', wholeNumber)
  .option('--decay <number>', 'what each step beyond the first counts (0 to 1)', number)
  .option('--relation-types <types>', 'only these, separated by commas', names)
  .option('--first <number>', 'how many influencers (1 to 100)', pageSize, 10)
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'the answer as JSON', false)
  .addHelpText('after', '\nExamples:\n  custodes influence GT\n  custodes influence 013 --as-of 2021-06 --first 5')
  .action(async (region: string, options: Typed<InfluenceOptions>) =>
    (await import('./cli/influence.js')).influenceCommand(region, { ...options, ...dossierFolder(options) }),
  );

custodes
  .command('export')
  .description('write the graph, or a part of it, in a format that other programs read')
  .argument(
    '<format>',
    'graphml, gexf, gephi-nodes, gephi-edges, node-link, cytoscape, ftm, json-ld, bods, cypher, neo4j-nodes, neo4j-relationships or neo4j-after-import',
  )
  .option('--out <file>', 'where to; standard output unless told')
  .option('--within <region>', 'relations with an end in a region, their ends, and what else lies there')
  .option('--centers <ids>', 'only the neighbourhood of these entities, separated by commas', names)
  .option('--depth <number>', 'steps from a centre (0 to 4)', wholeNumber)
  .addOption(new Option('--direction <direction>', 'which way steps go from a centre').choices(['OUT', 'IN', 'BOTH']))
  .option('--limit <number>', 'most entities around the centres (1 to 2000)', wholeNumber)
  .option('--relation-types <types>', 'only these, separated by commas', names)
  .option('--kinds <kinds>', 'only entities of these kinds, separated by commas', names)
  .option('--as-of <edtf>', 'only what held then, certainly or possibly')
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .addHelpText(
    'after',
    `
docs/research.md says what each format holds and which program opens it.

Examples:
  custodes export gexf --out custodes.gexf
  custodes export graphml --within 013 --as-of 2021 > central-america-2021.graphml
  custodes export node-link --centers icoca,digessp --depth 2 --limit 300`,
  )
  .action(async (format: string, options: Typed<ExportOptions>) =>
    (await import('./cli/export.js')).exportCommand(format, { ...options, ...dossierFolder(options) }),
  );

custodes
  .command('cypher')
  .description('ask Neo4j a statement of your own; the server refuses what writes')
  .argument('<statement>', 'Cypher')
  .option('--param <name=value>', 'a parameter, its value as JSON or else as a text; may be given again', collected, [])
  .addOption(new Option('--json', 'the rows as JSON').default(false).conflicts('csv'))
  .option('--csv', 'the rows as CSV', false)
  .option('--limit <number>', 'most rows (1 to 100000)', rowLimit, 1000)
  .option('--timeout <seconds>', 'when Neo4j gives up (1 to 600)', secondsLimit, 30)
  .addHelpText(
    'after',
    `
docs/cypher.md says what is there to ask, with ten queries.

Example:
  custodes cypher 'MATCH (a)-[r]->(:Place { id: $place }) RETURN a.name AS actor, type(r) AS does' --param place=gt`,
  )
  .action(async (statement: string, options: CypherOptions) =>
    (await import('./cli/cypher.js')).cypherCommand(statement, options),
  );

custodes
  .command('measures')
  .description('a network measure of each entity, of the whole graph or a part of it, as CSV')
  .argument(
    '<measure>',
    'degree, weighted-degree, betweenness, closeness, pagerank, personalised-pagerank, eigenvector, katz, core, community, constraint, effective-size or brokerage',
  )
  .option('--directed', 'ties from the source to the target of relations')
  .addOption(new Option('--weights <weights>', 'what a tie weighs').choices(['RELATIONS', 'EVIDENCE']))
  .option('--places', 'places count, too')
  .option('--region <region>', 'personalised-pagerank: the region whose oversight bodies it starts from')
  .option('--damping <number>', 'pagerank: the chance to go on at each step', number)
  .option('--resolution <number>', 'community: more than 1 makes more and smaller ones', number)
  .option('--seed <number>', 'community: draws the order of visits', wholeNumber)
  .addOption(new Option('--group-by <groups>', 'brokerage: whom brokers stand between').choices(['SECTOR', 'KIND', 'LABEL']))
  .option('--within <region>', 'relations with an end in a region, their ends, and what else lies there')
  .option('--centers <ids>', 'only the neighbourhood of these entities, separated by commas', names)
  .option('--depth <number>', 'steps from a centre (0 to 4)', wholeNumber)
  .option('--limit <number>', 'most entities around the centres (1 to 2000)', wholeNumber)
  .option('--relation-types <types>', 'only these, separated by commas', names)
  .option('--kinds <kinds>', 'only entities of these kinds, separated by commas', names)
  .option('--as-of <edtf>', 'only what held then, certainly or possibly')
  .option('--first <number>', 'how many rows; all unless told', wholeNumber)
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'JSON, with what was measured', false)
  .addHelpText(
    'after',
    `
docs/measures.md defines each measure.

Examples:
  custodes measures betweenness --first 20
  custodes measures pagerank --within 013 --weights EVIDENCE > central-america.csv
  custodes measures personalised-pagerank --region GT --json`,
  )
  .action(async (measure: string, options: Typed<MeasuresOptions>) =>
    (await import('./cli/measures.js')).measuresCommand(measure, { ...options, ...dossierFolder(options) }),
  );

custodes
  .command('interlocks')
  .description('actors that share two or more memberships or events, and which, as CSV')
  .option('--min-shared <number>', 'only pairs that share at least this many', wholeNumber)
  .option('--within <region>', 'relations with an end in a region')
  .option('--centers <ids>', 'only the neighbourhood of these entities, separated by commas', names)
  .option('--depth <number>', 'steps from a centre (0 to 4)', wholeNumber)
  .option('--limit <number>', 'most entities around the centres (1 to 2000)', wholeNumber)
  .option('--relation-types <types>', 'only these, separated by commas', names)
  .option('--kinds <kinds>', 'only entities of these kinds, separated by commas', names)
  .option('--as-of <edtf>', 'only what held then, certainly or possibly')
  .option('--first <number>', 'how many pairs; all unless told', wholeNumber)
  .option(...seeds)
  .addOption(archived)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'JSON, a pair at a time', false)
  .addHelpText('after', '\nExample:\n  custodes interlocks --within 019 --min-shared 3')
  .action(async (options: Typed<InterlocksOptions>) =>
    (await import('./cli/measures.js')).interlocksCommand({ ...options, ...dossierFolder(options) }),
  );

custodes
  .command('diff')
  .description('what changed from one version of the data to another')
  .argument('<before>', 'a folder of dossiers, one dossier, an archive (*.zip) or a compiled graph (*.snapshot)')
  .argument('[after]', 'the same', SEEDS_FOLDER)
  .addOption(cacheFolder)
  .addOption(noCache)
  .option('--json', 'the records added, removed and changed as JSON', false)
  .addHelpText('after', '\nExample:\n  git worktree add ../before v0.1.0 && custodes diff ../before/seeds seeds')
  .action(async (before: string, after: string, { json, cache }: Typed<DiffOptions>) =>
    (await import('./cli/diff.js')).diffCommand(before, after, { json, cache: dossierFolder({ seeds: after, cache }).cache }),
  );

custodes
  .command('digest')
  .description('the SHA-256 of a passage, white space normalised, for a claim; reads standard input')
  .addHelpText('after', "\nExample:\n  echo 'The sentence, as the page has it.' | custodes digest")
  .action(async () => (await import('./cli/digest.js')).digest());

function names(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function pageSize(text: string): number {
  const size = wholeNumber(text);
  if (size < 1 || size > 100) throw new InvalidArgumentError('It must be from 1 to 100.');
  return size;
}

function rowLimit(text: string): number {
  const limit = wholeNumber(text);
  if (limit < 1 || limit > 100_000) throw new InvalidArgumentError('It must be from 1 to 100000.');
  return limit;
}

function secondsLimit(text: string): number {
  const seconds = wholeNumber(text);
  if (seconds < 1 || seconds > 600) throw new InvalidArgumentError('It must be from 1 to 600.');
  return seconds;
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('Ports go from 0 (any free one) to 65535.');
  return port;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}

/** What to do about what the operating system refuses. */
const ADVICE: Record<string, string> = {
  EADDRINUSE: 'The port is taken: choose another with --port, or stop what listens there.',
  EADDRNOTAVAIL: 'This machine has no such address: choose another with --host.',
  ENOTFOUND: 'No machine has this name: choose an address of this one with --host.',
  EAI_AGAIN: 'The name cannot be looked up: choose an address of this machine with --host.',
  EACCES: 'This is not allowed to you: choose a port above 1023, or a file that you may read.',
  ENOENT: 'Check the path.',
  EISDIR: 'This is a folder: name a file in it.',
  ENOSPC: 'Make room there, or choose a file elsewhere.',
  EDQUOT: 'Make room there, or choose a file elsewhere.',
  EFBIG: 'Make room there, or choose a file elsewhere.',
};

for (const command of [custodes, ...custodes.commands]) command.exitOverride();

try {
  await custodes.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Shows what went wrong and gives the exit status for it. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUsage;
  if (error instanceof CommandFailed) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof DomainError) {
    console.error(`${error.code}: ${error.message}`);
    return EXIT.wrongInput;
  }
  if (error instanceof StoreUnavailable) {
    console.error(`${error.code}: ${error.message}`);
    return EXIT.storeUnavailable;
  }
  const advice = isNodeError(error) ? ADVICE[error.code ?? ''] : undefined;
  if (advice !== undefined) {
    console.error(`${(error as Error).message}. ${advice}`);
    return EXIT.wrongUsage;
  }
  throw error;
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
