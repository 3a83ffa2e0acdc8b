import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import neo4j from 'neo4j-driver';
import { messageOf, messages, sent, TAG, type Message } from './bolt.js';

/** What came to a member: a statement by the name that Custodes gives it. */
export interface Asked {
  member: string;
  statement: string;
  mode: 'read' | 'write';
  /** What the member must have caught up with before it answers. */
  bookmarks: string[];
}

/** Names of members. */
export interface Table {
  routers: string[];
  readers: string[];
  writers: string[];
  /** Seconds for which the table holds. */
  ttl: number;
}

/**
 * A cluster for the driver's routing: members with addresses of their own, all of them doors to one real Neo4j. What they say of the cluster is
 * `table`, and who is not among its writers refuses to write, as a follower does. Everything else passes as it is.
 */
export class ScriptedCluster {
  readonly asked: Asked[] = [];
  /** The members that were asked for the routing table. */
  readonly routed: string[] = [];
  /** Bookmarks that members gave, the newest last. */
  readonly given: { member: string; bookmark: string }[] = [];
  /** Called with each statement as it comes, before it is passed on. */
  onAsked: (asked: Asked) => void = () => undefined;
  readonly #members = new Map<string, Member>();

  private constructor(
    public table: Table,
    readonly tls: TlsOptions | undefined,
  ) {}

  /**
   * @param uri of the real Neo4j
   * @param tls what the members speak; TCP alone unless told
   */
  static async before(uri: string, names: readonly string[], table: Table, tls?: TlsOptions): Promise<ScriptedCluster> {
    const cluster = new ScriptedCluster(table, tls);
    for (const name of names) {
      const member = new Member(name, new URL(uri), cluster);
      await member.start();
      cluster.#members.set(name, member);
    }
    return cluster;
  }

  member(name: string): Member {
    const member = this.#members.get(name);
    if (member === undefined) throw new Error(`There is no member ${name}.`);
    return member;
  }

  /** `neo4j://`, at this member. */
  uri(name: string): string {
    return `neo4j://${this.member(name).address}`;
  }

  forget(): void {
    for (const list of [this.asked, this.routed, this.given]) list.length = 0;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#members.values()].map((member) => member.stop()));
  }
}

type Metadata = Record<string, unknown>;
/** Makes another answer of the one that Neo4j gave. */
type Rewriting = (answer: Message) => Message;

export class Member {
  /** Nothing passes any more in either direction, and nobody is told. */
  silent = false;
  server: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  constructor(
    readonly name: string,
    private readonly target: URL,
    private readonly cluster: ScriptedCluster,
  ) {}

  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** At the address that it had before, if it had one. */
  async start(): Promise<void> {
    const { tls } = this.cluster;
    const serve = (client: Socket): void => this.#serve(client);
    const server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
    this.server = server;
    await new Promise<void>((ready) => server.listen(this.#port, '127.0.0.1', ready));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** As when its machine is switched off: its connections are gone, new ones are refused. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server !== undefined) await new Promise((closed) => server.close(closed));
  }

  /** The connections that there are end. */
  async disconnect(): Promise<void> {
    const sockets = [...this.#sockets];
    const gone = Promise.all(sockets.map((socket) => new Promise((closed) => socket.once('close', closed))));
    for (const socket of sockets) socket.destroy();
    await gone;
  }

  #serve(client: Socket): void {
    const neo4jServer = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [client, neo4jServer],
      [neo4jServer, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('close', () => {
        this.#sockets.delete(from);
        if (!this.silent) to.destroy();
      });
      from.on('error', () => undefined);
    }
    const pass = (to: Socket, bytes: Buffer): void => {
      if (!this.silent && !to.destroyed) to.write(bytes);
    };

    /** What is to be made of the answers that are still to come. */
    const awaited: Rewriting[] = [];
    let mode: Asked['mode'] = 'write';
    let bookmarks: string[] = [];
    const onRequest = (bytes: Buffer, asSent: Buffer): void => {
      const { tag, fields } = messageOf(bytes);
      let rewriting: Rewriting = (answer) => answer;
      let passed = asSent;
      if (tag === TAG.ROUTE) {
        this.cluster.routed.push(this.name);
        rewriting = (answer) => this.#withTable(answer);
      }
      if (tag === TAG.BEGIN || tag === TAG.RUN) {
        const extra = fields.at(-1) as Metadata & { tx_metadata?: { statement?: string } };
        const alone = tag === TAG.RUN && Object.keys(extra).length > 0;
        if (tag === TAG.BEGIN || alone) {
          mode = extra['mode'] === 'r' ? 'read' : 'write';
          bookmarks = (extra['bookmarks'] as string[] | undefined) ?? [];
        }
        if (tag === TAG.RUN) {
          const statement = extra.tx_metadata?.statement ?? firstLineOf(fields[0] as string);
          const asked = { member: this.name, statement, mode, bookmarks };
          this.cluster.onAsked(asked);
          this.cluster.asked.push(asked);
          if (mode === 'write' && !this.cluster.table.writers.includes(this.name)) {
            // Neo4j fails at this, and so is in the state that a refusal leaves behind.
            passed = sent({ tag, fields: ['refused', {}, {}] });
            rewriting = notALeader;
          }
        }
      }
      if (tag !== TAG.GOODBYE) awaited.push(rewriting);
      pass(neo4jServer, passed);
    };
    const onAnswer = (bytes: Buffer, asSent: Buffer): void => {
      if (bytes[1] === TAG.RECORD) return pass(client, asSent);
      const rewriting = awaited.shift()!;
      const answer = messageOf(bytes);
      const { bookmark } = (answer.fields[0] ?? {}) as { bookmark?: string };
      if (bookmark !== undefined) this.cluster.given.push({ member: this.name, bookmark });
      const rewritten = rewriting(answer);
      pass(client, rewritten === answer ? asSent : sent(rewritten));
    };

    client.on(
      'data',
      afterHandshake(20, withoutManifest, (bytes) => pass(neo4jServer, bytes), messages(onRequest)),
    );
    neo4jServer.on(
      'data',
      afterHandshake(
        4,
        (bytes) => bytes,
        (bytes) => pass(client, bytes),
        messages(onAnswer),
      ),
    );
  }

  #withTable(answer: Message): Message {
    if (answer.tag !== TAG.SUCCESS) return answer;
    const { routers, readers, writers, ttl } = this.cluster.table;
    const { rt } = (answer.fields as [{ rt: Metadata }])[0];
    const servers = [
      { role: 'ROUTE', addresses: this.#addresses(routers) },
      { role: 'READ', addresses: this.#addresses(readers) },
      { role: 'WRITE', addresses: this.#addresses(writers) },
    ];
    return { tag: TAG.SUCCESS, fields: [{ rt: { ...rt, ttl: neo4j.int(ttl), servers } }] };
  }

  #addresses(names: readonly string[]): string[] {
    return names.map((name) => this.cluster.member(name).address);
  }
}

/** What a follower says. */
const notALeader: Rewriting = ({ tag, fields }) => {
  if (tag !== TAG.FAILURE) throw new Error('Neo4j took what was to fail.');
  const [failure] = fields as [Metadata];
  const code = 'neo4j_code' in failure ? 'neo4j_code' : 'code';
  return {
    tag,
    fields: [{ ...failure, [code]: 'Neo.ClientError.Cluster.NotALeader', message: 'No write operations are allowed here.' }],
  };
};

/** Bolt's classic handshake: the newer one (a manifest) is more than two messages, and nothing here depends on it. */
function withoutManifest(handshake: Buffer): Buffer {
  return Buffer.concat([handshake.subarray(0, 4), ...[4, 8, 12, 16].map((at) => proposal(handshake.subarray(at, at + 4)))]);
}
const proposal = (bytes: Buffer): Buffer => (bytes[2] === 1 && bytes[3] === 0xff ? Buffer.alloc(4) : bytes);

/** Passes on the first bytes by themselves. */
function afterHandshake(
  size: number,
  change: (bytes: Buffer) => Buffer,
  pass: (bytes: Buffer) => void,
  then: (chunk: Buffer) => void,
): (chunk: Buffer) => void {
  let begun = Buffer.alloc(0);
  let shaken = false;
  return (chunk) => {
    if (shaken) return then(chunk);
    begun = Buffer.concat([begun, chunk]);
    if (begun.length < size) return;
    shaken = true;
    pass(change(begun.subarray(0, size)));
    if (begun.length > size) then(begun.subarray(size));
  };
}

/** Statements within a transaction are not named to Neo4j. */
const firstLineOf = (text: string): string => text.split('\n')[0]!;
