import { INFLUENCE_DEFAULTS, MOST_INFLUENCE_STEPS } from '../domain/influence.js';
import { CHANGE_DEFAULTS } from '../domain/influence-change.js';
import { ROBUSTNESS_DEFAULTS } from '../domain/influence-robustness.js';
import { MOST_NETWORK_DEPTH, MOST_NETWORK_NODES, NETWORK_DEFAULTS } from '../domain/network.js';
import { MOST_PATH_LENGTH, PATHS_DEFAULTS } from '../domain/paths.js';
import { INTERLOCK_DEFAULTS } from '../measures/interlocks.js';
import { USUAL_API } from './configurable.js';

/**
 * The numbers that bound a query and are part of the contract; those that can be set are in configurable.ts. Limits on what is asked are
 * checked before anything is read; each refusal names its limit and what to do instead.
 */

/** Steps of making a ranking again without each source, or with each relation as it was, some five seconds; the world takes 17 million. The command line takes as many as it needs. */
export const MOST_LEAVING_OUT = 30_000_000;

/** Entities, relations and claims among which conflicts are looked for, some seconds. The command line looks at as many as there are. */
export const MOST_LOOKED_AT = 500_000;

/** Characters of a text, id, date or cursor in an argument. */
export const MOST_CHARACTERS = 500;

/** Entries of a list in an argument. */
export const MOST_ENTRIES = 100;

/** How long lists without a page size are taken to be when a query's cost is estimated. */
export const TYPICAL_LENGTH = {
  claims: 3,
  hops: 4,
  names: 3,
  paths: 5,
  relations: 2,
  vocabulary: 60,
  places: 5,
  bodies: 100,
  types: 10,
};

export interface Range {
  least: number;
  most: number;
  /** The argument's value where none is given. */
  usual: number;
  /** True where `least` itself is not allowed. */
  above?: boolean;
}

/** The numeric arguments by name; the same name has the same range wherever it stands. */
export const RANGES = {
  /** Rows of a page; a server may be set to give fewer. */
  first: { least: 1, most: USUAL_API.limits.pageRows, usual: 20 },
  /** Sources left out in turn that are listed. */
  firstSources: { least: 1, most: 100, usual: ROBUSTNESS_DEFAULTS.firstSources },
  /** Entities of a network. */
  limit: { least: 1, most: MOST_NETWORK_NODES, usual: NETWORK_DEFAULTS.limit },
  /** Steps from the centres of a network. */
  depth: { least: 0, most: MOST_NETWORK_DEPTH, usual: NETWORK_DEFAULTS.depth },
  /** Hops of a path. */
  maxLength: { least: 1, most: MOST_PATH_LENGTH, usual: PATHS_DEFAULTS.maxLength },
  /** Steps of an influence walk. */
  maxSteps: { least: 1, most: MOST_INFLUENCE_STEPS, usual: INFLUENCE_DEFAULTS.maxSteps },
  /** What is left of influence after each further step. */
  decay: { least: 0, most: 1, usual: INFLUENCE_DEFAULTS.decay, above: true },
  /** Largest walks shown for each influencer. */
  pathsPerInfluencer: { least: 0, most: 20, usual: INFLUENCE_DEFAULTS.pathsPerInfluencer },
  /** Relations that account for the change of an actor. */
  relationsPerActor: { least: 0, most: 20, usual: CHANGE_DEFAULTS.relationsPerActor },
  /** Independent sources. */
  minSupporting: { least: 0, most: 1000, usual: 0 },
  /** Memberships and events that two actors share. */
  minShared: { least: 1, most: 1000, usual: INTERLOCK_DEFAULTS.minShared },
} satisfies Record<string, Range>;

/** "1 to 100", "above 0, up to 1": how descriptions and errors say a range. */
export function sayRange(range: Range): string {
  return range.above ? `above ${range.least}, up to ${range.most}` : `${range.least} to ${range.most}`;
}
