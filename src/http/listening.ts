import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Listens at the host; where it is `localhost`, at every address of that (127.0.0.1 and ::1 on most machines: clients try either first).
 * Connections of all are those of one HTTP server: Fastify would make a second one for ::1, with nothing of what is set and watched on the first.
 * @param beside listeners that are opened beside the server's own are added here; whoever closes the server closes them, too
 * @throws where the port is taken at any of them (`EADDRINUSE`), so that no client of `localhost` reaches a stranger, or may not be used (`EACCES`);
 *   nothing listens then
 */
export async function listenAt(
  http: FastifyInstance,
  { port, host }: { port: number; host: string },
  beside: Server[],
  addressesOf: (host: string) => Promise<string[]> = addresses,
): Promise<void> {
  const [first = host, ...others] = await addressesOf(host);
  await http.listen({ port, host: first });
  const taken = (http.server.address() as AddressInfo).port;
  for (const address of others) {
    // As `http.Server` takes its own connections.
    const listener = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => http.server.emit('connection', socket));
    listener.listen(taken, address);
    try {
      await once(listener, 'listening');
      beside.push(listener);
    } catch (problem) {
      if (ABSENT.has((problem as NodeJS.ErrnoException).code)) continue;
      for (const open of beside) open.close();
      await http.close();
      throw problem;
    }
  }
}

/** A machine may name an address that it has not, as ::1 where IPv6 is off. */
const ABSENT = new Set<string | undefined>(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

async function addresses(host: string): Promise<string[]> {
  if (host !== 'localhost') return [host];
  const found = await lookup(host, { all: true }).catch(() => []);
  return [...new Set(found.map(({ address }) => address))];
}
