/** What `npm run hard` prints in the end, and the status that it ends with. */
import { relative } from 'node:path';

/** Something was lost. */
const LOST = 1;
/** Nothing was lost, but not all was tried. */
const NOT_TRIED = 2;

/**
 * @param testResults as Jest gives them, one a suite
 * @param generated what suites told of the cases that they generated
 * @param allowed whether cases may be left out that need what this machine lacks
 */
export function summary(testResults, generated, allowed) {
  const suites = testResults.map(suiteOf).sort((a, b) => (a.suite < b.suite ? -1 : 1));
  const cases = generated.map(({ what, cases, lost }) => ({
    suite: `generated: ${what}`,
    tried: cases,
    lost: lost === 0 ? [] : [`${lost} of ${cases} cases of ${what}`],
    notTried: [],
  }));
  const rows = [...suites, ...cases];
  const lost = rows.flatMap((row) => row.lost);
  const notTried = rows.flatMap((row) => row.notTried);
  const sum = (counted) => rows.reduce((total, row) => total + counted(row), 0);
  const row = (name, tried, losses, left) => `| ${name} | ${tried} | ${losses} | ${left} |`;
  const lines = [
    ...generatedTable(generated),
    ...(notTried.length === 0 ? [] : left(notTried, allowed)),
    '',
    '| suite | cases tried | lost | not tried |',
    '|---|---|---|---|',
    ...rows.map(({ suite, tried, lost: losses, notTried: left }) => row(suite, tried, losses.length, left.length)),
    row(
      'all',
      sum(({ tried }) => tried),
      lost.length,
      notTried.length,
    ),
    '',
    ...(notTried.length === 0 ? [] : [`NOT TRIED: ${notTried.length} cases, named above the table`]),
    lost.length === 0 ? 'lost: nothing' : `lost:\n${lost.map((one) => `  ${one}`).join('\n')}`,
  ];
  const exitCode = lost.length > 0 ? LOST : notTried.length > 0 && !allowed ? NOT_TRIED : 0;
  return { text: lines.join('\n'), exitCode };
}

function suiteOf({ name, status, message, assertionResults: tests }) {
  const suite = relative('test', name);
  const named = (test) => `${suite}: ${test.fullName}`;
  const failed = tests.filter((test) => test.status === 'failed').map(named);
  // It broke off before its first case.
  const broken = status === 'failed' && failed.length === 0 ? [`${suite}: ${message.trim().split('\n')[0]}`] : [];
  const notTried = tests.filter((test) => ['pending', 'todo', 'skipped'].includes(test.status)).map(named);
  return { suite, tried: tests.length - notTried.length, lost: [...failed, ...broken], notTried };
}

/** What a case that says nothing else needs. */
const NEO4J = 'a real Neo4j: Java 17 or later and Maven, or CUSTODES_TEST_NEO4J_URI; what was missing is said above';

/** As test/wanting.ts writes it into names. */
const wantOf = (name) => /\[wants ([^\]]+)\]/.exec(name)?.[1] ?? NEO4J;

function left(notTried, allowed) {
  const then = allowed
    ? 'That was allowed (--without-neo4j).'
    : 'So nothing is known of them, and this run is no proof (exit status 2; --without-neo4j allows it).';
  const wants = [...new Set(notTried.map(wantOf))].sort();
  const byWant = wants.flatMap((want) => {
    const names = notTried.filter((name) => wantOf(name) === want);
    return [`  ${names.length} want ${want}:`, ...names.map((name) => `    ${name}`)];
  });
  return ['', `NOT TRIED: ${notTried.length} cases. ${then}`, ...byWant];
}

/** Not every suite measures both. */
const measured = (value, unit) => (value === undefined ? '–' : `${value} ${unit}`);

function generatedTable(generated) {
  if (generated.length === 0) return [];
  const rows = generated.map(({ what, cases, lost, outcomes, slowestMs, growthMiB }) => {
    const each = Object.entries(outcomes).map(([outcome, times]) => `${times} ${outcome}`);
    return `| ${what} | ${cases} | ${lost} | ${each.join(', ')} | ${measured(slowestMs, 'ms')} | ${measured(growthMiB, 'MiB')} |`;
  });
  return ['', '| generated | cases | lost | outcomes | slowest | growth of the heap |', '|---|---|---|---|---|---|', ...rows];
}
