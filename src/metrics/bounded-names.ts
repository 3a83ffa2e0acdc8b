const MOST_NAMES = 100;

/** Names that clients choose, as a label may have them: the first hundred, and `other`. */
export class BoundedNames {
  readonly #known = new Set<string>();

  bounded(name: string | null): string {
    if (name === null) return 'unnamed';
    if (this.#known.has(name)) return name;
    if (this.#known.size >= MOST_NAMES || name.length > 100) return 'other';
    this.#known.add(name);
    return name;
  }
}
