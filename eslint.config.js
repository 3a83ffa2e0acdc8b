import js from '@eslint/js';
import typescript from 'typescript-eslint';

/** The rooms of the project and what each may import; `test/rooms.test.ts` draws the same table from the import lines. */
export default typescript.config(
  // Declarations of scripts say no more than types, which tsc checks where they are used.
  { ignores: ['dist/', 'node_modules/', '.neo4j/', '.venv/', 'coverage/', '**/*.d.mts'] },
  js.configs.recommended,
  ...typescript.configs.recommendedTypeChecked,
  ...typescript.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.js', 'scripts/*.mjs', 'scripts/neo4j/*.mjs'],
        },
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // The store's port is asynchronous, whatever the engine.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/dot-notation': 'off',
      // An empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A number or an id in a sentence needs no String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    // An answer is as deep as what the test asked for; the schema's own types are not repeated there.
    files: ['test/graphql/**/*.ts', 'test/http/**/*.ts'],
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'call', 'argument', 'return'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off']),
    ),
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        ...{ process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', fetch: 'readonly' },
        AbortController: 'readonly',
      },
    },
    // Types of plain JavaScript stand in its comments.
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
);
