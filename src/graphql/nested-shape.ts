import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode, type ValueNode } from 'graphql';
import type { EntityPart, RelationPart } from '../store/port.js';
import { MOST_LEVELS_OF_NEIGHBOURHOOD } from '../store/port.js';

/** What a query selects below a field that gives entities, where it can be read in one question. */
export interface NestedShape {
  /** The field `relations` of each level, nearest first. */
  levels: FieldNode[];
  /** The fields `source` and `target` of the relations of these levels. */
  ends: FieldNode[];
  entityParts: EntityPart[];
  relationParts: RelationPart[];
  /** Whether no argument of the levels is a variable, so that they are the same for every request. */
  fixed: boolean;
}

type Fragments = GraphQLResolveInfo['fragments'];

/** Which parts of a record each field of the contract is made from. A field that is not here needs the whole record. */
const ENTITY_FIELDS: Readonly<Record<string, readonly EntityPart[]>> = {
  __typename: [],
  id: [],
  kind: ['kind'],
  kindDefinition: ['kind'],
  name: ['name'],
  degree: ['degree'],
  status: ['status'],
  claims: ['claimIds'],
  within: ['within'],
};
const RELATION_FIELDS: Readonly<Record<string, readonly RelationPart[]>> = {
  __typename: [],
  id: ['id'],
  type: [],
  vocabulary: [],
  evidence: ['evidence'],
  claims: ['claimIds'],
};
const DATED_FIELDS = ['start', 'startStatus', 'end', 'endStatus', 'attested', 'persists', 'bounds', 'holds'];

const KNOWN = new Set(['knownAt', 'publishedBy']);

/** The shape of a selection depends on nothing but the document, so it is found once. */
const shapes = new WeakMap<FieldNode, NestedShape | null>();

/**
 * @param info of a field that gives an entity, or a page of entities
 * @returns null where a level-by-level read is needed: for whole records, branches, counts, directives
 */
export function nestedShape(info: GraphQLResolveInfo): NestedShape | null {
  const [field, ...others] = info.fieldNodes;
  if (field === undefined || others.length > 0) return null;
  let shape = shapes.get(field);
  if (shape === undefined) {
    shape = new ShapeReader(info.fragments).read(field);
    shapes.set(field, shape);
  }
  return shape;
}

class NotNested extends Error {}

class ShapeReader {
  readonly #fragments: Fragments;
  readonly #levels: FieldNode[] = [];
  readonly #ends: FieldNode[] = [];
  readonly #entityParts = new Set<EntityPart>();
  readonly #relationParts = new Set<RelationPart>();

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  read(field: FieldNode): NestedShape | null {
    try {
      const selections = [...this.#fieldsOf(field.selectionSet)];
      const isPage = selections.some(({ name }) => ['nodes', 'edges', 'pageInfo', 'totalCount'].includes(name.value));
      if (isPage) this.#page(field, (node) => this.#entity(node, 0));
      else this.#entity(field, 0);
    } catch (problem) {
      if (problem instanceof NotNested) return null;
      throw problem;
    }
    return {
      levels: this.#levels,
      ends: this.#ends,
      entityParts: [...this.#entityParts],
      relationParts: [...this.#relationParts],
      fixed: !this.#levels.some((field) => field.arguments?.some(({ value }) => mayHoldVariable(value))),
    };
  }

  /** Every field of a selection, those of its fragments too. */
  *#fieldsOf(selectionSet: SelectionSetNode | undefined): Generator<FieldNode> {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.directives?.length) throw new NotNested();
      if (selection.kind === Kind.FIELD) yield selection;
      else if (selection.kind === Kind.INLINE_FRAGMENT) yield* this.#fieldsOf(selection.selectionSet);
      else yield* this.#fieldsOf(this.#fragments[selection.name.value]?.selectionSet);
    }
  }

  #entity(of: FieldNode, level: number): void {
    for (const field of this.#fieldsOf(of.selectionSet)) {
      const name = field.name.value;
      if (name === 'relations') this.#relations(field, level);
      else if (DATED_FIELDS.includes(name)) this.#entityParts.add('time');
      else for (const part of ENTITY_FIELDS[name] ?? notNested()) this.#entityParts.add(part);
    }
  }

  /** One field `relations` a level; the levels beyond those that can be read together are read as they come. */
  #relations(field: FieldNode, level: number): void {
    if (level >= MOST_LEVELS_OF_NEIGHBOURHOOD) return;
    if (this.#levels[level] !== undefined && this.#levels[level] !== field) throw new NotNested();
    // What was known when follows from claims, which that question does not read.
    if (field.arguments?.some(({ name }) => KNOWN.has(name.value))) throw new NotNested();
    this.#levels[level] = field;
    this.#page(field, (node) => this.#relation(node, level));
  }

  #page(of: FieldNode, row: (node: FieldNode) => void): void {
    for (const field of this.#fieldsOf(of.selectionSet)) {
      const name = field.name.value;
      if (name === 'nodes') row(field);
      else if (name === 'edges') {
        for (const part of this.#fieldsOf(field.selectionSet)) {
          if (part.name.value === 'node') row(part);
          else if (part.name.value === 'cursor') this.#relationParts.add('sortKey');
          else if (part.name.value !== '__typename') throw new NotNested();
        }
      } else if (name === 'pageInfo') this.#relationParts.add('sortKey');
      else if (name !== '__typename') throw new NotNested();
    }
  }

  #relation(of: FieldNode, level: number): void {
    for (const field of this.#fieldsOf(of.selectionSet)) {
      const name = field.name.value;
      if (name === 'source' || name === 'target') {
        this.#ends.push(field);
        this.#entity(field, level + 1);
      } else if (DATED_FIELDS.includes(name)) this.#relationParts.add('time');
      else for (const part of RELATION_FIELDS[name] ?? notNested()) this.#relationParts.add(part);
    }
  }
}

/** What an object holds is not looked at. */
const mayHoldVariable = (value: ValueNode): boolean =>
  value.kind === Kind.VARIABLE || value.kind === Kind.OBJECT || (value.kind === Kind.LIST && value.values.some(mayHoldVariable));

function notNested(): never {
  throw new NotNested();
}
