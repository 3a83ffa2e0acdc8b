import type { Graph } from '../domain/model.js';
import { vocabulary } from '../domain/vocabulary.js';
import { byId } from '../domain/order.js';

/** What of a UN M49 sub-region the graph knows. */
export interface SubRegionCoverage {
  id: string;
  name: string;
  countries: number;
  /** Countries with at least one oversight body, of the whole or of a part of it, by id. */
  overseen: string[];
}

/** The sub-regions of UN M49 that hold countries directly, by id. */
export function coverageBySubRegion(graph: Graph): SubRegionCoverage[] {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const isCountry = (id: string): boolean => entities.get(id)?.kind === 'country';
  // Who oversees a province or a city oversees a part of its country.
  const overseen = new Set(
    graph.relations
      .filter(
        (relation) => vocabulary.relationTypes.get(relation.type)?.oversight && entities.get(relation.target)?.label === 'Place',
      )
      .flatMap((relation) => entities.get(relation.target)?.within.filter(isCountry) ?? []),
  );
  const countriesOf = new Map<string, string[]>();
  for (const { type, source, target } of graph.relations) {
    if (type !== 'PART_OF' || !isCountry(source)) continue;
    countriesOf.set(target, [...(countriesOf.get(target) ?? []), source]);
  }
  return [...countriesOf]
    .filter(([id]) => entities.get(id)?.kind === 'sub-region')
    .map(([id, countries]) => ({
      id,
      name: entities.get(id)?.name ?? id,
      countries: countries.length,
      overseen: countries.filter((country) => overseen.has(country)).sort(),
    }))
    .sort(byId);
}
