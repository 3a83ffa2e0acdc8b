import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * A client may send its next requests before it has the answer to the first (pipelining). When its connection ends, Node tells only the answer
 * whose turn it is; those behind it would never be over, and hold their places among the operations for ever. So they are told here.
 */
export function closePipelinedAnswers(http: FastifyInstance): void {
  const answersOf = new WeakMap<Socket, Set<ServerResponse>>();

  http.server.on('connection', (socket) => {
    const open = new Set<ServerResponse>();
    answersOf.set(socket, open);
    socket.once('close', () => {
      for (const answer of open) {
        answer.destroy();
        answer.emit('close');
      }
    });
  });

  http.addHook('onRequest', (request, reply, next) => {
    const open = answersOf.get(request.raw.socket);
    open?.add(reply.raw);
    reply.raw.once('close', () => open?.delete(reply.raw));
    next();
  });
}
