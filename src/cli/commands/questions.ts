import { type Command, Option } from 'commander';
import type { CiteOptions } from '../cite.js';
import type { ConflictsOptions } from '../conflicts.js';
import type { CypherOptions } from '../cypher.js';
import { atGraph, graphSettings, neo4jAddress } from '../graph-place.js';
import type { QueryOptions } from '../query.js';
import { type Typed, withGraph, withNeo4j } from './dossier-options.js';
import { collected, conflictKinds, rowLimit, secondsLimit, wholeNumber } from './option-values.js';

/** Commands that answer a question. What a command needs is imported when it is given. */
export function addQuestionCommands(custodes: Command): void {
  withGraph(custodes.command('query'))
    .description('answer one GraphQL query, as JSON; "-" reads it from standard input')
    .argument('<query>', 'GraphQL, a file that ends in .graphql, or -')
    .option('--variables <json>', 'values of its variables', '{}')
    .option('--json', 'compact JSON on one line', false)
    .addHelpText('after', `\nExample:\n  custodes query '{ entity(id: "digessp") { name } }'`)
    .action(async (text: string, options: Typed<QueryOptions>) => (await import('../query.js')).query(text, atGraph(options)));

  withNeo4j(custodes.command('cypher'))
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
    .action(async (statement: string, options: Omit<CypherOptions, 'neo4j'>) =>
      (await import('../cypher.js')).cypherCommand(statement, { ...options, neo4j: neo4jAddress(graphSettings(options)) }),
    );

  withGraph(custodes.command('conflicts'))
    .description('where sources disagree, with what each side says')
    .option('--kinds <kinds>', 'only DISPUTED, DATES or ATTRIBUTE, separated by commas', conflictKinds)
    .option('--within <region>', 'entities of a region, and relations with an end in it')
    .option('--first <number>', 'how many; all unless told', wholeNumber)
    .option('--json', 'everything as JSON', false)
    .addHelpText('after', '\nExamples:\n  custodes conflicts --within GT\n  custodes conflicts --kinds DISPUTED --json')
    .action(async (options: Typed<ConflictsOptions>) => (await import('../conflicts.js')).conflictsCommand(atGraph(options)));

  withGraph(custodes.command('cite'))
    .description('how to cite the data, the answer to a query, or the pages that an answer rests on')
    .argument('[query]', 'GraphQL, a file that ends in .graphql, or -; without it the whole data set')
    .option('--format <format>', 'bibtex, csl-json, ris or cff (CITATION.cff)', 'bibtex')
    .option('--sources', 'the sources of the answer, or of the data, instead')
    .option('--variables <json>', 'values of the variables of the query')
    .option('--title <words>', 'what the answer is about')
    .option('--address <address>', 'where others find the server, https://…')
    .option('--doi <doi>', 'of the deposited data')
    .option('--accessed <day>', 'the day of the answer; today unless told')
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
      (await import('../cite.js')).citeCommand(query, atGraph(options)),
    );
}
