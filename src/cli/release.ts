import { readFileSync } from 'node:fs';
import { projectFile } from '../project-files.js';

/** The version of the program. */
export function release(): string {
  return (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }).version;
}
