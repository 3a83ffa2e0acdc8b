import { closest } from 'fastest-levenshtein';
import { OF_KUBERNETES } from './kinds.js';
import type { SettingsMistake } from './mistakes.js';
import { ALL_SETTINGS } from './settings.js';
import { ENV_FILE, type SettingsSources } from './sources.js';

/** What looks like a setting and is none, with the nearest that is one: what was misspelt would silently not hold. */
export function unknownNames({ environment, file }: SettingsSources): SettingsMistake[] {
  const unknown = (values: Readonly<Record<string, string | undefined>>, suffix: string): SettingsMistake[] =>
    Object.entries(values)
      .filter(([name, value]) => OURS.test(name) && !KNOWN.includes(name) && !isOfOthers(name, value))
      .map(([name]) => ({
        code: 'UNKNOWN_SETTING',
        where: `${name}${suffix}`,
        what: `is no setting; the nearest is ${closest(name, KNOWN)}.`,
      }));
  return [...unknown(environment, ''), ...unknown(file?.values ?? {}, ` in ${file?.path}`)];
}

const OURS = /^(CUSTODES|NEO4J)_/;

const KNOWN = [
  ENV_FILE,
  ...Object.values(ALL_SETTINGS).flatMap(({ environment: variables, secret }) =>
    secret ? variables.flatMap((variable) => [variable, `${variable}_FILE`]) : variables,
  ),
];

const OF_OTHERS = [
  // What the tests and scripts of the project read.
  /^CUSTODES_(TEST_.*|PYTHON)$/,
  // Neo4j's own: of its start script, of its image, which has Neo4j's settings as names with small letters; and of docker-compose.yml.
  /^NEO4J_(AUTH|HOME|CONF|EDITION|PLUGINS|DEBUG|ACCEPT_LICENSE_AGREEMENT|HEAP|.*[a-z].*)$/,
  // What Kubernetes tells a container of services that are called so.
  /_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_/,
];

const isOfOthers = (name: string, value = ''): boolean =>
  OF_OTHERS.some((names) => names.test(name)) || OF_KUBERNETES.test(value);
