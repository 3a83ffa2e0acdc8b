import type { GraphStore } from '../store/port.js';
import type { Source } from './model.js';

/** These sources and what they translate or reprint, which decides whether they are independent. */
export async function sourcesAndOriginals(
  store: Pick<GraphStore, 'sources'>,
  ids: ReadonlySet<string>,
): Promise<Map<string, Source>> {
  const found = new Map<string, Source>();
  for (let wanted = [...ids].sort(); wanted.length > 0;) {
    const read = await store.sources(wanted);
    for (const source of read) found.set(source.id, source);
    wanted = [...new Set(read.flatMap(({ derivedFrom }) => derivedFrom ?? []))].filter((id) => !found.has(id)).sort();
  }
  return found;
}
