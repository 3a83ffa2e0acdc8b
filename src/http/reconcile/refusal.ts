import type { FastifyReply } from 'fastify';
import type { ErrorLog } from '../../graphql/errors.js';
import { graphqlShaped } from '../error-shape.js';
import { refuse } from '../exports.js';
import { RequestRefused } from '../request-refused.js';

export const wrongArgument = (message: string): RequestRefused => new RequestRefused(400, 'INVALID_ARGUMENT', message);

/** Shaped as GraphQL's errors; the specification leaves the body of an error open. */
export function refuseReconciliation(reply: FastifyReply, error: unknown, log: ErrorLog): unknown {
  if (!(error instanceof RequestRefused)) return refuse(reply, error, log);
  return reply.code(error.statusCode).type('application/json; charset=utf-8').send(graphqlShaped(error.code, error.message));
}
