import { getArgumentValues, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Connection } from '../domain/cursors.js';
import { DomainError } from '../domain/errors.js';
import type { Entity, Relation } from '../domain/model.js';
import { readNeighbourhood, type NeighbourhoodAnswer } from '../domain/neighbourhood.js';
import { pageOfRelations, type RelationsOfFilter } from '../domain/pages.js';
import type { GraphStore } from '../store/port.js';
import { checkArguments } from './arguments.js';
import { nestedShape, type NestedShape } from './nested-shape.js';

/**
 * Reads of nested selections, several levels at once: what would be a question to the store for each level is one for up to
 * three of them. Resolvers below find what was read by their records and fields; what was not read is loaded as it comes.
 */
export class NestedReads {
  readonly #store: GraphStore;
  readonly #pageRows: number;
  /** By the field `relations`, its page size and the relations of each entity, by its id. */
  readonly #levels = new Map<FieldNode, { first: number; relations: ReadonlyMap<string, readonly Relation[]> }>();
  /** By the field `source` or `target`, the entities that it may lead to, by id: with the parts that its selection wants. */
  readonly #ends = new Map<FieldNode, ReadonlyMap<string, Entity>>();
  /** Whole records, which serve any selection. */
  #whole: ReadonlyMap<string, Entity> = new Map();

  /** @param pageRows rows of a page at most */
  constructor(store: GraphStore, pageRows: number) {
    this.#store = store;
    this.#pageRows = pageRows;
  }

  /**
   * The entities with these ids, with as much of the selection below the field as one question gives; unknown ones are left out.
   * @returns null where the selection cannot be read so
   */
  async read(ids: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, Entity> | null> {
    const shape = nestedShape(info);
    if (shape === null) return null;
    try {
      const levels = levelsOf(shape, info, this.#pageRows);
      if (levels === null) return null;
      const answer = await readNeighbourhood(this.#store, { ...shape, ids, levels });
      this.#keep(shape, levels, answer);
      return answer.entities;
    } catch (problem) {
      // A mistake in an argument is reported by the field that has it.
      if (problem instanceof DomainError) return null;
      throw problem;
    }
  }

  /** Remembers entities that were read whole together with relations among them. */
  keepWhole(entities: Iterable<Entity>): void {
    const whole = new Map(this.#whole);
    for (const entity of entities) whole.set(entity.id, entity);
    this.#whole = whole;
  }

  /** The entity with this id, as an end of a relation that this field (`source`, `target`) asks for, where it was read with it. */
  end(id: string, { fieldNodes }: GraphQLResolveInfo): Entity | undefined {
    return this.#ends.get(fieldNodes[0]!)?.get(id) ?? this.#whole.get(id);
  }

  /** The page of relations that this field asks of this entity, where it was read before. */
  page({ id }: Entity, { fieldNodes }: GraphQLResolveInfo): Connection<Relation> | undefined {
    const level = this.#levels.get(fieldNodes[0]!);
    const relations = level?.relations.get(id);
    // How many there are in all was not asked.
    return relations && pageOfRelations(relations, -1, level!.first);
  }

  #keep({ levels: fields, ends }: NestedShape, asked: RelationsOfFilter[], { entities, levels }: NeighbourhoodAnswer): void {
    for (const [i, read] of levels.entries()) {
      const field = fields[i]!;
      this.#levels.set(field, { first: asked[i]!.first, relations: together(this.#levels.get(field)?.relations, read) });
    }
    for (const field of ends) this.#ends.set(field, together(this.#ends.get(field), entities));
  }
}

/** A field that a query asks at several places is read several times, each time about other entities. */
const together = <T>(before: ReadonlyMap<string, T> | undefined, read: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  before === undefined ? read : new Map([...before, ...read]);

/** Arguments that are the same for every request. */
const fixedLevels = new WeakMap<NestedShape, RelationsOfFilter[] | null>();

/** The arguments of each level; null where one asks for a later page. @throws DomainError */
function levelsOf(shape: NestedShape, info: GraphQLResolveInfo, pageRows: number): RelationsOfFilter[] | null {
  if (!shape.fixed) return readLevels(shape, info, pageRows);
  let levels = fixedLevels.get(shape);
  if (levels === undefined) {
    levels = readLevels(shape, info, pageRows);
    fixedLevels.set(shape, levels);
  }
  return levels;
}

function readLevels({ levels }: NestedShape, info: GraphQLResolveInfo, pageRows: number): RelationsOfFilter[] | null {
  const definition = (info.schema.getType('Actor') as GraphQLObjectType).getFields()['relations']!;
  const names = definition.args.map(({ name }) => name);
  const filters: RelationsOfFilter[] = [];
  for (const field of levels) {
    const args = getArgumentValues(definition, field, info.variableValues) as unknown as RelationsOfFilter;
    checkArguments(names, { ...args }, true, pageRows);
    if (args.after !== null && args.after !== undefined) return null;
    filters.push(args);
  }
  return filters;
}
