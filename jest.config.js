/** Tests run as ES modules, compiled by swc as the build's tsc would: decorators, no type check (that is `npm run types`). */
export default {
  testEnvironment: 'node',
  // Tests start commands, browsers and databases on machines of every speed; none is about time.
  testTimeout: 60_000,
  // One test file after another: they share a Neo4j and two cores. In a process that is replaced when it has grown, for what the modules
  // of a file took stays in memory, and a full heap made the last files several times slower than the first.
  maxWorkers: 1,
  workerIdleMemoryLimit: '1GB',
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
