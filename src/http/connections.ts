import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How often a server that ends looks for connections that nothing is due on any more, in milliseconds. */
const LOOK_EVERY = 100;

/**
 * Knows which answers are due on which connection, where Node does not:
 * - A client may send its next requests before it has the answer to the first (pipelining). When its connection ends, Node tells only the answer
 *   whose turn it is; those behind it would never be over, and hold their places among the operations for ever. So they are told here.
 * - A server that ends closes idle connections, and Node takes an answer for over that is written and not yet taken, and cuts it off.
 * @returns ends connections from now on, at once where nothing is due, else then, and all when so many milliseconds are over; gives how to
 * stop doing so
 */
export function watchConnections(http: FastifyInstance): (most: number) => () => void {
  const { server } = http;
  const due = new Map<Socket, Set<ServerResponse>>();

  server.on('connection', (socket) => {
    const answers = new Set<ServerResponse>();
    due.set(socket, answers);
    socket.once('close', () => {
      due.delete(socket);
      for (const answer of answers) {
        answer.destroy();
        answer.emit('close');
      }
    });
  });

  http.addHook('onRequest', ({ raw: { socket } }, { raw: answer }, next) => {
    const answers = due.get(socket);
    answers?.add(answer);
    answer.once('close', () => answers?.delete(answer));
    next();
  });

  const closeIdle = server.closeIdleConnections.bind(server);
  // Fastify and Node call it when the server is closed.
  server.closeIdleConnections = () => {
    const busy = [...due].filter(([, answers]) => answers.size > 0).map(([socket]) => socket);
    for (const socket of busy) socket.destroy = () => socket;
    closeIdle();
    for (const socket of busy) delete (socket as Partial<Socket>).destroy;
  };

  return (most) => {
    const look = (): void => {
      server.closeIdleConnections();
      for (const socket of due.keys()) if (socket.bytesRead === 0) socket.destroy();
    };
    const looking = setInterval(look, LOOK_EVERY);
    const late = setTimeout(() => server.closeAllConnections(), most);
    return () => {
      clearInterval(looking);
      clearTimeout(late);
    };
  };
}
