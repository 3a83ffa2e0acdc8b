import { afterAll } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';

/** The built command, as a user runs it. `npm test` builds it first. */
const COMMAND = 'dist/main.js';

export interface Ran {
  exitCode: number | null;
  out: string;
  err: string;
}

type Environment = Record<string, string>;

/** Runs `custodes …` to its end. The graph is in memory unless the environment given names a Neo4j. */
export async function custodes(
  args: readonly string[],
  environment: Environment = {},
  input = '',
  /** Told what is on standard error so far. */
  told: (err: string) => void = () => undefined,
): Promise<Ran> {
  const child = start(args, environment);
  child.stdin?.end(input);
  const ran: Ran = { exitCode: null, out: '', err: '' };
  // A letter of several bytes may come in two chunks.
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (ran.out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => told((ran.err += chunk)));
  ran.exitCode = await new Promise((resolve) => child.on('close', resolve));
  return ran;
}

export interface Serving {
  url: string;
  /** Everything printed so far, on both streams. */
  printed: () => string;
  /** Resolves when what was printed holds the text; rejects when the command has ended or half a minute has gone by. */
  hasPrinted: (text: string) => Promise<void>;
  /** The exit code, when it has ended by itself. */
  ended: Promise<number | null>;
  signal: (name: NodeJS.Signals) => void;
  /** Sends SIGTERM and gives the exit code. */
  stop: () => Promise<number | null>;
}

/** Starts `custodes serve …` on a free port and waits until it says where it is. */
export async function custodesServe(
  args: readonly string[] = [],
  environment: Environment = {},
  program = COMMAND,
): Promise<Serving> {
  const starting = custodesStarting(['--port', '0', ...args], environment, program);
  await starting.hasPrinted('Ctrl+C stops it.');
  return { ...starting, url: /http:\/\/\S+(?=\/graphql)/.exec(starting.printed())?.[0] ?? '' };
}

/** Starts `custodes serve …`, which may not yet be there or never come. */
export function custodesStarting(
  args: readonly string[],
  environment: Environment = {},
  program = COMMAND,
): Omit<Serving, 'url'> {
  const child = start(['serve', ...args], environment, program);
  let printed = '';
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  let hasEnded = false;
  void closed.then(() => (hasEnded = true));
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));

  const hasPrinted = async (text: string): Promise<void> => {
    for (let waited = 0; !printed.includes(text); waited += 50) {
      if (hasEnded || waited > 30_000) throw new Error(`"${text}" was not printed, but:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {
    printed: () => printed,
    hasPrinted,
    ended: closed,
    signal: (name) => void child.kill(name),
    stop: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}

function start(args: readonly string[], environment: Environment, program = COMMAND): ChildProcess {
  const { NEO4J_URI: _uri, NEO4J_USER: _user, NEO4J_PASSWORD: _password, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], { env: { ...inherited, ...environment } });
  started.push(child);
  return child;
}

/** A test that fails must not leave a server behind. */
const started: ChildProcess[] = [];
afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

/** The body of the answer to a GraphQL query, as it came over the wire. */
export async function post(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.text();
}
