/** Types of `compared-measures.mjs`, for the tests. */
export interface Comparison {
  rows: { measure: string; reference: string; largest: number }[];
  compared: number;
  /** Of these, pairs of actors by what they share. */
  pairs: number;
  behind: number;
}
export function compareMeasures(
  project: object,
  seedStory: object,
  askJudge: <Answer>(script: string, request: unknown) => Answer,
  randomGraphs?: number,
): Promise<Comparison>;
