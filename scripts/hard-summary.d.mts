/** Types of `hard-summary.mjs`, for its test. */
interface SuiteResult {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string }[];
}
interface Generated {
  what: string;
  cases: number;
  lost: number;
  outcomes: Record<string, number>;
  slowestMs?: number;
  growthMiB?: number;
}
export function summary(
  testResults: readonly SuiteResult[],
  generated: readonly Generated[],
  allowed: boolean,
): { text: string; exitCode: number };
