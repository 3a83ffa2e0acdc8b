import {
  getNamedType,
  getOperationAST,
  isEnumType,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { isAffordable } from './cost-limit.js';
import { readingOf, type Reading } from './reading.js';

/** An operation that was read and found valid, and what is known of its cost. */
export class KnownOperation {
  readonly #schema: GraphQLSchema;
  readonly #mostCost: number;
  /** Only numbers and truth values change what an operation costs: page sizes, `@include`. */
  readonly #weighty: readonly string[];
  readonly #affordable = new LRUCache<string, boolean>({ max: 100 });

  constructor(
    schema: GraphQLSchema,
    mostCost: number,
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.#schema = schema;
    this.#mostCost = mostCost;
    this.#weighty = (operation.variableDefinitions ?? [])
      .filter(({ type }) => isWeighty(schema, type))
      .map(({ variable }) => variable.name.value);
  }

  /** Whether it may be run with these variables; where it may not, or they are wrong, Apollo's way says so. */
  isAffordable(variables: Record<string, unknown>): boolean {
    const key = JSON.stringify(this.#weighty.map((name) => variables[name] ?? null));
    let affordable = this.#affordable.get(key);
    if (affordable === undefined) {
      affordable = isAffordable(this.#schema, this.document, this.operation.name?.value, variables, this.#mostCost);
      // A refusal may be about another variable.
      if (affordable) this.#affordable.set(key, true);
    }
    return affordable;
  }
}

function isWeighty(schema: GraphQLSchema, type: TypeNode): boolean {
  const named = getNamedType(typeFromAST(schema, type as never));
  return !(named && (isEnumType(named) || named.name === 'String' || named.name === 'ID'));
}

const MOST_OPERATIONS = 1000;
/** Characters of all that are remembered: what is known of a text takes about a hundred times its length. */
const MOST_CHARACTERS = 1_000_000;
/** Characters of a query that is remembered. */
const LONGEST = 20_000;

/** Operations by their text: each is parsed, validated and weighed once. Those least used are forgotten. */
export class KnownOperations {
  readonly #schema: GraphQLSchema;
  readonly #reading: Reading;
  readonly #known = new LRUCache<string, KnownOperation>({
    max: MOST_OPERATIONS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, { length }) => Math.max(1, length),
  });

  constructor(schema: GraphQLSchema, reading = readingOf()) {
    this.#schema = schema;
    this.#reading = reading;
  }

  /** @returns null for a text that is no valid query, or is not worth remembering: Apollo's way answers it */
  find(text: string, operationName: string | null): KnownOperation | null {
    if (text.length > LONGEST) return null;
    const key = operationName === null ? text : `${operationName}\n${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    const read = this.#read(text, operationName);
    if (read) this.#known.set(key, read);
    return read;
  }

  #read(text: string, operationName: string | null): KnownOperation | null {
    const { parse: parsing, rules, validate: validation, mostCost } = this.#reading;
    let document: DocumentNode;
    try {
      document = parse(text, parsing);
    } catch {
      return null;
    }
    if (validate(this.#schema, document, [...specifiedRules, ...rules], validation).length > 0) return null;
    const operation = getOperationAST(document, operationName);
    if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY) return null;
    return new KnownOperation(this.#schema, mostCost, document, operation);
  }
}
