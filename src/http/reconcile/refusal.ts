import type { FastifyReply } from 'fastify';
import type { ErrorLog } from '../../graphql/errors.js';
import { graphqlShaped } from '../error-shape.js';
import { refuse } from '../exports.js';

/** A request that is no reconciliation as the service knows it. */
export class ReconciliationRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const wrongArgument = (message: string): ReconciliationRefused =>
  new ReconciliationRefused(400, 'INVALID_ARGUMENT', message);

/** Shaped as GraphQL's errors; the specification leaves the body of an error open. */
export function refuseReconciliation(reply: FastifyReply, error: unknown, log: ErrorLog): unknown {
  if (!(error instanceof ReconciliationRefused)) return refuse(reply, error, log);
  return reply.code(error.status).type('application/json; charset=utf-8').send(graphqlShaped(error.code, error.message));
}
