import type { Graph } from '../../src/domain/model.js';
import { exportGraph, formatNamed, type Selection } from '../../src/export/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { GraphStore } from '../../src/store/port.js';

/** A store in memory with this graph. */
export async function storeOf(graph: Graph): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.load(graph);
  return store;
}

/** The whole text of an export, and what the format had no place for. */
export async function exported(
  store: GraphStore,
  format: string,
  selection: Selection = {},
): Promise<{ text: string; notes: string[]; truncation: string | null }> {
  const notes: string[] = [];
  const { chunks, truncation } = await exportGraph(store, formatNamed(format), selection, (note) => notes.push(note));
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return { text, notes, truncation };
}
