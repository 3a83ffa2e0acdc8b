import { isIP } from 'node:net';

/** A kind of value that a setting can have: how it is written, and how it is read from what somebody wrote. */
export interface Kind<T> {
  /** What stands behind the option in help: `<number>`. */
  placeholder: string;
  /** As mistakes say it: "a whole number from 1 to 100". */
  expected: string;
  /** undefined where the text is none */
  read(text: string): T | undefined;
  /** What is wrong with a text that is none, where more can be said than what it is; it holds nothing of the text. */
  wrong?: (text: string) => string | undefined;
  write(value: T): string;
}

export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    placeholder: '<number>',
    expected: `a whole number from ${least} to ${most}`,
    read: (text) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
      return value >= least && value <= most ? value : undefined;
    },
    write: String,
  };
}

/** What Kubernetes says of a port in the environment of containers: `tcp://10.0.0.1:4000`. */
export const OF_KUBERNETES = /^(tcp|udp|sctp):\/\//;

export const portNumber: Kind<number> = {
  ...wholeNumber(0, 65_535),
  wrong: (text) =>
    OF_KUBERNETES.test(text)
      ? 'is what Kubernetes sets for a Service of that name (enableServiceLinks: false keeps it away)'
      : undefined,
};

/** The kind, or `off`: null. */
export function orOff<T>(kind: Kind<T>): Kind<T | null> {
  return {
    placeholder: kind.placeholder,
    expected: `${kind.expected}, or off`,
    read: (text) => (text === 'off' ? null : kind.read(text)),
    wrong: (text) => kind.wrong?.(text),
    write: (value) => (value === null ? 'off' : kind.write(value)),
  };
}

export function oneOf<const Choice extends string>(...choices: Choice[]): Kind<Choice> {
  return {
    placeholder: `<${choices.join('|')}>`,
    expected: `one of ${choices.join(', ')}`,
    read: (text) => choices.find((choice) => choice === text),
    write: String,
  };
}

/** The option alone, without a value, is `on`. */
export const SWITCH: Kind<boolean> = {
  placeholder: '[on|off]',
  expected: 'on or off',
  read: (text) => new Map([...words(true, 'on', 'true', '1'), ...words(false, 'off', 'false', '0')]).get(text),
  write: (value) => (value ? 'on' : 'off'),
};
const words = (value: boolean, ...texts: string[]): [string, boolean][] => texts.map((text) => [text, value]);

export function text(expected: string, fits = /./): Kind<string> {
  return { placeholder: '<text>', expected, read: (given) => (fits.test(given) ? given : undefined), write: String };
}

export const path = (expected: string): Kind<string> => ({ ...text(expected), placeholder: '<path>' });

/** Separated by commas; every entry must be right. */
export function list(placeholder: string, expected: string, isEntry: (entry: string) => boolean): Kind<readonly string[]> {
  return {
    placeholder,
    expected,
    read: (given) => {
      const entries = given
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
      return entries.every(isEntry) ? entries : undefined;
    },
    write: (entries) => entries.join(','),
  };
}

/** As browsers send it: scheme, host, and port where it is not the usual one. */
export function isOrigin(entry: string): boolean {
  return entry === '*' || (URL.canParse(entry) && /^https?:/.test(entry) && new URL(entry).origin === entry);
}

/** Names of ranges that Fastify knows. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** `10.1.2.3`, `10.0.0.0/8`, `fd00::/8` or the name of a range. */
export function isProxy(entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return RANGES.includes(entry);
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

export const httpAddress: Kind<string> = {
  placeholder: '<address>',
  expected: 'an address that begins with http:// or https://',
  read: (given) => (/^https?:\/\/./.test(given) && URL.canParse(given) ? given : undefined),
  write: withoutLogin,
};

/** An address is shown without a user or password that somebody put into it. */
function withoutLogin(address: string): string {
  return address.replace(/\/\/[^/]*@/, '//');
}
