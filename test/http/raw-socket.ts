import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface RawExchange {
  answers: RawAnswer[];
  /** The server has closed the connection. */
  closed: boolean;
}

/**
 * Sends bytes as they are, and reads what comes until the server closes, or so many answers are there and nothing has come after them for a
 * moment. `100 Continue` is no answer.
 */
export function exchange(url: string, bytes: string | Buffer, answers = Infinity): Promise<RawExchange> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    let quiet: NodeJS.Timeout | undefined;
    const end = (closed: boolean): void => {
      clearTimeout(quiet);
      socket.destroy();
      resolve({ answers: answersIn(text), closed });
    };
    socket.on('error', () => undefined);
    socket.on('close', () => end(true));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      clearTimeout(quiet);
      if (answersIn(text).length >= answers) quiet = setTimeout(() => end(false), 30);
    });
    socket.write(bytes);
  });
}

function answersIn(text: string): RawAnswer[] {
  return text
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((one) => /^HTTP\/1\.1 [2-5]/.test(one) && one.includes('\r\n\r\n'))
    .map((one) => {
      const [head = '', ...rest] = one.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
      return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body: rest.join('\r\n\r\n') };
    });
}

/** A question as bytes. @param headers each with its end of line @param path as it stands in the first line */
export function posted(body: string | Buffer, headers = 'content-type: application/json\r\n', path = '/graphql'): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([
    Buffer.from(`POST ${path} HTTP/1.1\r\nhost: custodes\r\n${headers}content-length: ${bytes.length}\r\n\r\n`),
    bytes,
  ]);
}
