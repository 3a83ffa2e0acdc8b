import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { SettingsMistaken } from '../../src/configuration/mistakes.js';
import { settingsInForce } from '../../src/configuration/read.js';
import { ALL_SETTINGS, secretsIn, SETTING_NAMES } from '../../src/configuration/settings.js';
import { Secrets } from '../../src/log/secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'custodes-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Without a `.env` file unless the environment names one. */
const inForce = (options: Record<string, unknown>, environment: Record<string, string> = {}) =>
  settingsInForce(SETTING_NAMES, options, { CUSTODES_ENV_FILE: 'off', ...environment });

function mistakesOf(options: Record<string, unknown>, environment: Record<string, string> = {}): string[] {
  try {
    inForce(options, environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsMistaken)) throw error;
    return error.mistakes.map(({ code, where, what }) => `${code} ${where} ${what}`);
  }
}

describe('a setting', () => {
  const env = file('one.env', 'PORT=4001\nCUSTODES_OPERATIONS_WAITING="7" # few\n');

  test('is what the option says, else the environment, else the .env file, else as usual; and it is known from where', () => {
    const environment = { CUSTODES_ENV_FILE: env, PORT: '4002' };
    const of = (options: object, given: Record<string, string>) => {
      const { settings, origins } = inForce({ ...options }, given);
      return [settings.port, origins.port];
    };
    expect(of({ port: '4003' }, environment)).toEqual([4003, '--port']);
    expect(of({}, environment)).toEqual([4002, 'PORT']);
    expect(of({}, { CUSTODES_ENV_FILE: env })).toEqual([4001, `PORT in ${env}`]);
    expect(of({}, {})).toEqual([4000, null]);
    expect(inForce({}, environment).settings.operationsWaiting).toBe(7);
  });

  test('is not taken from a line without "=", of which nothing is shown', () => {
    const path = file('lines.env', '# ours\nNEO4J_PASSWORD open-sesame\nPORT=4001\n\n=4002\nCUSTODES_METRICS on');
    const mistakes = mistakesOf({}, { CUSTODES_ENV_FILE: path });
    expect(mistakes).toEqual(
      [2, 5, 6].map((number) => expect.stringContaining(`INVALID_SETTING ${path}, line ${number}, has no name`)),
    );
    expect(mistakes.join()).not.toContain('open-sesame');
  });

  test('is read as Node reads it: in quotes over several lines, after export, with a comment behind it, without a value', () => {
    const path = file(
      'whole.env',
      'export PORT=4001 # ours\r\nOTEL_SERVICE_NAME="a\nb" # two\n\n  CUSTODES_HOST = ::1\nCUSTODES_ORIGINS=\nNEO4J_USER=\'x\nNEO4J_PASSWORD=y',
    );
    const { settings } = inForce({}, { CUSTODES_ENV_FILE: path });
    expect(settings).toMatchObject({ port: 4001, otlpServiceName: 'a\nb', host: '::1', neo4jUser: "'x", neo4jPassword: 'y' });
  });

  test('that is an empty text is not set', () => {
    expect(inForce({ neo4jUri: '' }, { NEO4J_URI: '', PORT: '' }).settings).toMatchObject({ neo4jUri: null, port: 4000 });
  });

  test('is the first of its names', () => {
    expect(inForce({}, { CUSTODES_PORT: '1', PORT: '2' }).settings.port).toBe(1);
    expect(inForce({}, { NEO4J_USERNAME: 'aura' }).settings.neo4jUser).toBe('aura');
  });

  test.each([
    ['origins', 'https://a.example, http://localhost:5173', ['https://a.example', 'http://localhost:5173']],
    ['origins', '*', ['*']],
    ['trustedProxies', '10.0.0.0/8,fd00::/8,loopback', ['10.0.0.0/8', 'fd00::/8', 'loopback']],
    ['requestsAMinute', 'off', null],
    ['cache', 'off', null],
    ['cache', false, null],
    ['introspection', 'off', false],
    ['cypher', true, true],
  ] as const)('%s: %s', (name, given, expected) => {
    expect(inForce({ [name]: given }, { NEO4J_URI: 'bolt://localhost' }).settings[name]).toEqual(expected);
  });

  test('has a usual value that it could be given', () => {
    for (const name of SETTING_NAMES) {
      const { kind, usual } = ALL_SETTINGS[name];
      const written = kind.write(usual);
      if (written !== '') expect([name, kind.read(written)]).toEqual([name, usual]);
    }
  });
});

describe('a secret', () => {
  test('may be in a file, without the end of its line', () => {
    const { settings, origins } = inForce({}, { NEO4J_PASSWORD_FILE: file('password', 'open sesame\n') });
    expect([settings.neo4jPassword, origins.neo4jPassword]).toEqual(['open sesame', 'NEO4J_PASSWORD_FILE']);
  });

  test('given twice, or in a file that is not there, is a mistake that does not show it', () => {
    const both = mistakesOf({}, { NEO4J_PASSWORD: 'hidden', NEO4J_PASSWORD_FILE: '/hidden-file' });
    expect(both).toEqual(['CONFLICTING_SETTINGS NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; expected one of them.']);
    expect(mistakesOf({}, { NEO4J_PASSWORD_FILE: '/nowhere' })[0]).toMatch(/^UNREADABLE_SETTINGS_FILE NEO4J_PASSWORD_FILE names/);
  });
});

test('each header for a collector is a secret by itself, as it is written and as it is sent, but no short one', () => {
  const headers = 'authorization=Bearer%20open-sesame,x-api-key=key-0123456789,x-tenant=prod';
  const { settings } = inForce({}, { OTEL_EXPORTER_OTLP_HEADERS: headers });
  const secrets = new Secrets(secretsIn(settings));
  for (const told of [headers, 'Bearer%20open-sesame', 'Bearer open-sesame', 'open-sesame', 'key-0123456789']) {
    expect(secrets.blottedOut(`The collector refuses ${told}!`)).toBe('The collector refuses [secret]!');
  }
  expect(secrets.blottedOut('in production')).toBe('in production');
});

test.each(['authorization=100%', 'authorization', '=value', 'a b=value', 'authorization=a%0Ab', 'authorization=ok,'])(
  'headers for a collector may not be %s, which is not shown',
  (headers) => {
    expect(mistakesOf({}, { OTEL_EXPORTER_OTLP_HEADERS: headers })).toEqual([
      'INVALID_SETTING OTEL_EXPORTER_OTLP_HEADERS is not right; expected name=value, separated by commas, with %20 for a space and %25 for a %.',
    ]);
  },
);

test('a login in a wrong address is not shown', () => {
  expect(mistakesOf({}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://user:hidden@collector:4317' })).toEqual([
    'INVALID_SETTING OTEL_EXPORTER_OTLP_ENDPOINT is "…@collector:4317"; expected an address that begins with http:// or https://, or off.',
  ]);
});

describe('the address of Neo4j', () => {
  test.each([
    'bolt://localhost',
    'bolt://127.0.0.1:7687',
    'bolt+s://[2001:db8::1]:7687',
    'neo4j://neo4j.example:7687?policy=europe',
    'neo4j+ssc://xxxxxxxx.databases.neo4j.io/',
  ])('may be %s', (address) => {
    expect(inForce({}, { NEO4J_URI: address }).settings.neo4jUri).toBe(address);
  });

  test.each(['bolt://:::', 'bolt://', 'bolt://localhost:70000', 'bolt://local host', 'http://localhost:7474', 'localhost:7687'])(
    'may not be %s',
    (address) => {
      expect(mistakesOf({ neo4jUri: address })).toEqual([
        `INVALID_SETTING --neo4j-uri is "${address}"; expected an address as neo4j://localhost:7687, or with neo4j+s, neo4j+ssc, bolt, bolt+s or bolt+ssc, or off.`,
      ]);
    },
  );

  test.each([
    ['neo4j:hidden@', 'a user or a password'],
    ['hid/d@en@', 'a user or a password'],
    [':hidden@', 'a user or a password'],
  ])('holds no login, which nothing would use and which is never shown: %s', (login, named) => {
    for (const scheme of ['neo4j', 'bolt+s', 'http']) {
      const [mistake, ...others] = mistakesOf({}, { NEO4J_URI: `${scheme}://${login}localhost:7687` });
      expect([mistake, others]).toEqual([expect.stringMatching(/^INVALID_SETTING NEO4J_URI holds/), []]);
      expect(mistake).toContain(named);
      expect(mistake).not.toMatch(/hid|d@en/);
    }
  });

  test.each([
    ['bolt://localhost:7687/custodes', /NEO4J_DATABASE names the database/],
    ['bolt://localhost:7687?policy=europe', /parameters, which only neo4j:/],
  ])('has nothing that nothing reads: %s', (address, said) => {
    expect(mistakesOf({}, { NEO4J_URI: address })).toEqual([expect.stringMatching(said)]);
  });
});

describe('settings that need one another', () => {
  const NEO4J_URI = 'bolt://localhost:7687';

  test('a copy in memory, and Cypher of clients, need a Neo4j', () => {
    expect(mistakesOf({ cypher: true }, { CUSTODES_READ_MODEL: '1000' })).toEqual([
      expect.stringMatching(/^MISSING_SETTING NEO4J_URI is not set, and CUSTODES_READ_MODEL copies/),
      expect.stringMatching(/^MISSING_SETTING NEO4J_URI is not set, and --cypher lets clients/),
    ]);
    expect(mistakesOf({ cypher: true }, { CUSTODES_READ_MODEL: '1000', NEO4J_URI })).toEqual([]);
    expect(mistakesOf({}, { CUSTODES_READ_MODEL: 'off', CUSTODES_CYPHER: 'off' })).toEqual([]);
    expect(mistakesOf({ cypher: true }, { NEO4J_URI: 'localhost' })).toEqual([expect.stringMatching(/^INVALID_SETTING/)]);
  });

  test('a user of Neo4j needs a password; a Neo4j without logins needs neither', () => {
    const mistake = /^MISSING_SETTING NEO4J_PASSWORD is not set, and NEO4J_USERNAME names a user/;
    expect(mistakesOf({}, { NEO4J_URI, NEO4J_USERNAME: 'reader' })).toEqual([expect.stringMatching(mistake)]);
    expect(mistakesOf({}, { NEO4J_URI, NEO4J_USERNAME: 'reader', NEO4J_PASSWORD: 'hidden' })).toEqual([]);
    expect(mistakesOf({}, { NEO4J_URI, NEO4J_USER: 'reader', NEO4J_PASSWORD_FILE: '/nowhere' })).toHaveLength(1);
    expect(mistakesOf({}, { NEO4J_URI })).toEqual([]);
    expect(mistakesOf({}, { NEO4J_USER: 'reader' })).toEqual([]);
  });
});

describe('a name that nothing reads', () => {
  test.each([
    ['NEO4J_PASSWD', 'NEO4J_PASSWORD'],
    ['NEO4J_URL', 'NEO4J_URI'],
    ['CUSTODES_ORIGIN', 'CUSTODES_ORIGINS'],
  ])('is a mistake, and the nearest name is said: %s', (name, nearest) => {
    const mistake = `UNKNOWN_SETTING ${name} is no setting; the nearest is ${nearest}.`;
    expect(mistakesOf({}, { [name]: 'hidden' })).toEqual([mistake]);
    // Beside others, and to who reads a few.
    expect(mistakesOf({ port: 'x' }, { [name]: 'hidden' })).toEqual([expect.stringContaining('--port'), mistake]);
    expect(() => settingsInForce(['cache'], {}, { CUSTODES_ENV_FILE: 'off', [name]: 'hidden' })).toThrow(mistake.slice(16));
  });

  test('is none where Neo4j, Compose or Kubernetes reads or sets it', () => {
    const others = [
      'NEO4J_AUTH',
      'NEO4J_HEAP',
      'NEO4J_HOME',
      'NEO4J_server_memory_pagecache_size',
      'NEO4J_dbms_security_auth__enabled',
    ];
    const services = {
      NEO4J_PORT: 'tcp://10.0.0.1:7687',
      NEO4J_PORT_7687_TCP_ADDR: '10.0.0.1',
      CUSTODES_SERVICE_HOST: '10.0.0.2',
    };
    expect(mistakesOf({}, { ...Object.fromEntries(others.map((name) => [name, 'x'])), ...services })).toEqual([]);
    expect(mistakesOf({}, { CUSTODES_PORT: 'tcp://10.0.0.2:4000' })).toEqual([
      expect.stringContaining('enableServiceLinks: false'),
    ]);
  });
});

describe('mistakes', () => {
  test('are all named at once, with where, what was found and what was expected', () => {
    const env = file('wrong.env', 'CUSTODES_BODY_BYTES=much\nCUSTODES_INTROSPETION=off\nNEO4J_URI=http://localhost:7474\n');
    const environment = {
      CUSTODES_ENV_FILE: env,
      CUSTODES_ORIGINS: 'dashboard.example',
      CUSTODES_TRUSTED_PROXIES: '10.0.0.0/33',
    };
    expect(mistakesOf({ port: '70000', operationsAtOnce: '1.5' }, environment)).toEqual([
      `INVALID_SETTING NEO4J_URI in ${env} is "http://localhost:7474"; expected an address as neo4j://localhost:7687, or with neo4j+s, neo4j+ssc, bolt, bolt+s or bolt+ssc, or off.`,
      'INVALID_SETTING --port is "70000"; expected a whole number from 0 to 65535.',
      'INVALID_SETTING CUSTODES_ORIGINS is "dashboard.example"; expected origins as https://dashboard.example (no / at the end), separated by commas, or *.',
      'INVALID_SETTING CUSTODES_TRUSTED_PROXIES is "10.0.0.0/33"; expected addresses, ranges as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas.',
      'INVALID_SETTING --operations-at-once is "1.5"; expected a whole number from 1 to 10000.',
      `INVALID_SETTING CUSTODES_BODY_BYTES in ${env} is "much"; expected a whole number from 1024 to 67108864.`,
      `UNKNOWN_SETTING CUSTODES_INTROSPETION in ${env} is no setting; the nearest is CUSTODES_INTROSPECTION.`,
    ]);
  });

  test('a named file that cannot be read is one; the usual .env need not be there', () => {
    expect(mistakesOf({}, { CUSTODES_ENV_FILE: '/nowhere/.env' })[0]).toMatch(/^UNREADABLE_SETTINGS_FILE CUSTODES_ENV_FILE/);
    expect(settingsInForce(['port'], {}, {}).settings).toEqual({ port: 4000 });
  });

  test('a command that reads some settings is not stopped by others', () => {
    expect(settingsInForce(['cache'], {}, { CUSTODES_ENV_FILE: 'off', PORT: 'x' }).settings).toEqual({ cache: '' });
  });
});
