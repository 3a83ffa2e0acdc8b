import { writeFileSync } from 'node:fs';
import { printedSchema } from './schema.js';
import { projectFile } from '../project-files.js';

/** `node dist/graphql/print-schema.js` writes schema/schema.graphql anew. */
writeFileSync(projectFile('schema/schema.graphql'), await printedSchema());
