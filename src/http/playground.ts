import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServerPlugin } from '@apollo/server';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The page that a browser gets at `/graphql`. Apollo decides by the `accept` header who is one. */
export function playgroundPage(webRoot: string): ApolloServerPlugin {
  const file = join(webRoot, 'playground', 'index.html');
  return {
    async serverWillStart() {
      return {
        renderLandingPage: async () => ({ html: () => (existsSync(file) ? readFile(file, 'utf8') : Promise.resolve(NOT_BUILT)) }),
      };
    },
  };
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Custodes</title>
<h1>The playground is not built</h1>
<p>Run <code>npm run build</code> and reload. GraphQL is answered at this address all the same: POST a query as JSON.</p>
</html>
`;

/** What the pages load, at `/assets/`. Their names change with their content, so browsers may keep them. */
export async function serveAssets(http: FastifyInstance, webRoot: string): Promise<void> {
  const root = join(webRoot, 'assets');
  if (!existsSync(root)) return;
  await http.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  // The licences of the packages in the program and in its pages (scripts/notices.mjs).
  http.get('/notices.txt', async (_request, reply) => {
    void reply.header('cache-control', 'no-cache');
    return reply.sendFile('notices.txt', webRoot, { cacheControl: false });
  });
}
