/**
 * The cycles that a depth-first walk closes, each as its edges in order. None where the edges have no cycle; at least one
 * of every knot of cycles. Takes time in proportion to the edges, and no recursion.
 */
export function cyclesOf<Edge extends { from: string; to: string }>(edges: readonly Edge[]): Edge[][] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const others = leaving.get(edge.from);
    if (others) others.push(edge);
    else leaving.set(edge.from, [edge]);
  }

  const cycles: Edge[][] = [];
  const done = new Set<string>();
  for (const start of leaving.keys()) {
    if (done.has(start)) continue;
    /** Nodes on the way from the start, with how many edges lead there. */
    const onTheWay = new Map([[start, 0]]);
    const way: Edge[] = [];
    const ahead = [{ node: start, edges: (leaving.get(start) ?? []).values() }];
    while (ahead.length > 0) {
      const { node, edges: left } = ahead[ahead.length - 1]!;
      const next = left.next();
      if (next.done) {
        done.add(node);
        onTheWay.delete(node);
        ahead.pop();
        way.pop();
        continue;
      }
      const edge = next.value;
      const depth = onTheWay.get(edge.to);
      if (depth !== undefined) cycles.push([...way.slice(depth), edge]);
      else if (!done.has(edge.to)) {
        way.push(edge);
        onTheWay.set(edge.to, way.length);
        ahead.push({ node: edge.to, edges: (leaving.get(edge.to) ?? []).values() });
      }
    }
  }
  return cycles;
}
