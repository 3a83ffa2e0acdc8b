import { request, type Agent, type IncomingMessage } from 'node:http';

/**
 * What became of a request, as its client sees it:
 * - `answered`: the whole answer came, with this status
 * - `refused`: there was no connection to send it on, so that nothing can have been done of it
 * - `cut off`: it was sent, and its answer did not come or did not come to its end; the client does not know what was done
 */
export type Outcome = { kind: 'answered'; status: number; text: string } | { kind: 'refused' } | { kind: 'cut off'; how: string };

/** Sends it over a connection of the agent, kept or new. `fetch` gives all that goes wrong before an answer the same name. */
export function outcomeOf(agent: Agent, url: string, body?: string): Promise<Outcome> {
  const headers = {
    'content-type': 'application/json',
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
  };
  return new Promise((resolve) => {
    const asked = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers });
    let come = (): string => 'before the answer';
    const cutOff = (problem: NodeJS.ErrnoException): void => {
      const on = asked.reusedSocket ? 'a kept connection' : 'a new connection';
      resolve({ kind: 'cut off', how: `${come()} on ${on}: ${problem.code ?? problem.message}` });
    };
    asked.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ECONNREFUSED') resolve({ kind: 'refused' });
      else cutOff(problem);
    });
    asked.on('response', (response: IncomingMessage) => {
      let text = '';
      come = () => `after ${response.statusCode} and ${text.length} characters`;
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('error', cutOff);
      response.on('end', () => resolve({ kind: 'answered', status: response.statusCode!, text }));
    });
    asked.end(body);
  });
}
