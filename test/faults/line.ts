import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A line between Custodes and Neo4j that a test can make slow, or dead: a TCP proxy of our own. What comes over it is passed on as it is.
 * - `delay`: milliseconds that every piece of an answer takes longer
 * - `cut()`: the connections that there are pass nothing on any more and are not closed, as when a router between dies; new ones work
 * - `silent`: new connections are taken and nothing is passed on either
 */
export class Line {
  delay = 0;
  silent = false;
  /** What Custodes has sent. */
  sent = '';
  readonly #server: Server;
  readonly #ends = new Set<{ cut: boolean; sockets: Socket[] }>();

  private constructor(target: URL) {
    this.#server = createServer((client) => {
      const neo4j = connect(Number(target.port), target.hostname);
      const end = { cut: this.silent, sockets: [client, neo4j] };
      this.#ends.add(end);
      for (const [from, to] of [
        [client, neo4j],
        [neo4j, client],
      ] as const) {
        from.on('data', (bytes) => {
          if (end.cut) return;
          if (from === client) this.sent += bytes.toString('latin1');
          const wait = from === neo4j ? this.delay : 0;
          if (wait === 0) to.write(bytes);
          else setTimeout(() => end.cut || to.destroyed || to.write(bytes), wait);
        });
        from.on('close', () => end.cut || to.destroy());
        from.on('error', () => undefined);
      }
    });
  }

  /** @param uri of Neo4j, `bolt://…` */
  static async to(uri: string): Promise<Line> {
    const line = new Line(new URL(uri));
    await new Promise<void>((ready) => line.#server.listen(0, '127.0.0.1', ready));
    return line;
  }

  /** The address of this end. */
  get uri(): string {
    return `bolt://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const end of this.#ends) end.cut = true;
  }

  async close(): Promise<void> {
    for (const { sockets } of this.#ends) for (const socket of sockets) socket.destroy();
    await new Promise((closed) => this.#server.close(closed));
  }
}
