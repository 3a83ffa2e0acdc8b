/**
 * The floors, on bare Node HTTP: `/hello` answers a few bytes; `/<statement>` sends one of our statements with the parameters in the
 * body through the bare driver (autocommit, read) and answers with its rows as JSON; `/return-one` sends the least that Cypher can.
 * Prints its address.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { neo4jFromEnvironment } from './neo4j-address.mjs';

const { uri, user, password } = neo4jFromEnvironment();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
const texts = new Map([['return-one', 'RETURN 1 AS one']]);
const textOf = (name) => {
  if (!texts.has(name)) texts.set(name, readFileSync(new URL(`../../../cypher/read/${name}.cypher`, import.meta.url), 'utf8'));
  return texts.get(name);
};

const server = createServer((request, response) => {
  if (request.url === '/hello') return void response.setHeader('content-type', 'application/json').end('{"hello":"world"}');
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      const parameters = JSON.parse(body, (_, value) => (Number.isInteger(value) ? neo4j.int(value) : value));
      const { records } = await session.run(textOf(request.url.slice(1)), parameters);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(records.map((record) => record.toObject())));
    } catch (problem) {
      response.writeHead(500).end(String(problem));
    } finally {
      await session.close();
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
