/** The arguments of an address, all of them where several have one name. */
export function argumentsIn(address: string): URLSearchParams {
  const start = address.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : address.slice(start + 1));
}

/** What an argument holds as JSON; null where it is none, for whoever reads it says so. */
export function parsedArgument(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
