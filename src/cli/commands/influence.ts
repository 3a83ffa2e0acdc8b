import type { Command } from 'commander';
import { atGraph } from '../graph-place.js';
import type { InfluenceOptions } from '../influence.js';
import type { InfluenceChangeOptions } from '../influence-change.js';
import type { RobustnessOptions } from '../robustness.js';
import type { WhyNotOptions } from '../why-not.js';
import { type Typed, withGraph } from './dossier-options.js';
import { names, number, pageSize, wholeNumber } from './option-values.js';
import { AS_OF, KNOWN_AT, PUBLISHED_BY } from './part-options.js';

/** Commands that rank actors by their influence on a region. What a command needs is imported when it is given. */
export function addInfluenceCommands(custodes: Command): void {
  const ranking = (name: string, description: string): Command =>
    withGraph(custodes.command(name))
      .description(description)
      .argument('<region>', 'a place id, an ISO code (GT), a UN M49 code (013) or a name')
      .option('--max-steps <number>', 'longest path counted (1 to 6)', wholeNumber)
      .option('--decay <number>', 'what each step beyond the first counts (0 to 1)', number)
      .option('--relation-types <types>', 'only these, separated by commas', names)
      .option(...KNOWN_AT)
      .option(...PUBLISHED_BY);

  ranking('influence', 'who influences the oversight of private security in a region, with the paths that carry it')
    .option(...AS_OF)
    .option('--time-respecting', 'only paths whose relations can follow each other in time', false)
    .option('--first <number>', 'how many influencers (1 to 100)', pageSize, 10)
    .option('--json', 'the answer as JSON', false)
    .addHelpText('after', '\nExamples:\n  custodes influence GT\n  custodes influence 013 --as-of 2021-06 --first 5')
    .action(async (region: string, options: Typed<InfluenceOptions>) =>
      (await import('../influence.js')).influenceCommand(region, atGraph(options)),
    );

  ranking('robustness', 'how far a ranking of influence rests on single sources, doubtful dates and disputed relations')
    .option(...AS_OF)
    .option('--min-supporting <number>', 'independent sources that a relation needs in one of the rankings', wholeNumber)
    .option('--first <number>', 'how many influencers (1 to 100)', pageSize, 10)
    .option('--first-sources <number>', 'how many sources and publishers (1 to 100)', pageSize, 10)
    .option('--json', 'everything as JSON', false)
    .addHelpText(
      'after',
      '\ndocs/influence.md says what each number means.\n\nExample:\n  custodes robustness GT --as-of 2021 --first 20',
    )
    .action(async (region: string, options: Typed<RobustnessOptions>) =>
      (await import('../robustness.js')).robustnessCommand(region, atGraph(options)),
    );

  withGraph(custodes.command('why-not'))
    .description('what stops an actor from reaching the oversight of a region, with a path that is open but for that')
    .argument('<actor>', 'the id of an actor; `custodes query` with `search` finds it')
    .argument('<region>', 'a place id, an ISO code (GT), a UN M49 code (013) or a name')
    .option(...AS_OF)
    .option(...KNOWN_AT)
    .option(...PUBLISHED_BY)
    .option('--max-steps <number>', 'longest path counted (1 to 6)', wholeNumber)
    .option('--relation-types <types>', 'only these, separated by commas', names)
    .option('--json', 'everything as JSON', false)
    .addHelpText('after', '\nExample:\n  custodes why-not psira GT')
    .action(async (actor: string, region: string, options: Typed<WhyNotOptions>) =>
      (await import('../why-not.js')).whyNotCommand(actor, region, atGraph(options)),
    );

  ranking('influence-change', 'what changed in a ranking of influence between two dates, and which relations account for it')
    .requiredOption('--from <edtf>', 'the date to compare with')
    .requiredOption('--to <edtf>', 'the date that is compared')
    .option('--relations-per-actor <number>', 'how many relations are listed for each', wholeNumber, 3)
    .option('--first <number>', 'how many actors (1 to 100)', pageSize, 10)
    .option('--json', 'everything as JSON', false)
    .addHelpText('after', '\nExample:\n  custodes influence-change GT --from 2015 --to 2021')
    .action(async (region: string, options: Typed<InfluenceChangeOptions>) =>
      (await import('../influence-change.js')).influenceChangeCommand(region, atGraph(options)),
    );
}
