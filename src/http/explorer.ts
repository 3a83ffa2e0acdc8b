import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { EMBEDDABLE_POLICY } from './security-headers.js';

/**
 * The explorer, at `/`. With `?embed` pages of other origins may show it in a frame: it reads only what is public and changes
 * nothing, so there is nothing to trick its visitor into.
 */
export function serveExplorer(http: FastifyInstance, webRoot: string): void {
  const file = join(webRoot, 'explorer', 'index.html');
  http.get<{ Querystring: { embed?: string } }>('/', async (request, reply) => {
    // The page names its files by their content: it is asked for anew, they are kept.
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    if (request.query.embed !== undefined) {
      void reply.removeHeader('x-frame-options').header('content-security-policy', EMBEDDABLE_POLICY);
    }
    return existsSync(file) ? readFile(file, 'utf8') : NOT_BUILT;
  });
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Custodes</title>
<h1>The explorer is not built</h1>
<p>Run <code>npm run build</code> and reload. GraphQL is answered at <a href="graphql">graphql</a> all the same.</p>
</html>
`;
