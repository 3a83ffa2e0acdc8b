/** Shorter ones would blot out ordinary words. */
const SHORTEST = 4;

/** `Authorization: Basic …`, however it is written down. */
const AUTHORIZATION = /(authorization\\?["']?\s*[:=]\s*\\?["']?)(?:\w+\s+)?[\w.~+/=-]+/gi;

/**
 * The last fence: whatever finds its way into a line, a password that we were given, or what a client sent as `Authorization`, is
 * blotted out of it.
 */
export class Secrets {
  /** As they stand in JSON. */
  readonly #written = new Set<string>();

  constructor(secrets: readonly string[]) {
    for (const secret of secrets) this.add(secret);
  }

  /** From now on this is blotted out, too. */
  add(secret: string): void {
    if (secret.length >= SHORTEST) this.#written.add(JSON.stringify(secret).slice(1, -1));
  }

  blottedOut(line: string): string {
    let clean = line;
    for (const secret of this.#written) if (clean.includes(secret)) clean = clean.replaceAll(secret, BLOT);
    return /authorization/i.test(clean) ? clean.replace(AUTHORIZATION, `$1${BLOT}`) : clean;
  }
}

const BLOT = '[secret]';
