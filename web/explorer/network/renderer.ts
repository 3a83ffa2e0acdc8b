/** The picture in WebGL: one sigma over one graph, kept in step with what is in view, with names on a canvas above it. */
import Graph from 'graphology';
import Sigma from 'sigma';
import type { NodeProgramType } from 'sigma/rendering';
import { animateNodes } from 'sigma/utils';
import { cut } from '../entity/names.js';
import { looksNow } from '../measures/scale.js';
import type { Light, Picture } from '../state/picture.js';
import { relationLabel } from '../state/vocabulary.js';
import { words } from '../words/words.js';
import type { Position } from './arrange.js';
import { coloursNow } from './colours.js';
import { letNodesBeDragged } from './dragging.js';
import { edgePrograms } from './edge-programs.js';
import { drawLabels, type EdgeLabel, type Label } from './labels.js';
import { bends, edgeLook, heightOfColumns, nodeLook, type EdgeLook, type NodeLook } from './looks.js';
import { ShapeProgram } from './shape-program.js';
import { slideWhileMoving } from './sliding.js';
import { uninstanced } from './uninstanced.js';

export type NodeAttributes = Position &
  NodeLook & { type: 'shape'; degree: number; weight: number; always: boolean; strong: boolean };
export type EdgeAttributes = EdgeLook & {
  type: 'straight' | 'dashed' | 'bent' | 'bentDashed';
  bend: number;
  relationType: string;
};

/** What people do to the picture. */
export interface Handlers {
  node(id: string): void;
  expand(id: string): void;
  edge(id: string): void;
  ground: () => void;
  pointed(id: string | null): void;
  /** A node was dragged to a place of its own. */
  moved(id: string, at: Position): void;
}

export interface Renderer {
  show(picture: Picture, light: Light | null, chosen: string | null, pinned: ReadonlySet<string>): void;
  /** Names the node that is pointed at, here or elsewhere on the page. */
  point(id: string | null): void;
  /** Moves the nodes to their places, gently where motion is welcome. */
  place(positions: ReadonlyMap<string, Position>, gently: boolean): void;
  zoom(step: 'in' | 'out' | 'fit'): void;
  /** Moves the camera so that the node is in sight. */
  reveal(id: string): void;
  /** Where a node stands on the screen; null where it is not shown. */
  onScreen(id: string): Position | null;
  repaint(): void;
  close(): void;
}

const MOST_LABELS = 300;
const MOST_EDGE_LABELS = 14;
/** More lit nodes than these are named as any other. */
const MOST_NAMED_FIRST = 14;
const NARROW = 480;
/** Pixels that a node of full size takes in its column, and how small crowding may make it. */
const FULL_ROW = 33;
const SMALLEST = 0.42;
/** Around the picture, in pixels: names at its edge find room there. */
const MARGIN = { wide: 56, narrow: 36 };
/** The buttons to zoom, in the corner above the picture, in pixels. */
const ZOOM = { width: 46, height: 110 };
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** @throws where the browser has no WebGL */
export function openRenderer(container: HTMLElement, names: HTMLCanvasElement, handlers: Handlers): Renderer {
  const graph = new Graph<NodeAttributes, EdgeAttributes>({ type: 'directed', multi: true });
  let colours = coloursNow();
  let light: Light | null = null;
  let hovered: string | null = null;
  let places: ReadonlyMap<string, Position> = new Map();
  /** Null while nothing moves. */
  let stopMoving: (() => void) | null = null;

  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    allowInvalidContainer: true,
    renderLabels: false,
    enableEdgeEvents: true,
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: uninstanced(ShapeProgram) as unknown as NodeProgramType<NodeAttributes, EdgeAttributes> },
    edgeProgramClasses: edgePrograms<NodeAttributes, EdgeAttributes>(),
    stagePadding: margin(),
    zIndex: true,
    minEdgeThickness: 0.8,
    minCameraRatio: 0.05,
    maxCameraRatio: 3,
    edgeReducer: (_edge, { bend, ...look }) => ({ ...look, curvature: bend, zIndex: look.lit ? 1 : 0 }),
    nodeReducer: (_node, look) => ({ ...look, size: look.size * sizeFactor(), zIndex: look.dimmed ? 0 : 1 }),
    defaultDrawNodeHover: () => undefined,
  });
  const camera = sigma.getCamera();
  let tallestColumn = 0;
  function margin(): number {
    return container.clientWidth < NARROW ? MARGIN.narrow : MARGIN.wide;
  }
  // Smaller where there is less room.
  function sizeFactor(): number {
    const row = (container.clientHeight - 2 * margin()) / Math.max(tallestColumn, 1);
    const crowded = Math.min(1, Math.max(row / FULL_ROW, SMALLEST));
    return container.clientWidth < NARROW ? Math.min(crowded, 0.75) : crowded;
  }

  const paintNames = (): void => {
    const context = names.getContext('2d');
    if (!context) return;
    const size = sigma.getDimensions();
    const density = devicePixelRatio;
    if (names.width !== Math.round(size.width * density) || names.height !== Math.round(size.height * density)) {
      names.width = Math.round(size.width * density);
      names.height = Math.round(size.height * density);
    }
    context.setTransform(density, 0, 0, density, 0, 0);
    drawLabels(context, labelsInSight(), edgeLabelsInSight(), {
      halo: colours.page,
      quiet: colours.quiet,
      size,
      covered: { left: size.width - ZOOM.width, right: size.width, top: 0, bottom: ZOOM.height },
    });
  };

  const labelsInSight = (): Label[] => {
    const { width, height } = sigma.getDimensions();
    const found: Label[] = [];
    graph.forEachNode((id, { label, degree, weight, always, strong, dimmed, size, x, y }) => {
      const at = sigma.graphToViewport({ x, y });
      if (at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) return;
      const under = id === hovered;
      if (dimmed && !under) return;
      found.push({
        id,
        text: under ? `${label} · ${words().relationsTitle(degree)}` : cut(label, 46),
        x: at.x,
        y: at.y,
        radius: sigma.scaleSize(size * sizeFactor()),
        weight: under ? Infinity : weight,
        always: always || under,
        strong: strong || under,
        colour: colours.ink,
      });
    });
    return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_LABELS);
  };

  const edgeLabelsInSight = (): EdgeLabel[] => {
    if (!light || light.edges.size > MOST_EDGE_LABELS) return [];
    return [...light.edges]
      .filter((id) => graph.hasEdge(id))
      .map((id) => {
        const [from, to] = graph.extremities(id).map((end) => graph.getNodeAttributes(end)) as [NodeAttributes, NodeAttributes];
        const { bend, relationType } = graph.getEdgeAttributes(id);
        const [a, b] = [sigma.graphToViewport(from), sigma.graphToViewport(to)];
        // The middle of a bent line lies half as far beside the straight one as its control point.
        return {
          text: relationLabel(relationType),
          x: (a.x + b.x) / 2 - (b.y - a.y) * bend * 0.5,
          y: (a.y + b.y) / 2 + (b.x - a.x) * bend * 0.5,
        };
      });
  };

  /** @returns whether anything was moving */
  const stand = (): boolean => {
    const moved = stopMoving !== null;
    stopMoving?.();
    stopMoving = null;
    return moved;
  };
  const placesOfShown = (): Record<string, Pick<Position, 'x' | 'y'>> =>
    Object.fromEntries([...places].filter(([id]) => graph.hasNode(id)).map(([id, { x, y }]) => [id, { x, y }]));
  const moveToPlaces = (): void => {
    const arrive = (): void => void (stopMoving = null);
    stopMoving = animateNodes(graph, placesOfShown(), { duration: 350, easing: 'quadraticInOut' }, arrive);
  };

  sigma.on('afterRender', paintNames);
  const stopSliding = slideWhileMoving(sigma, drawnLayers(sigma), names);
  sigma.on('enterNode', ({ node }) => {
    container.classList.add('points');
    handlers.pointed(node);
  });
  sigma.on('leaveNode', () => {
    container.classList.remove('points');
    handlers.pointed(null);
  });
  sigma.on('enterEdge', () => container.classList.add('points'));
  sigma.on('leaveEdge', () => container.classList.remove('points'));
  sigma.on('clickNode', ({ node }) => handlers.node(node));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    handlers.expand(event.node);
  });
  sigma.on('clickEdge', ({ edge }) => handlers.edge(edge));
  sigma.on('clickStage', () => handlers.ground());
  letNodesBeDragged(sigma, handlers);

  const measure = new ResizeObserver(() => {
    sigma.setSetting('stagePadding', margin());
    sigma.refresh();
  });
  measure.observe(container);

  return {
    show(picture, nextLight, chosen, pinned) {
      // Nodes that go may be on their way, which the others then go on.
      const onTheWay = stand();
      colours = coloursNow();
      light = nextLight;
      const looks = looksNow();
      const bent = bends(picture);
      tallestColumn = heightOfColumns(picture);
      graph.forEachNode((id) => !picture.nodes.has(id) && graph.dropNode(id));
      graph.forEachEdge((id) => !picture.edges.has(id) && graph.dropEdge(id));
      for (const [id, node] of picture.nodes) {
        const look = nodeLook(node, looks, light, colours);
        const lit = light !== null && light.nodes.has(id) && light.nodes.size <= MOST_NAMED_FIRST;
        const attributes = {
          ...look,
          type: 'shape' as const,
          degree: node.entity.degree,
          weight: (node.body ? 100 : 0) + (lit ? 50 : 0) + look.size + Math.min(node.links, 20) / 20,
          always: id === chosen,
          strong: node.body || lit || id === chosen || pinned.has(id),
        };
        if (graph.hasNode(id)) graph.mergeNodeAttributes(id, attributes);
        else graph.addNode(id, { x: 0, y: 0, ...places.get(id), ...attributes });
      }
      for (const [id, edge] of picture.edges) {
        const bend = bent.get(id) ?? 0;
        const attributes = {
          ...edgeLook(edge, light, colours),
          bend,
          type: lineOf(bend !== 0, edge.relation.holds === 'POSSIBLY'),
          relationType: edge.relation.type,
        };
        if (graph.hasEdge(id)) graph.mergeEdgeAttributes(id, attributes);
        else graph.addDirectedEdgeWithKey(id, edge.from, edge.to, attributes);
      }
      sigma.refresh();
      if (onTheWay) moveToPlaces();
    },

    point(id) {
      if (id === hovered) return;
      hovered = id;
      paintNames();
    },

    place(positions, gently) {
      stand();
      places = positions;
      if (gently && !calm.matches) return moveToPlaces();
      const targets = placesOfShown();
      graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...targets[id] }), { attributes: ['x', 'y'] });
    },

    zoom(step) {
      const options = { duration: calm.matches ? 0 : 200 };
      if (step === 'fit') void camera.animatedReset(options);
      else if (step === 'in') void camera.animatedZoom(options);
      else void camera.animatedUnzoom(options);
    },

    reveal(id) {
      const at = this.onScreen(id);
      const { width, height } = sigma.getDimensions();
      if (!at || (at.x > 40 && at.y > 40 && at.x < width - 40 && at.y < height - 40)) return;
      const shown = sigma.getNodeDisplayData(id);
      if (shown) void camera.animate({ x: shown.x, y: shown.y }, { duration: calm.matches ? 0 : 250 });
    },

    onScreen(id) {
      return graph.hasNode(id) ? sigma.graphToViewport(graph.getNodeAttributes(id)) : null;
    },

    repaint: () => sigma.refresh(),

    close() {
      stand();
      measure.disconnect();
      stopSliding();
      sigma.kill();
    },
  };
}

/** Of sigma's layers those that show something here. Each layer costs time at every frame, empty ones too. */
function drawnLayers(sigma: Sigma<NodeAttributes, EdgeAttributes>): HTMLCanvasElement[] {
  const { edges, nodes, mouse, ...others } = sigma.getCanvases();
  for (const other of Object.values(others)) other.hidden = true;
  // It takes the mouse and shows nothing.
  if (mouse) mouse.style.opacity = '0';
  return [edges, nodes].filter((layer) => layer !== undefined);
}

const lineOf = (bent: boolean, possible: boolean): EdgeAttributes['type'] =>
  bent ? (possible ? 'bentDashed' : 'bent') : possible ? 'dashed' : 'straight';
