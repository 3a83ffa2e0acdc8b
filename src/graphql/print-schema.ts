import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printedSchema } from './schema.js';

/** `node dist/graphql/print-schema.js` writes schema/schema.graphql anew. */
writeFileSync(fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url)), await printedSchema());
