/**
 * The floors, on bare Node HTTP: `/hello` answers a few bytes; `/bytes?<address of Custodes>` the very bytes that Custodes answers, asked there once; `/statements` sends what its body lists (statements with their parameters)
 * one after the other through the bare driver, autocommit and read, and answers with their rows as JSON; it is what is left of a server
 * when nothing is done but to send the same Cypher. Prints its address.
 */
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { neo4jFromEnvironment } from './neo4j-address.mjs';

const { uri, user, password } = neo4jFromEnvironment();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
/** Neo4j takes a number of JavaScript for a float, which no LIMIT may be. */
const withIntegers = (_, value) => (Number.isInteger(value) ? neo4j.int(value) : value);

/** What Neo4j says that its answers took, told at `/database-time`; whole milliseconds a statement, cut off. */
const database = { requests: 0, ms: 0 };

/** Answers by what was asked, as Custodes gave them. */
const bytes = new Map();

async function sameBytes(custodes, body) {
  if (!bytes.has(body)) {
    const answer = await fetch(custodes, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    bytes.set(body, Buffer.from(await answer.arrayBuffer()));
  }
  return bytes.get(body);
}

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.url === '/hello') return void response.end('{"hello":"world"}');
  if (request.url === '/database-time') return void response.end(JSON.stringify(database));
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    if (request.url.startsWith('/bytes?')) return void response.end(await sameBytes(request.url.slice('/bytes?'.length), body));
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      const answers = [];
      for (const { text, parameters } of JSON.parse(body, withIntegers)) {
        const { records, summary } = await session.run(text, parameters);
        database.ms += Number(summary.resultAvailableAfter) + Number(summary.resultConsumedAfter);
        answers.push(records.map((record) => record.toObject()));
      }
      database.requests += 1;
      response.end(JSON.stringify(answers));
    } catch (problem) {
      response.writeHead(500).end(String(problem));
    } finally {
      await session.close();
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
