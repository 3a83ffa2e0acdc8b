import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { AdoptOptions } from '../adopt.js';
import type { AuditOptions } from '../audit.js';
import type { DiffOptions } from '../diff.js';
import { dossierFolder, SEEDS_FOLDER } from '../dossier-folder.js';
import type { ImportOptions } from '../import.js';
import type { LoadOptions } from '../load.js';
import { atGraph } from '../graph-place.js';
import { seeds, type Typed, withCache, withGraph } from './dossier-options.js';

type ImportTyped = Typed<Omit<ImportOptions, 'mapping' | 'out' | 'report'>> & { mapping?: string; out?: string; report?: string };

/** Commands for who writes, checks and loads dossiers. What a command needs is imported when it is given. */
export function addDossierCommands(custodes: Command): void {
  withGraph(custodes.command('load'))
    .description('replace the graph in Neo4j by the one that the dossiers make up')
    .option('--records <file>', 'load the records that `custodes export records` wrote instead; gzip is unpacked')
    .option(
      '--replace',
      'write all of it, also what seems to be the same; with --records: delete the graph that is there first',
      false,
    )
    .option('--json', 'say what was loaded as JSON', false)
    .addHelpText(
      'after',
      `
Dossiers are loaded in one transaction: until its end everybody sees the old graph. What differs is written; with --replace all of it, so that what
somebody changed in Neo4j by hand is put right (custodes adopt keeps it). Records are loaded 10,000 at a time, however many there are;
meanwhile questions are refused with LOAD_UNDER_WAY, and the same command goes on with a load that was broken off (docs/backup.md).

Examples:
  NEO4J_URI=bolt://localhost:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… custodes load
  NEO4J_URI=… custodes load --records custodes.ndjson.gz --replace`,
    )
    .action(async (options: Typed<LoadOptions & { records?: string }>) => {
      const { records, replace, json, neo4j } = atGraph(options);
      if (records !== undefined)
        return (await import('../load-records.js')).loadRecordsCommand({ records, replace, json, neo4j });
      return (await import('../load.js')).load(atGraph(options));
    });

  withGraph(custodes.command('adopt'))
    .description('take over what was changed in Neo4j by hand: check it, and give it a data version of its own')
    .option('--json', 'say what was taken over as JSON', false)
    .addHelpText(
      'after',
      `
Servers keep answers, and copies of the graph, until they see that another one was loaded; changes by hand they do not see. This reads the graph
as it is, holds it to the shape of records, puts right what follows from others (degrees, places, evidence), and loads it, in one transaction.

Example:
  NEO4J_URI=bolt://localhost:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… custodes adopt`,
    )
    .action(async (options: Typed<AdoptOptions>) => (await import('../adopt.js')).adopt(atGraph(options)));

  custodes
    .command('validate')
    .description('check dossiers and list every mistake')
    .argument('[folder]', 'the dossiers', SEEDS_FOLDER)
    .option('--json', 'list the mistakes as JSON', false)
    .addHelpText('after', '\nExample:\n  custodes validate seeds/icoca')
    .action(async (folder: string, options: { json: boolean }) =>
      (await import('../validate.js')).validate(resolve(folder), options.json),
    );

  withCache(custodes.command('audit'))
    .description('what the dossiers cover, where they are weak, and which hard rules they break')
    .argument('[folder]', 'the dossiers', SEEDS_FOLDER)
    .option('--json', 'the audit as JSON', false)
    .addHelpText('after', '\nExample:\n  custodes audit')
    .action(async (folder: string, options: Typed<Omit<AuditOptions, 'seeds'>>) =>
      (await import('../audit.js')).auditCommand({ ...options, ...dossierFolder({ ...options, seeds: folder }) }),
    );

  custodes
    .command('new-dossier')
    .description('start a dossier for a page that you have read')
    .argument('<topic/name>', 'where it goes below seeds/')
    .option(...seeds)
    .addHelpText('after', '\nExample:\n  custodes new-dossier icoca/2025-03-19-guatemala-conference')
    .action(async (name: string, options: { seeds: string }) =>
      (await import('../new-dossier.js')).newDossier(name, resolve(options.seeds)),
    );

  withCache(custodes.command('import'))
    .description('make a dossier of FollowTheMoney, GraphML or CSV, for review; what has no place in it is listed')
    .argument('<file>', 'the data')
    .addOption(new Option('--format <format>', 'what the file is').choices(['ftm', 'graphml', 'csv']).makeOptionMandatory())
    .requiredOption(
      '--source <source>',
      'where the data is from: a file with a source as dossiers have it, or the id of one in the graph',
    )
    .requiredOption('--recorded-by <name>', 'who answers for the claims')
    .option('--mapping <file>', "what the file's words and columns are here (YAML, schema/import-mapping.schema.json)")
    .option('--out <file>', 'where the dossier goes; standard output unless told')
    .option('--report <file>', 'lists as JSON what is not in the dossier, and why')
    .option('--alone', 'compare with nothing but the countries and regions', false)
    .option(...seeds)
    .addHelpText(
      'after',
      `
Things of the file are compared with the dossiers: by identifiers, then by names. Where it is unclear who is meant nothing is guessed; the
mapping decides (same:). Validate the dossier, read it, then put it into seeds/ (docs/research.md).

Example:
  custodes import register.csv --format csv --mapping register.yaml --source register-source.yaml \\
    --recorded-by 'Your name' --out seeds/gt/register.yaml --report left-out.json`,
    )
    .action(async (file: string, options: ImportTyped) =>
      (await import('../import.js')).importCommand(file, {
        ...options,
        ...dossierFolder(options),
        ...{ mapping: options.mapping ?? null, out: options.out ?? null, report: options.report ?? null },
      }),
    );

  withCache(custodes.command('diff'))
    .description('what changed from one version of the data to another')
    .argument('<before>', 'a folder of dossiers, one dossier, an archive (*.zip) or a compiled graph (*.snapshot)')
    .argument('[after]', 'the same', SEEDS_FOLDER)
    .option('--json', 'the records added, removed and changed as JSON', false)
    .addHelpText('after', '\nExample:\n  git worktree add ../before v0.1.0 && custodes diff ../before/seeds seeds')
    .action(async (before: string, after: string, { json, cache }: Typed<DiffOptions>) =>
      (await import('../diff.js')).diffCommand(before, after, { json, cache: dossierFolder({ seeds: after, cache }).cache }),
    );

  custodes
    .command('digest')
    .description('the SHA-256 of a passage, white space normalised, for a claim; reads standard input')
    .addHelpText('after', "\nExample:\n  echo 'The sentence, as the page has it.' | custodes digest")
    .action(async () => (await import('../digest.js')).digest());
}
