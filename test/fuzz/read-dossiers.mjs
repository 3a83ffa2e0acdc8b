/**
 * Reads each dossier that it is sent, in a process of its own, so that whoever sends it can end one that hangs. Answers a dossier (bytes)
 * with what came of it, and `'heap'` with the MiB in use after everything unreachable is gone. `npm test` builds what it reads with.
 */
import { graphOfFiles } from '../../dist/dossier/index.js';
import { heapAfterCollection } from './heap.mjs';

function read(bytes) {
  try {
    const loaded = graphOfFiles([{ file: 'mutated.yaml', bytes }]);
    return 'graph' in loaded ? { version: loaded.graph.version } : { problems: loaded.problems };
  } catch (error) {
    return { thrown: String(error?.stack ?? error) };
  }
}

process.on('message', (message) => process.send(message === 'heap' ? heapAfterCollection() : read(message)));
