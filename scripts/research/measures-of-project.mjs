/** The comparison of measures with the built project. Out: what compared-measures.mjs finds. */
import { askJudge } from './judge.mjs';
import { compareMeasures } from './compared-measures.mjs';
import { seedStoryGraph } from './opened-formats.mjs';

const MODULES = [
  ...['measures/measures', 'measures/interlocks', 'measures/names', 'measures/brokerage'],
  ...['store/memory/memory-store', 'domain/edtf', 'domain/vocabulary'],
];

export async function comparedMeasures() {
  const modules = await Promise.all(MODULES.map((name) => import(`../../dist/${name}.js`)));
  return compareMeasures(Object.assign({}, ...modules), await seedStoryGraph(), askJudge);
}
