import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Package {
  version: string;
  integrity?: string;
  hasInstallScript?: boolean;
  license?: string;
  link?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Packages with a script that npm would run when they are installed, and why we need none of it: `.npmrc` has ignore-scripts. */
const SCRIPTS_NOT_NEEDED: Record<string, string> = {
  '@apollo/protobufjs': 'warns of version schemes',
  '@parcel/watcher': 'builds what it has ready-made for every usual platform; for development only',
  '@swc/core': 'checks that its ready-made binding is there; for development only',
  esbuild: 'makes its start a little quicker; for development only',
  'unrs-resolver': 'checks that its ready-made binding is there; for development only',
};

/** Licences that let anyone use, change and pass on what we give out. MPL-2.0 and CC-BY-4.0: for development only. */
const LICENCES = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'],
  ...['Python-2.0', 'PSF-2.0', 'Unicode-3.0', 'OFL-1.1', 'MPL-2.0', 'CC-BY-4.0'],
  ...['Apache-2.0 AND MIT', '(MIT AND BSD-3-Clause)', '(MIT OR CC0-1.0)'],
];

test('every package is what it was: the lockfile has its digest', () => {
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
});

test('no package needs a script when it is installed', () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(scripted.filter((name) => !(name in SCRIPTS_NOT_NEEDED))).toEqual([]);
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

test('every licence is one that is allowed', () => {
  const others = packages.filter(([, { license = 'none' }]) => !LICENCES.includes(license));
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
