import { text } from 'node:stream/consumers';
import { passageDigest } from '../dossier/digest.js';

/** Prints the digest of the passage on standard input. */
export async function digest(): Promise<void> {
  console.log(passageDigest(await text(process.stdin)));
}
