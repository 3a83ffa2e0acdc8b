import { type Command, Option } from 'commander';
import type { InterlocksOptions, MeasuresOptions } from '../measures.js';
import { atGraph } from '../graph-place.js';
import { type Typed, withGraph } from './dossier-options.js';
import { number, wholeNumber } from './option-values.js';
import { withPart } from './part-options.js';

/** Commands that measure the network. What a command needs is imported when it is given. */
export function addMeasureCommands(custodes: Command): void {
  withPart(withGraph(custodes.command('measures')))
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
    .option('--first <number>', 'how many rows; all unless told', wholeNumber)
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
      (await import('../measures.js')).measuresCommand(measure, atGraph(options)),
    );

  withPart(withGraph(custodes.command('interlocks')), 'relations with an end in a region')
    .description('actors that share two or more memberships or events, and which, as CSV')
    .option('--min-shared <number>', 'only pairs that share at least this many', wholeNumber)
    .option('--first <number>', 'how many pairs; all unless told', wholeNumber)
    .option('--json', 'JSON, a pair at a time', false)
    .addHelpText('after', '\nExample:\n  custodes interlocks --within 019 --min-shared 3')
    .action(async (options: Typed<InterlocksOptions>) => (await import('../measures.js')).interlocksCommand(atGraph(options)));
}
