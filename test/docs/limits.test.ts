import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { USUAL_API } from '../../src/graphql/configurable.js';
import * as limits from '../../src/graphql/limits.js';
import { USUAL_ADMISSION } from '../../src/http/configurable.js';
import { MOST_EXPORTS_AT_ONCE } from '../../src/http/exports.js';
import { MOST_QUERIES_IN_BATCH, MOST_VALUES_IN_QUERY } from '../../src/http/reconcile/batch.js';
import { MOST_SKIPPED } from '../../src/http/reconcile/suggest.js';

const LIMITS: Record<string, number> = {
  "bytes of a request's body": USUAL_ADMISSION.bodyBytes,
  'queries in a request': 1,
  'tokens of a query': USUAL_API.limits.tokens,
  'levels of a query': USUAL_API.limits.levels,
  'aliases of a query': USUAL_API.limits.aliases,
  'directives of a query': USUAL_API.limits.directives,
  'fields that an answer may come to': USUAL_API.limits.cost,
  'steps of making a ranking again and again': limits.MOST_LEAVING_OUT,
  'rows of a page (`first`)': limits.RANGES.first.most,
  'characters of a text in an argument': limits.MOST_CHARACTERS,
  'entries of a list in an argument': limits.MOST_ENTRIES,
  'operations answered at one time': USUAL_ADMISSION.operationsAtOnce,
  'operations that wait': USUAL_ADMISSION.operationsWaiting,
  'milliseconds of an operation': USUAL_ADMISSION.operationTimeoutMs,
  'names in a batch of `/reconcile`': MOST_QUERIES_IN_BATCH,
  'values of properties in a query of `/reconcile`': MOST_VALUES_IN_QUERY,
  'suggestions skipped (`cursor` of `/reconcile/suggest`)': MOST_SKIPPED,
  'exports under way': MOST_EXPORTS_AT_ONCE,
};

test('docs/limits.md has the numbers of the code', () => {
  const rows = [...readFileSync('docs/limits.md', 'utf8').matchAll(/^\| ([^|]+) \| (\d+) \| (.+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, limit = '', number]) => [limit, Number(number)]))).toEqual(LIMITS);
});
