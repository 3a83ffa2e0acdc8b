import type { Command } from 'commander';
import { SETTING_NAMES } from '../../configuration/settings.js';
import { withCache, withGraph } from './dossier-options.js';
import type { ServeOptions } from '../serve.js';
import { settingOptions } from './setting-options.js';

/** The commands that serve, and that say with which settings. What a command needs is imported when it is given. */
export function addServeCommands(custodes: Command): void {
  const serve = withGraph(custodes.command('serve'))
    .description('serve GraphQL, the playground and health checks')
    .option('--watch', 'load the dossiers again when they change', false)
    .addHelpText(
      'after',
      '\ndocs/operations.md lists the settings.\n\nExample:\n  custodes serve --watch --port 4001 --origins https://dashboard.example',
    )
    .action(async (options: ServeOptions) => (await import('../serve.js')).serve(options));

  const settings = withCache(custodes.command('settings'))
    .description('the settings in force, and where each comes from; takes the options of serve')
    .option('--json', 'as JSON', false)
    .addHelpText('after', '\nExample:\n  NEO4J_PASSWORD_FILE=/run/secrets/neo4j custodes settings')
    .action(async (options: { json: boolean }) => (await import('../settings.js')).settingsCommand(options));

  for (const command of [serve, settings]) {
    for (const option of settingOptions(SETTING_NAMES)) {
      const added = command.options.some(({ long }) => long === option.long);
      if (!added) command.addOption(option);
    }
  }
}
