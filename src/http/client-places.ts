import type { ServerResponse } from 'node:http';
import { normalizeIP } from '@fastify/rate-limit';
import { ClientTally } from './client-tally.js';

/** Places for answers that take long: so many in all, so many of them for each client, so that no client can have all. */
export class ClientPlaces {
  readonly #most: number;
  readonly #mostOfClient: number;
  readonly #taken = new ClientTally();
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
    if (this.#taken.of(client) >= this.#mostOfClient) return 'client';
    if (this.#all >= this.#most) return 'all';
    this.#taken.add(client);
    this.#all++;
    answer.once('close', () => {
      this.#taken.remove(client);
      this.#all--;
    });
    return null;
  }

  get taken(): number {
    return this.#all;
  }
}
