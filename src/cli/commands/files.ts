import { type Command, Option } from 'commander';
import type { ArchiveOptions } from '../archive.js';
import { dossierFolder } from '../dossier-folder.js';
import type { ExportOptions } from '../export.js';
import { atGraph } from '../graph-place.js';
import { seeds, type Typed, withCache, withGraph } from './dossier-options.js';
import { names, wholeNumber } from './option-values.js';

/** Commands that write the graph to a file. What a command needs is imported when it is given. */
export function addFileCommands(custodes: Command): void {
  withGraph(custodes.command('export'))
    .description('write the graph, or a part of it, in a format that other programs read')
    .argument(
      '<format>',
      'graphml, gexf, gephi-nodes, gephi-edges, node-link, cytoscape, ftm, json-ld, bods, cypher, neo4j-nodes, neo4j-relationships, neo4j-after-import or records',
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
      (await import('../export.js')).exportCommand(format, atGraph(options)),
    );

  withCache(custodes.command('archive'))
    .description('a version of the data as one file to deposit and ask again: dossiers, graph, exports, model, checksums')
    .option('--out <file>', 'where to; custodes-<data version>.zip unless told')
    .option('--doi <doi>', 'that it will have')
    .option('--address <address>', 'where others find the server, https://…')
    .option(...seeds)
    .addHelpText(
      'after',
      `
The same data and release give the same bytes. docs/reproducible.md says what is in it and how to deposit it.

Examples:
  custodes archive
  custodes query --archive custodes-0123456789ab.zip '{ dataVersion }'`,
    )
    .action(async (options: Typed<ArchiveOptions>) =>
      (await import('../archive.js')).archiveCommand({ ...options, ...dossierFolder(options) }),
    );
}
