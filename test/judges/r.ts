import { spawnSync } from 'node:child_process';

/** R with what the programs in R of the documentation and of test/judges/ use; in CI it must be there. */
export const rInstalled = spawnSync('Rscript', ['-e', 'library(httr); library(jsonlite); library(igraph)']).status === 0;
if (!rInstalled && process.env['CI'] === 'true') throw new Error('CI needs R with httr, jsonlite and igraph.');
