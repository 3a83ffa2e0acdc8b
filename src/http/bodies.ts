import type { FastifyInstance } from 'fastify';
import { graphqlShaped } from './error-shape.js';
import { RequestRefused } from './request-refused.js';

const PROTOTYPE_IN_BODY =
  'The body has a key `__proto__`, or `prototype` within `constructor`, which is not taken. Leave it out.';

/** Says of two bodies what is wrong with them, which to the parser are no JSON: one that is compressed, and one with keys that it does not let pass. */
export function explainBodies(http: FastifyInstance): void {
  http.addHook('onRequest', (request, reply, next) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (request.method !== 'POST' || encoding.toLowerCase() === 'identity') return next();
    const code = 'UNSUPPORTED_CONTENT_ENCODING';
    const message = 'The body is compressed. Send it as it is, without the header "content-encoding".';
    void reply.code(415).header('accept-encoding', 'identity').send(graphqlShaped(code, message));
  });

  const parse = http.getDefaultJsonParser('error', 'error');
  http.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    parse(request, body, (error, value) =>
      done(error && isJson(body) ? new RequestRefused(400, 'PROTOTYPE_IN_BODY', PROTOTYPE_IN_BODY) : error, value),
    ),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
