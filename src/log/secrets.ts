/** Shorter ones would blot out ordinary words. */
const SHORTEST = 4;

/** `Authorization: Basic …`, however it is written down. */
const AUTHORIZATION = /(authorization\\?["']?\s*[:=]\s*\\?["']?)(?:\w+\s+)?[\w.~+/=-]+/gi;

/**
 * The last fence: whatever finds its way into a line, a password that we were given, or what a client sent as `Authorization`, is
 * blotted out of it.
 */
export function withoutSecrets(secrets: readonly string[]): (line: string) => string {
  // As they stand in JSON.
  const written = secrets.filter(({ length }) => length >= SHORTEST).map((secret) => JSON.stringify(secret).slice(1, -1));
  return (line) => {
    let clean = line;
    for (const secret of written) if (clean.includes(secret)) clean = clean.replaceAll(secret, BLOT);
    return /authorization/i.test(clean) ? clean.replace(AUTHORIZATION, `$1${BLOT}`) : clean;
  };
}

const BLOT = '[secret]';
