/** Tests run as ES modules, compiled by swc as the build's tsc would: decorators, no type check (that is `npm run types`). */
export default {
  testEnvironment: 'node',
  // Tests start commands, browsers and databases on machines of every speed; none is about time.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/neo4j-global-setup.mjs',
  globalTeardown: '<rootDir>/test/neo4j-global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
