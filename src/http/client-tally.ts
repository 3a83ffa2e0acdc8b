/** How many of something each client has; nothing is held of those who have none. */
export class ClientTally {
  readonly #counts = new Map<string, number>();

  of(client: string): number {
    return this.#counts.get(client) ?? 0;
  }

  add(client: string): void {
    this.#counts.set(client, this.of(client) + 1);
  }

  remove(client: string): void {
    const others = this.of(client) - 1;
    if (others === 0) this.#counts.delete(client);
    else this.#counts.set(client, others);
  }
}
