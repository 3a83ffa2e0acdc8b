import { type Command, Option } from 'commander';
import type { ArchiveOptions } from '../archive.js';
import { FORMAT_NAMES } from '../../export/formats/names.js';
import { dossierFolder } from '../dossier-folder.js';
import type { ExportOptions } from '../export.js';
import { atGraph } from '../graph-place.js';
import { seeds, type Typed, withCache, withGraph } from './dossier-options.js';
import { withPart } from './part-options.js';

/** Commands that write the graph to a file. What a command needs is imported when it is given. */
export function addFileCommands(custodes: Command): void {
  withPart(withGraph(custodes.command('export')))
    .description('write the graph, or a part of it, in a format that other programs read')
    .argument('<format>', FORMAT_NAMES.join(', '))
    .option('--out <file>', 'where to; standard output unless told')
    .addOption(new Option('--direction <direction>', 'which way steps go from a centre').choices(['OUT', 'IN', 'BOTH']))
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
