import type { Server, ServerResponse } from 'node:http';
import type { Server as Listener, Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** The answers that are due on a connection, in the order of their requests. */
const dueOn = new WeakMap<Socket, Set<ServerResponse>>();

/** How often a server that ends looks for connections that nothing is due on any more, in milliseconds. */
const LOOK_EVERY = 100;

/** Milliseconds after an answer in which its client may have sent its next request already, on a connection that it may keep. */
const NEXT_MAY_BE_UNDER_WAY = 300;

/** Of the event loop, in milliseconds. */
const SHORT_TURN = 1;
const LONGEST_WAIT = 500;

/** What is known of a connection: the answers due on it, and since when there is none. */
interface Watched {
  answers: Set<ServerResponse>;
  idleSince: number;
}

/**
 * Knows which answers are due on which connection, where Node does not:
 * - A client may send its next requests before it has the answer to the first (pipelining). When its connection ends, Node tells only the answer
 *   whose turn it is; those behind it would never be over, and hold their places among the operations for ever. So they are told here.
 * - A server that ends closes idle connections, and Node takes an answer for over that is written and not yet taken, and cuts it off.
 * - It also closes those on which a request has come that Node has not read yet, or is on its way. Its client could not know whether anything was
 *   done of it. So the last answers say that the connection is closed after them, and connections that were in use a moment ago are left for
 *   another: what comes on them is answered with 503, and that it is the last.
 * @param beside listeners whose connections are the server's, too; they are closed with it
 * @returns ends connections from now on, when nothing is due or likely, and all when so many milliseconds are over; gives how to stop doing so
 */
export function watchConnections(http: FastifyInstance, beside: readonly Listener[]): (most: number) => () => void {
  const { server } = http;
  const connections = new Map<Socket, Watched>();

  server.on('connection', (socket) => {
    const watched: Watched = { answers: new Set(), idleSince: performance.now() };
    connections.set(socket, watched);
    dueOn.set(socket, watched.answers);
    socket.once('close', () => {
      connections.delete(socket);
      for (const answer of watched.answers) {
        answer.destroy();
        answer.emit('close');
      }
    });
  });

  http.addHook('onRequest', ({ raw: { socket } }, { raw: answer }, next) => {
    const watched = connections.get(socket);
    watched?.answers.add(answer);
    answer.once('close', () => {
      watched?.answers.delete(answer);
      if (watched) watched.idleSince = performance.now();
    });
    next();
  });

  const inUse = ({ answers, idleSince }: Watched): boolean =>
    answers.size > 0 || performance.now() - idleSince < NEXT_MAY_BE_UNDER_WAY;

  const closeIdle = server.closeIdleConnections.bind(server);
  // Node calls it when the server is closed.
  server.closeIdleConnections = () => {
    const spared = [...connections].filter(([, watched]) => inUse(watched)).map(([socket]) => socket);
    for (const socket of spared) socket.destroy = () => socket;
    closeIdle();
    for (const socket of spared) delete (socket as Partial<Socket>).destroy;
  };

  const closeListener = server.close.bind(server);
  // Of a connection that waits to be taken the kernel would break off what its client has sent: all that wait are taken first.
  server.close = (done) => {
    allAreTaken(server, () => {
      sayLastOnes();
      closeAll([closeListener, ...beside.map((listener) => listener.close.bind(listener))], done);
    });
    return server;
  };

  /** On connections with several answers due the last of them, for nothing is sent after it. */
  const sayLastOnes = (): void => {
    for (const { answers } of connections.values()) {
      const last = [...answers].at(-1);
      if (last && !last.headersSent) last.setHeader('connection', 'close');
    }
  };

  return (most) => {
    const look = (): void => {
      server.closeIdleConnections();
      for (const [socket, watched] of connections) if (socket.bytesRead === 0 && !inUse(watched)) socket.destroy();
    };
    const looking = setInterval(() => setImmediate(look), LOOK_EVERY);
    const late = setTimeout(() => server.closeAllConnections(), most);
    return () => {
      clearInterval(looking);
      clearTimeout(late);
    };
  };
}

/** @param done told when all are closed, each with its last connection */
function closeAll(closes: readonly Listener['close'][], done?: (problem?: Error) => void): void {
  const problems: Error[] = [];
  let open = closes.length;
  for (const close of closes) {
    close((problem) => {
      if (problem) problems.push(problem);
      if (--open === 0) done?.(problems[0]);
    });
  }
}

/**
 * When no connection waits to be taken: one is taken at each turn of the event loop, so that after a short turn at which there was none, at most
 * those of so short a time wait. Where no turn is short, as with long calculations, at some time all the same.
 */
function allAreTaken(server: Server, next: () => void): void {
  const began = performance.now();
  let taken = 0;
  const take = (): void => void taken++;
  server.on('connection', take);
  const turn = (before: { at: number; taken: number }): void => {
    const now = { at: performance.now(), taken };
    const quiet = now.taken === before.taken && now.at - before.at < SHORT_TURN;
    if (!quiet && now.at - began < LONGEST_WAIT) return void setImmediate(turn, now);
    server.off('connection', take);
    next();
  };
  // This turn may have begun long ago.
  setImmediate(() => setImmediate(turn, { at: performance.now(), taken }));
}

/**
 * When a connection has all answers that are due on it, those apart whose requests have not come to their end and that have not begun.
 * What is written to it before would be taken for one of them.
 */
export function whenAnswered(socket: Socket, then: () => void): void {
  const answer = [...(dueOn.get(socket) ?? [])].find(({ req, headersSent }) => req.complete || headersSent);
  if (answer === undefined) then();
  else answer.once('close', () => whenAnswered(socket, then));
}
