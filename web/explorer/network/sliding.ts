/**
 * A network that takes long to draw is not drawn anew at every frame of a movement: while the camera moves, the picture as it was
 * drawn last is moved and scaled as a whole, as maps do, and it is drawn anew when the camera rests. Which network takes long
 * depends on what draws here, a graphics card or software, so each drawing is timed.
 */
import type { Attributes } from 'graphology-types';
import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';

/** A drawing of more milliseconds than this makes fewer than 30 frames a second. */
const SLOW = 30;
/** Milliseconds without movement that count as rest; more where drawing takes long, which would stop a movement that goes on. */
const REST = 150;
const REST_OF_DRAWING = 1.5;
/** Milliseconds between two looks whether the drawing is done. */
const LOOK = 4;

/** What is under the mouse: sigma reads it from the drawing, and the page waits until that is done. Its types hide these. */
interface Picking {
  getNodeAtPosition(at: { x: number; y: number }): string | null;
  getEdgeAtPoint(x: number, y: number): string | null;
}

/**
 * @param pictures what is moved: the layers of the drawing
 * @param names what lies over them; letters that grow and shrink are no help, and one layer less is drawn sooner
 * @returns ends it
 */
export function slideWhileMoving<Node extends Attributes, Edge extends Attributes>(
  sigma: Sigma<Node, Edge>,
  pictures: readonly HTMLElement[],
  names: HTMLElement,
): () => void {
  const camera = sigma.getCamera();
  const picking = sigma as unknown as Picking;
  const nodeAt = picking.getNodeAtPosition.bind(sigma);
  const edgeAt = picking.getEdgeAtPoint.bind(sigma);
  let drawn: CameraState | null = null;
  let drawingTook = 0;
  let drawing = false;
  let sliding = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const settle = (): void => {
    // Who holds the picture and pauses is not done.
    if (sigma.getMouseCaptor().isMouseDown) rest = setTimeout(settle, REST);
    else sigma.scheduleRender();
  };
  const slide = (from: CameraState): void => {
    sliding = true;
    clearTimeout(rest);
    rest = setTimeout(settle, Math.max(REST, drawingTook * REST_OF_DRAWING));
    const now = camera.getState();
    const corner = sigma.viewportToFramedGraph({ x: 0, y: 0 }, { cameraState: from });
    const { x, y } = sigma.framedGraphToViewport(corner, { cameraState: now });
    const scale = from.ratio / now.ratio;
    // By whole pixels, which is drawn without a blur and sooner.
    const move = scale === 1 ? `translate(${Math.round(x)}px, ${Math.round(y)}px)` : `translate(${x}px, ${y}px) scale(${scale})`;
    names.style.visibility = scale === 1 ? '' : 'hidden';
    for (const { style } of [...pictures, names]) {
      style.transformOrigin = '0 0';
      style.transform = move;
    }
  };
  const onDrawn = (): void => {
    clearTimeout(rest);
    sliding = false;
    drawn = camera.getState();
    for (const { style } of [...pictures, names]) style.transform = '';
    names.style.visibility = '';
    if (drawing) return;
    drawing = true;
    void timeUntilDrawn(sigma.getCanvases()['edges']).then((time) => {
      drawingTook = time;
      drawing = false;
    });
  };

  // Sigma draws whenever its camera has moved; that is for this file to say.
  camera.removeAllListeners('updated');
  camera.on('updated', () => {
    if (drawn && (drawing || drawingTook > SLOW)) slide(drawn);
    else sigma.scheduleRender();
  });
  sigma.on('afterRender', onDrawn);
  picking.getNodeAtPosition = (at) => (sliding || drawing ? null : nodeAt(at));
  picking.getEdgeAtPoint = (x, y) => (sliding || drawing ? null : edgeAt(x, y));
  return () => {
    clearTimeout(rest);
    sigma.off('afterRender', onDrawn);
  };
}

/** Milliseconds until what was sent to the layer is drawn; the page does not wait for it. */
async function timeUntilDrawn(layer: HTMLCanvasElement | undefined): Promise<number> {
  const begun = performance.now();
  const gl = layer?.getContext('webgl2');
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) return 0;
  gl.flush();
  do await new Promise((resolve) => setTimeout(resolve, LOOK));
  while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED && !gl.isContextLost());
  gl.deleteSync(fence);
  return performance.now() - begun;
}
