import type { Plan, ResultSummary } from 'neo4j-driver';

/**
 * What a statement from the network may not do although it writes nothing, told by the plan that Neo4j itself makes of it (EXPLAIN), not by
 * its text: read files (LOAD CSV), show or end what the server does (SHOW, TERMINATE), administer, or call a procedure that is not listed here.
 */
const PROCEDURES: ReadonlySet<string> = new Set([
  'db.index.fulltext.queryNodes',
  'db.labels',
  'db.propertyKeys',
  'db.relationshipTypes',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.schema.visualization',
]);

/**
 * @param summary of the statement's EXPLAIN
 * @returns why the statement is not for the network; null where it stays within the graph
 */
export function outsideTheGraph({ plan }: Pick<ResultSummary, 'plan'>): string | null {
  if (!plan) return 'Neo4j gives no plan of it, so it cannot be told what it reads.';
  for (const { operatorType, arguments: details } of operatorsOf(plan)) {
    // "LoadCSV@neo4j": the operator, and in which database.
    const [operator = ''] = operatorType.split('@');
    if (operator === 'LoadCSV') return 'It reads a file (LOAD CSV). Ask about what is in the graph.';
    if (operator === 'AdministrationCommand' || operator.startsWith('Show') || operator.startsWith('Terminate'))
      return `It is about the server and not about the graph (${operator}). Ask about what is in the graph.`;
    if (operator !== 'ProcedureCall') continue;
    const [called = ''] = String((details as { Details?: string } | undefined)?.Details ?? '').split('(');
    if (!PROCEDURES.has(called)) {
      return `It calls the procedure ${called || 'of a name that the plan does not tell'}. Only these may be called: ${[...PROCEDURES].join(', ')}.`;
    }
  }
  return null;
}

function* operatorsOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.children) yield* operatorsOf(child);
}
