/** @jsxImportSource preact */
/** The menu of what can be taken away from the view. The writers of files are loaded when one is asked for. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Failure } from '../api/ask.js';
import { Icon } from '../look/icons.js';
import { Failed } from '../look/states.js';
import { addressOf, view } from '../state/history.js';
import { words } from '../words/words.js';
import { queryAddress } from './query.js';

/** Which file; the names are the functions of files.ts. */
type FileName =
  | 'png'
  | 'svg'
  | 'gexf'
  | 'graphml'
  | 'json'
  | 'entitiesCsv'
  | 'relationsCsv'
  | 'bibtex'
  | 'csl'
  | 'citeBibtex'
  | 'citeCsl'
  | 'citeRis';

export function TakeAway(): JSX.Element {
  const text = words();
  const open = useSignal(false);
  const done = useSignal<string | null>(null);
  const failed = useSignal<{ name: FileName; failure: Failure } | null>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const close = (event: Event): void => {
      if (!menu.current?.contains(event.target as Node)) open.value = false;
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, []);

  const copy = (name: string, content: string): void => {
    void navigator.clipboard?.writeText(content).then(
      () => (done.value = name),
      () => undefined,
    );
  };
  const take = (name: FileName): void => {
    failed.value = null;
    import('./files.js')
      .then((files) => files.takeFile(name))
      .then(
        () => (open.value = false),
        (error: unknown) => {
          const failure = error instanceof Failure ? error : new Failure('offline', String(error));
          failed.value = { name, failure };
        },
      );
  };
  const file = (name: FileName, label: string): JSX.Element => (
    <button type="button" onClick={() => take(name)}>
      {label}
    </button>
  );
  const query = queryAddress();

  return (
    <div
      class="take"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') open.value = false;
      }}
    >
      <button type="button" class="bar-button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
        <Icon name="take" />
        <span class="bar-word">{text.take}</span>
      </button>
      {open.value && (
        <div class="take-menu" role="group" aria-label={text.take}>
          {failed.value && <Failed failure={failed.value.failure} retry={() => failed.value && take(failed.value.name)} />}
          <button type="button" onClick={() => copy('link', location.href)}>
            {done.value === 'link' ? text.copied : text.takeLink}
          </button>
          <button type="button" onClick={() => copy('frame', frame())}>
            {done.value === 'frame' ? text.copied : text.takeFrame}
          </button>
          {query && (
            <a href={query} target="_blank" rel="noopener">
              {text.takeQuery}
            </a>
          )}
          <hr />
          {file('png', text.takePng)}
          {file('svg', text.takeSvg)}
          <hr />
          {file('gexf', text.takeGexf)}
          {file('graphml', text.takeGraphml)}
          {file('json', text.takeJson)}
          {file('entitiesCsv', text.takeCsvNodes)}
          {file('relationsCsv', text.takeCsvEdges)}
          <hr />
          {file('bibtex', text.takeBibtex)}
          {file('csl', text.takeCsl)}
          <hr />
          {file('citeBibtex', text.takeCitation('BibTeX'))}
          {file('citeCsl', text.takeCitation('CSL-JSON'))}
          {file('citeRis', text.takeCitation('RIS'))}
        </div>
      )}
    </div>
  );
}

/** A frame for another page. It shows the view as it is now, and what its readers do in it stays in it. */
function frame(): string {
  const element = document.createElement('iframe');
  element.src = new URL(addressOf({ ...view.value, embed: true }), location.href).href;
  element.title = document.title;
  element.width = '100%';
  element.height = '560';
  return element.outerHTML;
}
