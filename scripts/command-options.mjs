import process from 'node:process';
import { parseArgs } from 'node:util';

/**
 * What a command of this folder was asked for. Where it was asked for help, or for something that it does not know, it is told what there is,
 * and the program ends: with 0, or with 2.
 * @template {import('node:util').ParseArgsOptionsConfig} T
 * @param {string} help what the command does and takes
 * @param {T} options as `parseArgs` has them; `--help` comes of itself
 * @returns {ReturnType<typeof parseArgs<{ options: T }>>['values']}
 */
export function optionsOr(help, options) {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', default: false } } });
    if (!values.help) return /** @type {any} */ (values);
    process.stdout.write(help);
  } catch (mistake) {
    if (!(mistake instanceof TypeError)) throw mistake;
    process.stderr.write(`${mistake.message}\n\n${help}`);
    process.exit(2);
  }
  process.exit(0);
}
