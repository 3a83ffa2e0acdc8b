/** The items of a JSON list as text, a batch at a time, with commas between them: `[`, `…`, `]` are the caller's. */
export async function* jsonItems<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  let first = true;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield (first ? '\n' : ',\n') + batch.map((item) => JSON.stringify(item)).join(',\n');
    first = false;
  }
}
