import { RANGES } from './limits.js';

/**
 * What a field costs: 1 for itself and, for each row it may give, what is selected of a row. What is calculated has a price beside
 * (calculations.ts).
 */
export interface CostQuestion {
  args: Record<string, unknown>;
  childComplexity: number;
}
export type Cost = (question: CostQuestion) => number;

/** A page: as many rows as `first` asks for. */
export const costOfPage: Cost = ({ args, childComplexity }) => 1 + rows(args, 'first') * childComplexity;

/** A list without a page size, taken to be this long. */
export const costOfList =
  (length: number): Cost =>
  ({ childComplexity }) =>
    1 + length * childComplexity;

/** What finding one entity of a network, with its rank among its neighbours, costs beside giving it out. */
const FINDING_AN_ENTITY = 4;

/** A network: up to `limit` entities, and about as many relations. */
export const costOfNetwork: Cost = ({ args, childComplexity }) => 1 + rows(args, 'limit') * (FINDING_AN_ENTITY + childComplexity);

/** A page of influencers; more paths for each cost more. */
export const costOfInfluence: Cost = ({ args, childComplexity }) =>
  1 + rows(args, 'first') * childComplexity * Math.max(1, rows(args, 'pathsPerInfluencer') / RANGES.pathsPerInfluencer.usual);

/** A ranking looked at again without its sources: influencers, and sources and publishers. */
export const costOfRobustness: Cost = ({ args, childComplexity }) =>
  1 + Math.max(rows(args, 'first'), rows(args, 'firstSources')) * childComplexity;

/** The number asked for within its range: what lies outside is refused later, with its own error. */
function rows(args: Record<string, unknown>, name: keyof typeof RANGES): number {
  const { least, most, usual } = RANGES[name];
  const asked = args[name];
  return typeof asked === 'number' ? Math.min(Math.max(asked, least), most) : usual;
}
