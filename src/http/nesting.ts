import type { FastifyInstance } from 'fastify';
import { argumentsIn, parsedArgument } from './address-arguments.js';
import { RequestRefused } from './request-refused.js';

/** Levels of lists and objects in what a request sends; no variable of the contract needs ten. Programs that walk through values end their stack with some thousand. */
export const MOST_NESTING = 100;

export const requestTooDeep = (): RequestRefused =>
  new RequestRefused(
    400,
    'REQUEST_TOO_DEEP',
    `Lists and objects of the request are more than ${MOST_NESTING} levels deep. Send the values that the query names alone.`,
  );

/** Refuses nesting before anybody walks through it: in bodies, and in what the address of a query by GET holds as JSON. */
export function refuseNesting(http: FastifyInstance): void {
  http.addHook('preValidation', (request, _reply, next) => {
    const given = request.method === 'POST' ? request.body : valuesInAddress(request.url);
    next(isNestedBeyond(MOST_NESTING, given) ? requestTooDeep() : undefined);
  });
}

const BRACKETS = /[[{]|%[57]b/gi;

function valuesInAddress(address: string): unknown {
  // Every level has a bracket, as it is or percent-encoded; with fewer nothing is too deep, and whoever answers reads it once.
  if ((address.match(BRACKETS)?.length ?? 0) <= MOST_NESTING) return null;
  const given = argumentsIn(address);
  return ['variables', 'extensions'].flatMap((name) => given.getAll(name)).map(parsedArgument);
}

/** Level by level, for a walk that calls itself would end the stack. */
export function isNestedBeyond(levels: number, value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === levels) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
