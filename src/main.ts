#!/usr/bin/env node
import { Command } from 'commander';
import { addDossierCommands } from './cli/commands/dossiers.js';
import { addFileCommands } from './cli/commands/files.js';
import { addMeasureCommands } from './cli/commands/measures.js';
import { addInfluenceCommands } from './cli/commands/influence.js';
import { addQuestionCommands } from './cli/commands/questions.js';
import { report } from './cli/commands/report.js';
import { addServeCommands } from './cli/commands/serve.js';
import { EXIT } from './cli/exit-codes.js';
import { notWritten } from './cli/not-written.js';
import { RELEASE } from './project-files.js';

const custodes = new Command('custodes')
  .description('The knowledge graph of who governs private security.')
  .version(RELEASE)
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

Exit status: ${EXIT.ok} done, ${EXIT.wrongInput} wrong input, ${EXIT.wrongUsage} wrong command line, ${EXIT.storeUnavailable} Neo4j cannot be reached, ${EXIT.notWritten} no room for the output.`,
  );

addServeCommands(custodes);
addQuestionCommands(custodes);
addInfluenceCommands(custodes);
addMeasureCommands(custodes);
addFileCommands(custodes);
addDossierCommands(custodes);

for (const command of [custodes, ...custodes.commands]) command.exitOverride();

// `custodes … | head` is no mistake: who has read enough goes away.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exitCode = report(notWritten('Standard output', error));
});

// Who cannot be told anything is told nothing.
process.stderr.on('error', () => undefined);

try {
  await custodes.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
