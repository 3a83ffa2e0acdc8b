import { getArgumentValues, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Connection } from '../domain/cursors.js';
import { DomainError } from '../domain/errors.js';
import type { Entity, Relation } from '../domain/model.js';
import { readNeighbourhood, type NeighbourhoodAnswer } from '../domain/neighbourhood.js';
import type { RelationsOfFilter } from '../domain/pages.js';
import type { GraphStore } from '../store/port.js';
import { checkArguments } from './arguments.js';
import { nestedShape, type NestedShape } from './nested-shape.js';

/**
 * Reads of nested selections, several levels at once: what would be a question to the store for each level is one for up to
 * three of them. Resolvers below find what was read by their records and fields; what was not read is loaded as it comes.
 */
export class NestedReads {
  readonly #store: GraphStore;
  readonly #ends = new WeakMap<Relation, ReadonlyMap<string, Entity>>();
  readonly #pages = new Map<FieldNode, Map<Entity, Connection<Relation>>>();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /**
   * The entities with these ids, with as much of the selection below the field as one question gives; unknown ones are left out.
   * @returns null where the selection cannot be read so
   */
  async read(ids: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, Entity> | null> {
    const shape = nestedShape(info);
    if (shape === null) return null;
    try {
      const levels = levelsOf(shape, info);
      if (levels === null) return null;
      const answer = await readNeighbourhood(this.#store, { ...shape, ids, levels });
      this.#keep(shape, answer);
      return answer.entities;
    } catch (problem) {
      // A mistake in an argument is reported by the field that has it.
      if (problem instanceof DomainError) return null;
      throw problem;
    }
  }

  /** Remembers the ends of relations that were read together with them. */
  keepEnds(relations: readonly Relation[], entities: ReadonlyMap<string, Entity>): void {
    for (const relation of relations) this.#ends.set(relation, entities);
  }

  /** The entity at an end of a relation, where it was read with it. */
  end(relation: Relation, id: string): Entity | undefined {
    return this.#ends.get(relation)?.get(id);
  }

  /** The page of relations that this field asks of this entity, where it was read before. */
  page(entity: Entity, info: GraphQLResolveInfo): Connection<Relation> | undefined {
    return this.#pages.get(info.fieldNodes[0]!)?.get(entity);
  }

  #keep({ levels: fields }: NestedShape, { entities, levels }: NeighbourhoodAnswer): void {
    for (const [i, pages] of levels.entries()) {
      const field = fields[i]!;
      const kept = this.#pages.get(field) ?? new Map<Entity, Connection<Relation>>();
      this.#pages.set(field, kept);
      for (const [id, page] of pages) {
        kept.set(entities.get(id)!, page);
        this.keepEnds(
          page.edges.map(({ node }) => node),
          entities,
        );
      }
    }
  }
}

/** The arguments of each level; null where one asks for a later page. @throws DomainError */
function levelsOf({ levels }: NestedShape, info: GraphQLResolveInfo): RelationsOfFilter[] | null {
  const definition = (info.schema.getType('Actor') as GraphQLObjectType).getFields()['relations']!;
  const filters: RelationsOfFilter[] = [];
  for (const field of levels) {
    const args = getArgumentValues(definition, field, info.variableValues) as unknown as RelationsOfFilter;
    checkArguments({ ...args }, true);
    if (args.after !== null && args.after !== undefined) return null;
    filters.push(args);
  }
  return filters;
}
