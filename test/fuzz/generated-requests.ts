import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Decisions, leafValue, literalOf, STRANGE } from './decisions.js';

export interface GeneratedRequest {
  query: string;
  variables: Record<string, unknown>;
}

/** Names that mean something to JavaScript, or to code that is made of an operation. */
const ALIASES = [
  'x',
  'nodes_x',
  'id_x',
  'idx0_x',
  'name',
  'id',
  'Actor_x',
  '__proto__',
  'constructor',
  'toString',
  'query',
  'text0',
];
/** Beside the usual values: what code that is made of an operation could take for something else than a text. */
const HARMFUL = [
  '__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8',
  '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0',
  '${1}',
  "'+1+'",
  '`',
  '\\u2028',
  '*/',
];
const STRANGE_OR_HARMFUL = [...STRANGE, ...HARMFUL];
/** What variables are given, whatever their type. */
const ANYTHING: unknown[] = [null, '', 'icoca', 0, -1, 1.5, 2 ** 31, true, [], [null], ['icoca', 3], {}, { id: 'icoca' }];

/**
 * Requests with all that GraphQL lets a client write: variables of every kind, right and wrong, left out and null; fragments by name at
 * several places, with conditions; strange aliases.
 */
export function requestsOf(schema: GraphQLSchema): fc.Arbitrary<GeneratedRequest> {
  return fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 20, maxLength: 120 })
    .map((numbers) => new Request(schema, new Decisions(numbers)).whole());
}

class Request {
  readonly #definitions: string[] = [];
  readonly #fragments = new Map<string, string>();
  readonly #variables: Record<string, unknown> = {};
  /** Each stands once, so that no two fields want the same place in the answer. */
  readonly #aliases = [...ALIASES];
  /** Arguments of fields by their own name are the same wherever they stand, for the same reason. */
  readonly #argumentsOf = new Map<GraphQLField<unknown, unknown>, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly decide: Decisions,
  ) {}

  whole(): GeneratedRequest {
    const selected = this.#selections(this.schema.getQueryType()!, 0);
    const definitions = this.#definitions.length === 0 ? '' : `(${this.#definitions.join(', ')})`;
    return { query: `query ${definitions} ${selected} ${[...this.#fragments.values()].join(' ')}`, variables: this.#variables };
  }

  #selections(type: GraphQLNamedType, depth: number): string {
    const { decide } = this;
    const parts: string[] = decide.oneIn(2) ? ['__typename'] : [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const leaves = fields.filter(({ type: of }) => isLeafType(getNamedType(of)));
    for (let wanted = 1 + decide.below(3); wanted > 0; wanted--) {
      const few = leaves.length > 0 && (depth > 3 || decide.oneIn(2));
      const field = decide.of(few ? leaves : fields);
      const inner = getNamedType(field.type);
      if (!isLeafType(inner) && depth > 5) continue;
      const below = isLeafType(inner) ? '' : this.#selections(inner, depth + 1);
      parts.push(`${this.#named(field)}${this.#condition()} ${below}`);
    }
    if (decide.oneIn(4)) {
      const possible = isInterfaceType(type) ? decide.of(this.schema.getPossibleTypes(type)) : type;
      if (depth <= 3) parts.push(`... on ${possible.name}${this.#condition()} ${this.#selections(possible, depth + 1)}`);
    }
    if (decide.oneIn(4)) {
      const name = `On${type.name}`;
      if (!this.#fragments.has(name)) {
        this.#fragments.set(name, '');
        this.#fragments.set(name, `fragment ${name} on ${type.name} { ${this.#leaves(fields)} }`);
      }
      parts.push(`...${name}${this.#condition()}`);
      if (decide.oneIn(2)) parts.push(`...${name}${this.#condition()}`);
    }
    return `{ ${parts.join(' ') || '__typename'} }`;
  }

  #leaves(fields: GraphQLField<unknown, unknown>[]): string {
    const leaves = fields.filter(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0);
    return ['__typename', ...leaves.slice(0, 3).map(({ name }) => `${name}${this.#condition()}`)].join(' ');
  }

  #condition(): string {
    const { decide } = this;
    if (!decide.oneIn(8)) return '';
    const value = decide.oneIn(4) ? decide.of(['true', 'false']) : this.#truthValue();
    return ` @${decide.of(['include', 'skip'])}(if: ${value})`;
  }

  #truthValue(): string {
    const { decide } = this;
    const name = `if${decide.below(3)}`;
    if (!this.#definitions.some((one) => one.startsWith(`$${name}:`))) {
      this.#definitions.push(`$${name}: ${decide.of(['Boolean!', 'Boolean! = true', 'Boolean = false'])}`);
      if (!decide.oneIn(6)) this.#variables[name] = decide.oneIn(8) ? decide.of(ANYTHING) : decide.oneIn(2);
    }
    return `$${name}`;
  }

  #named(field: GraphQLField<unknown, unknown>): string {
    const [alias] = this.decide.oneIn(5) ? this.#aliases.splice(this.decide.below(this.#aliases.length), 1) : [];
    if (alias !== undefined) return `${alias}: ${field.name}${this.#arguments(field)}`;
    const given = this.#argumentsOf.get(field) ?? this.#arguments(field);
    this.#argumentsOf.set(field, given);
    return `${field.name}${given}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args
      .filter(({ type }) => isNonNullType(type) || this.decide.oneIn(3))
      .map(({ name, type }) => `${name}: ${this.decide.oneIn(2) ? this.#variable(type, name) : this.#literal(type, name)}`);
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  #variable(type: GraphQLInputType, argument: string): string {
    const { decide } = this;
    const name = decide.oneIn(30) ? '__proto__' : `v${this.#definitions.length}`;
    if (this.#definitions.some((one) => one.startsWith(`$${name}:`))) return this.#literal(type, argument);
    const nullable = getNullableType(type);
    const withDefault = decide.oneIn(3);
    const written = isNonNullType(type) && withDefault && decide.oneIn(2) ? String(nullable) : String(type);
    const own = decide.oneIn(6) && !isNonNullType(type) ? `${String(type)}!` : written;
    this.#definitions.push(`$${name}: ${own}${withDefault ? ` = ${this.#nonNull(nullable, argument, true)}` : ''}`);
    if (!decide.oneIn(5)) {
      const value = decide.oneIn(5) ? decide.of(ANYTHING) : this.#json(type, argument);
      Object.defineProperty(this.#variables, name, { value, enumerable: true });
    }
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, argument: string, constant = false): string {
    const { decide } = this;
    if (!isNonNullType(type) && decide.oneIn(25)) return 'null';
    return this.#nonNull(getNullableType(type), argument, constant);
  }

  #nonNull(type: GraphQLInputType, argument: string, constant: boolean): string {
    const { decide } = this;
    if (isListType(type)) {
      if (decide.oneIn(6)) return this.#nonNull(getNullableType(type.ofType), argument, constant);
      const entries = Array.from({ length: decide.below(4) }, () =>
        !constant && decide.oneIn(5) ? this.#variable(type.ofType, argument) : this.#literal(type.ofType, argument, constant),
      );
      return `[${entries.join(', ')}]`;
    }
    return literalOf(this.#json(type, argument), type);
  }

  #json(type: GraphQLInputType, argument: string): unknown {
    const { decide } = this;
    if (isNonNullType(type)) return this.#json(type.ofType, argument);
    if (isListType(type)) return Array.from({ length: decide.below(4) }, () => this.#json(type.ofType, argument));
    return leafValue(type, argument, decide, STRANGE_OR_HARMFUL, 5);
  }
}
