import type { Command } from 'commander';
import { dossierFolder } from '../dossier-folder.js';
import type { ServeOptions } from '../serve.js';
import { archived, cacheFolder, noCache, seeds, type Typed } from './dossier-options.js';
import { portNumber } from './option-values.js';

/** The command that serves. What a command needs is imported when it is given. */
export function addServeCommand(custodes: Command): void {
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
      (await import('../serve.js')).serve({ ...options, ...dossierFolder(options) }),
    );
}
