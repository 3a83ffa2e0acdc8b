import type { Command } from 'commander';
import { names, wholeNumber } from './option-values.js';

export const AS_OF = ['--as-of <edtf>', 'only what held then, certainly or possibly'] as const;

export const KNOWN_AT = ['--known-at <edtf>', 'the graph as it was known then: claims read and recorded by that day'] as const;
export const PUBLISHED_BY = ['--published-by <edtf>', 'the graph as sources published by that day have it'] as const;

/** The options that choose a part of the graph. @param within what of a region is chosen */
export function withPart(
  command: Command,
  within = 'relations with an end in a region, their ends, and what else lies there',
): Command {
  return command
    .option('--within <region>', within)
    .option('--centers <ids>', 'only the neighbourhood of these entities, separated by commas', names)
    .option('--depth <number>', 'steps from a centre (0 to 4)', wholeNumber)
    .option('--limit <number>', 'most entities around the centres (1 to 2000)', wholeNumber)
    .option('--relation-types <types>', 'only these, separated by commas', names)
    .option('--kinds <kinds>', 'only entities of these kinds, separated by commas', names)
    .option(...AS_OF)
    .option(...KNOWN_AT)
    .option(...PUBLISHED_BY);
}
