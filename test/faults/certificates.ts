import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificate {
  key: Buffer;
  cert: Buffer;
}

/** Certificates for a test, made by openssl: an authority of its own, and what it vouches for, or not. */
export class Authority {
  /** For NODE_EXTRA_CA_CERTS. */
  readonly file: string;

  constructor(private readonly folder: string) {
    this.file = join(folder, 'authority.pem');
    this.#openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Authority of the tests'],
      ...['-keyout', join(folder, 'authority.key'), '-out', this.file],
    );
  }

  /** @param names as a certificate has them: `IP:127.0.0.1`; @param days for which it holds, from now; negative: it held, and does no longer */
  certificate(names: string, days = 1): Certificate {
    const [key, request, cert, extensions] = ['key', 'csr', 'pem', 'cnf'].map((ending) =>
      join(this.folder, `server.${ending}`),
    ) as [string, string, string, string];
    this.#openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=neo4j', '-keyout', key, '-out', request);
    writeFileSync(extensions, `subjectAltName=${names}\n`);
    this.#openssl(
      ...['x509', '-req', '-in', request, '-CA', this.file, '-CAkey', join(this.folder, 'authority.key'), '-CAcreateserial'],
      ...['-days', String(days), '-extfile', extensions, '-out', cert],
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  }

  /** Vouched for by itself alone. */
  selfSigned(names: string): Certificate {
    const [key, cert] = [join(this.folder, 'self.key'), join(this.folder, 'self.pem')];
    this.#openssl(
      ...[
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=neo4j',
        '-addext',
        `subjectAltName=${names}`,
      ],
      ...['-keyout', key, '-out', cert],
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  }

  #openssl(...args: string[]): void {
    execFileSync('openssl', args, { stdio: 'ignore' });
  }
}
