/** Nodes that can be dragged with the mouse. */
import type Sigma from 'sigma';
import type { EdgeAttributes, Handlers, NodeAttributes } from './renderer.js';

/** A node that is dragged stays where it is put; the picture around it does not move with it. */
export function letNodesBeDragged(sigma: Sigma<NodeAttributes, EdgeAttributes>, handlers: Handlers): void {
  let held: string | null = null;
  let dragged = false;
  const graph = sigma.getGraph();
  sigma.on('downNode', ({ node, event }) => {
    // A finger that touches a node may be about to move the picture.
    if (event.original instanceof MouseEvent) held = node;
  });
  sigma.on('moveBody', ({ event }) => {
    // An answer that comes meanwhile may take it out of the picture.
    if (held === null || !graph.hasNode(held)) return;
    if (!dragged) sigma.setCustomBBox(sigma.getBBox());
    dragged = true;
    graph.mergeNodeAttributes(held, sigma.viewportToGraph(event));
    event.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const release = (): void => {
    if (held !== null && dragged && graph.hasNode(held)) {
      const { x, y } = graph.getNodeAttributes(held);
      handlers.moved(held, { x, y });
    }
    // The picture may be fitted to its room anew, as it is for whoever opens the same address.
    if (dragged) sigma.setCustomBBox(null);
    held = null;
    dragged = false;
  };
  sigma.on('upNode', release);
  sigma.on('upStage', release);
}
