/** @jsxImportSource preact */
/** The page: the question on top, below it the ranking, the stage, and the details of what is selected. */
import { signal, useSignalEffect } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Failure } from './api/ask.js';
import { shown } from './api/asked.js';
import { AnswerPanel } from './answer/answer-panel.js';
import { FoundPaths } from './answer/found-paths.js';
import { RelationPanel } from './answer/relation-panel.js';
import { EntityPanel } from './entity/entity-panel.js';
import { nameOf } from './entity/names.js';
import { FilterPanel } from './filters/filter-panel.js';
import { Legend } from './filters/legend.js';
import { Timeline } from './filters/timeline.js';
import { Header } from './header.js';
import { Icon } from './look/icons.js';
import { Failed, OfflineNote, Waiting } from './look/states.js';
import { StageMap } from './map/stage-map.js';
import { Landing, WorldMap } from './question/world.js';
import { closeDetails, redo, resetFilters, showStage, undo } from './state/deeds.js';
import { filtersSet } from './state/filters.js';
import { canRedo, canUndo, view } from './state/history.js';
import { picture } from './state/picture.js';
import { influence } from './state/questions.js';
import { wholePicture } from './state/whole-picture.js';
import { NOTHING, type Stage } from './state/view.js';
import { Tables } from './table/table.js';
import { TakeAway } from './take-away/take-away.js';
import { words } from './words/words.js';

type Pane = 'answer' | 'stage' | 'details';

/** On a narrow screen one pane at a time; an address that names a table or a map means to show that. */
const pane = signal<Pane>(view.value.stage === NOTHING.stage ? 'answer' : 'stage');
/** The network is the largest part of the page, and comes after the list stands. */
const network = signal<ComponentType | null>(null);
const networkFailed = signal<Failure | null>(null);
const filtersOpen = signal(false);

const STAGES: readonly Stage[] = ['network', 'table', 'map'];

export function App(): JSX.Element {
  const text = words();
  const { region, embed, expanded, from, to, entity, relation } = view.value;
  const asked = region !== null || expanded.length > 0 || (from !== null && to !== null);
  const details = entity !== null || relation !== null;

  useSignalEffect(() => {
    const answer = shown(influence.asked.value);
    const { region, asOf } = view.value;
    document.title = region !== null && answer ? words().titleOf(nameOf(answer.region), asOf) : words().title;
  });
  // Whoever opens something on a narrow screen wants to see it.
  useEffect(() => {
    if (details) pane.value = 'details';
    else if (pane.value === 'details') pane.value = 'answer';
  }, [entity, relation]);
  useEffect(() => {
    if (asked && network.value === null) {
      void import('./network/network.js').then(
        (loaded) => (network.value = loaded.default),
        (error: unknown) => (networkFailed.value = new Failure('offline', String(error))),
      );
    }
  }, [asked]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div class={embed ? 'page embed' : 'page'} data-pane={pane.value}>
      <a class="skip" href="#answer">
        {text.skip}
      </a>
      <Header />
      <OfflineNote />
      {asked ? (
        <main class={`work${details ? ' with-details' : ''}${region === null && from === null ? ' without-answer' : ''}`}>
          <aside id="answer" class="pane pane-answer" aria-label={text.panes.answer} tabIndex={-1}>
            {from !== null && to !== null && <FoundPaths />}
            {region !== null && <AnswerPanel />}
          </aside>
          <StagePane />
          {details && <Details />}
          <PaneTabs details={details} />
        </main>
      ) : (
        <main id="answer" tabIndex={-1}>
          <Landing />
        </main>
      )}
    </div>
  );
}

function StagePane(): JSX.Element {
  const text = words();
  const { stage } = view.value;
  const Network = network.value;
  const empty = picture.value.nodes.size === 0;
  // Where there is no answer, the map to ask elsewhere instead of an empty stage.
  const nothing = empty && stage === 'network' && ['failed', 'answered'].includes(influence.asked.value.status);
  return (
    <section class="pane pane-stage" aria-label={text.stages[stage]}>
      <div class="stage-bar">
        <div class="segments" role="group" aria-label={text.stageLabel}>
          {STAGES.map((one) => (
            <button key={one} type="button" aria-pressed={stage === one} onClick={() => showStage(one)}>
              {text.stages[one]}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="bar-button"
          aria-expanded={filtersOpen.value}
          onClick={() => (filtersOpen.value = !filtersOpen.value)}
        >
          <Icon name="filter" />
          <span class="bar-word">{text.filters}</span>
          {filtersSet.value > 0 && <span class="filter-set">{filtersSet.value}</span>}
        </button>
        <span class="bar-space" />
        <button
          type="button"
          class="bar-button"
          disabled={!canUndo.value}
          aria-label={text.undo}
          title={text.undo}
          onClick={undo}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          class="bar-button"
          disabled={!canRedo.value}
          aria-label={text.redo}
          title={text.redo}
          onClick={redo}
        >
          <Icon name="redo" />
        </button>
        <TakeAway />
      </div>
      <div class="stage">
        {filtersOpen.value && <FilterPanel close={() => (filtersOpen.value = false)} />}
        {stage === 'table' && <Tables />}
        {stage === 'map' && <StageMap />}
        {nothing && <WorldMap />}
        {empty && filtersSet.value > 0 && wholePicture.value.nodes.size > 0 && (
          <p class="network-note" role="status">
            {text.nothingLeft}{' '}
            <button type="button" class="plain" onClick={resetFilters}>
              {text.resetFilters}
            </button>
          </p>
        )}
        <div class="stage-network" hidden={stage !== 'network' || nothing}>
          {Network ? (
            <Network />
          ) : networkFailed.value ? (
            // The address has all that is on the page, and browsers may remember that a script failed to load.
            <Failed failure={networkFailed.value} retry={() => location.reload()} />
          ) : (
            <Waiting slow={false} lines={0} />
          )}
          {!empty && <Legend />}
        </div>
      </div>
      {!empty && <Timeline />}
    </section>
  );
}

function Details(): JSX.Element {
  const text = words();
  const panel = useRef<HTMLElement>(null);
  const { entity, relation } = view.value;
  useEffect(() => panel.current?.scrollTo({ top: 0 }), [entity, relation]);
  return (
    <aside
      id="details"
      class="pane pane-details"
      aria-label={text.panes.details}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeDetails();
      }}
    >
      <button type="button" class="close" aria-label={text.close} title={text.close} onClick={closeDetails}>
        <Icon name="close" />
      </button>
      {relation !== null ? <RelationPanel /> : <EntityPanel />}
    </aside>
  );
}

/** At the foot of a narrow screen. */
function PaneTabs({ details }: { details: boolean }): JSX.Element {
  const text = words();
  const panes: Pane[] = details ? ['answer', 'stage', 'details'] : ['answer', 'stage'];
  return (
    <nav class="pane-tabs" aria-label={text.stageLabel}>
      {panes.map((one) => (
        <button key={one} type="button" aria-pressed={pane.value === one} onClick={() => (pane.value = one)}>
          {one === 'stage' ? text.stages[view.value.stage] : text.panes[one]}
        </button>
      ))}
    </nav>
  );
}
