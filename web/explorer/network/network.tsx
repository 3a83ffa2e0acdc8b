/** @jsxImportSource preact */
/** The stage with the network: the picture, its keys, its zoom, and what it says to a screen reader. */
import { effect, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../look/icons.js';
import { nameOf } from '../entity/names.js';
import { collapseOrExpand, hide, openEntity, openRelation, selectNothing } from '../state/deeds.js';
import { view } from '../state/history.js';
import { light, picture } from '../state/picture.js';
import { pointed } from '../state/pointed.js';
import { isDark, language } from '../state/preferences.js';
import { kindTitle } from '../state/vocabulary.js';
import { words } from '../words/words.js';
import { arrangement, arranging, pin, pinOrUnpin, positions, room } from './places.js';
import { PlainDrawing } from './plain-drawing.js';
import { ReadAloud } from './read-aloud.js';
import { openRenderer, type Renderer } from './renderer.js';
import { nextInDirection } from './walk.js';

const spoken = signal('');
const noWebgl = signal(false);

export default function Network(): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<Renderer | null>(null);

  useEffect(() => {
    if (!container.current || !names.current) return;
    const stage = container.current;
    // What holds the picture stays, whoever draws it.
    const holder = stage.parentElement ?? stage;
    try {
      renderer.current = openRenderer(stage, names.current, {
        node: (id) => openEntity(id),
        expand: (id) => collapseOrExpand(id),
        edge: (id) => openRelation(id),
        ground: selectNothing,
        pointed: (id) => (pointed.value = id),
        moved: pin,
      });
    } catch {
      noWebgl.value = true;
    }
    const stop = effect(() => {
      // Read, so that it paints anew in other colours and names.
      isDark();
      void language.value;
      const { entity, pinned } = view.value;
      renderer.current?.show(picture.value, light.value, entity, new Set(pinned.map(({ id }) => id)));
    });
    const stopPointing = effect(() => renderer.current?.point(pointed.value));
    let before = arrangement.peek();
    const stopPlacing = effect(() => {
      void picture.value;
      const sameArrangement = before === arrangement.value;
      before = arrangement.value;
      renderer.current?.place(positions.value, sameArrangement);
    });
    let settled: ReturnType<typeof setTimeout> | undefined;
    const measure = new ResizeObserver(() => {
      clearTimeout(settled);
      const { clientWidth: width, clientHeight: height } = holder;
      // As exact as the address has it.
      const measured = (): number => (width > 0 && height > 0 ? Math.round((width / height) * 100) / 100 : room.value);
      if (room.value === 0) room.value = measured();
      else settled = setTimeout(() => (room.value = measured()), 150);
    });
    measure.observe(holder);
    void document.fonts.ready.then(() => renderer.current?.repaint());
    return () => {
      stop();
      stopPlacing();
      stopPointing();
      measure.disconnect();
      renderer.current?.close();
      renderer.current = null;
    };
  }, []);

  const { nodes, edges } = picture.value;
  const text = words();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = view.value.entity;
    const deed = KEYS[event.key];
    if (event.key.startsWith('Arrow')) {
      const next = nextInDirection(event.key, chosen, [...nodes.keys()], positions.value);
      if (next === null) return;
      openEntity(next);
      renderer.current?.reveal(next);
      const entity = nodes.get(next)?.entity;
      if (entity) spoken.value = `${nameOf(entity)}, ${kindTitle(entity.kind)}, ${text.relationsTitle(entity.degree)}`;
    } else if (event.key === '+' || event.key === '=') renderer.current?.zoom('in');
    else if (event.key === '-') renderer.current?.zoom('out');
    else if (event.key === '0') renderer.current?.zoom('fit');
    else if (event.key === 'Escape') selectNothing();
    else if (event.key === 'Enter') document.getElementById('details')?.focus();
    else if (deed && chosen !== null) deed(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div class="network">
      <div
        class="network-stage"
        role="application"
        tabIndex={0}
        aria-label={text.networkLabel(nodes.size, edges.size)}
        aria-describedby="network-keys"
        onKeyDown={onKeyDown}
      >
        {noWebgl.value ? <PlainDrawing /> : <div class="network-picture" ref={container} />}
        <canvas class="network-names" ref={names} aria-hidden="true" />
      </div>
      <p id="network-keys" class="unseen">
        {text.networkKeys}
      </p>
      <ReadAloud />
      <p class="unseen" aria-live="polite">
        {spoken}
      </p>
      {arranging.value && nodes.size > 0 && <p class="network-note">{text.layoutBusy}</p>}
      {noWebgl.value && <p class="network-note">{text.noWebgl}</p>}
      <div class="zoom">
        <button type="button" title={text.zoomIn} aria-label={text.zoomIn} onClick={() => renderer.current?.zoom('in')}>
          <Icon name="plus" />
        </button>
        <button type="button" title={text.zoomOut} aria-label={text.zoomOut} onClick={() => renderer.current?.zoom('out')}>
          <Icon name="minus" />
        </button>
        <button type="button" title={text.zoomFit} aria-label={text.zoomFit} onClick={() => renderer.current?.zoom('fit')}>
          <Icon name="fit" />
        </button>
      </div>
    </div>
  );
}

const KEYS: Record<string, (id: string) => void> = { e: collapseOrExpand, h: hide, Delete: hide, p: pinOrUnpin };
