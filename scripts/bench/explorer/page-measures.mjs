/** What is measured inside the page: functions that the browser runs, so they know nothing of this file. */
/* global window, document, performance, requestAnimationFrame, innerWidth, innerHeight, PerformanceObserver, MutationObserver, MessageChannel */

/** Runs before the page's own scripts: notes when what was painted, the tasks that kept the page busy, and how long workers took. */
export function takeNotes() {
  const notes = { painted: {}, tasks: [], worker: [] };
  window.notes = notes;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const awaited = { answer: '.influencer-row', network: '.network-picture canvas' };
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(awaited)) {
      if (name in notes.painted || !document.querySelector(selector)) continue;
      notes.painted[name] = null;
      // The frame that shows it is made right after the callbacks of that frame.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (notes.painted[name] = performance.now());
        port2.postMessage(null);
      });
    }
  }).observe(document, { childList: true, subtree: true });

  window.Worker = class extends window.Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', () => {
        const open = notes.worker.find(({ end }) => end === null);
        if (open) open.end = performance.now();
      });
    }
    terminate() {
      super.terminate();
      notes.worker = notes.worker.filter(({ end }) => end !== null);
    }
    postMessage(...given) {
      notes.worker.push({ start: performance.now(), end: null });
      super.postMessage(...given);
    }
  };
}

export const firstViewStands = () =>
  window.notes.painted.answer && window.notes.painted.network && window.notes.worker.every(({ end }) => end !== null);

/** @param {string} edges how many relations, as the page says it */
export const madeNetworkStands = (edges) =>
  document.querySelector('[role=application]')?.ariaLabel.includes(edges) &&
  window.notes.worker.length > 0 &&
  window.notes.worker.every(({ end }) => end !== null);

/** Counts the frames from now until `frames` is asked. */
export function countFrames() {
  const counted = { running: true, times: [] };
  window.counted = counted;
  const step = (now) => {
    counted.times.push(now);
    if (counted.running) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Frames a second since `countFrames`, and the longest time between two in milliseconds. */
export function frames() {
  const { times } = window.counted;
  window.counted.running = false;
  const gaps = times.slice(1).map((time, n) => time - times[n]);
  return { rate: (gaps.length * 1000) / (times[times.length - 1] - times[0]), longest: Math.max(...gaps) };
}

/** The least that a WebGL page can do: a canvas over the whole window, cleared in another colour at every frame. */
export function showEmptyCanvas() {
  const canvas = document.createElement('canvas');
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  document.body.style.margin = '0';
  document.body.append(canvas);
  const gl = canvas.getContext('webgl2');
  const paint = (now) => {
    gl.clearColor((now % 1000) / 1000, 0.5, 0.5, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    requestAnimationFrame(paint);
  };
  requestAnimationFrame(paint);
}

/** Who draws WebGL here: a graphics card, or SwiftShader, which is software. */
export function webglRenderer() {
  const gl = document.createElement('canvas').getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return gl ? String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : 'none';
}
