import type { ServerResponse } from 'node:http';
import { normalizeIP } from '@fastify/rate-limit';

/** Places for answers that take long: so many in all, so many of them for each client, so that no client can have all. */
export class ClientPlaces {
  readonly #most: number;
  readonly #mostOfClient: number;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(most: number, mostOfClient: number) {
    this.#most = most;
    this.#mostOfClient = mostOfClient;
  }

  /**
   * Takes a place until the answer is over, or its client has gone.
   * @param address of the client, as the rate of clients knows it: of IPv6 the network (/64), for a machine has all of one
   * @returns null; where there is none, what the bound is of
   */
  take(address: string, answer: ServerResponse): 'client' | 'all' | null {
    const client = normalizeIP(address);
    const own = this.#taken.get(client) ?? 0;
    if (own >= this.#mostOfClient) return 'client';
    if (this.#all >= this.#most) return 'all';
    this.#taken.set(client, own + 1);
    this.#all++;
    answer.once('close', () => this.#leave(client));
    return null;
  }

  #leave(client: string): void {
    const others = this.#taken.get(client)! - 1;
    if (others === 0) this.#taken.delete(client);
    else this.#taken.set(client, others);
    this.#all--;
  }

  get taken(): number {
    return this.#all;
  }
}
