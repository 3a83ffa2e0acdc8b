type Declares = (name: string, body: () => void | Promise<void>, timeout?: number) => void;

/**
 * `test` or `describe`; where the machine lacks what it needs, one that is skipped and says in its name what is wanting, for `npm run hard`.
 * @param what null where nothing is
 */
export function wanting(declares: Declares & { skip: Declares }, what: string | null): Declares {
  return what === null ? declares : (name, body, timeout) => declares.skip(`${name} [wants ${what}]`, body, timeout);
}
