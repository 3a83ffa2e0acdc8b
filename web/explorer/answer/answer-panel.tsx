/** @jsxImportSource preact */
/** The answer to the main question: who oversees the region, and who influences them, ranked, each with its paths. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { shown } from '../api/asked.js';
import { familyOf } from '../entity/kinds.js';
import { acronymOf, nameOf } from '../entity/names.js';
import { Icon, KindMark } from '../look/icons.js';
import { Unanswered } from '../look/states.js';
import { AnsweredCountries } from '../question/world.js';
import { askAsOf, openEntity, selectInfluencer } from '../state/deeds.js';
import { change, view } from '../state/history.js';
import { pointsAt } from '../state/pointed.js';
import { influence, INFLUENCERS_PAGE, type Influence, type Influencer } from '../state/questions.js';
import { kindTitle } from '../state/vocabulary.js';
import { words } from '../words/words.js';
import { Paths } from './paths.js';

const MOST_PAGES = 4;
/** More oversight bodies than `MOST_BODIES` would push the ranking off the screen. */
const MOST_BODIES = 5;
const FEW_BODIES = 3;

export function AnswerPanel(): JSX.Element {
  const asked = influence.asked.value;
  const answer = shown(asked);
  const panel = useRef<HTMLDivElement>(null);
  const shownFor = useRef('');
  const question = `${view.value.region} ${view.value.asOf}`;
  // Another list is read from its top, or from who is chosen in it.
  useEffect(() => {
    if (asked.status !== 'answered' || shownFor.current === question) return;
    shownFor.current = question;
    const chosen = panel.current?.querySelector('.influencer.chosen');
    if (chosen) chosen.scrollIntoView({ block: 'nearest' });
    else panel.current?.parentElement?.scrollTo({ top: 0 });
  }, [asked]);
  return (
    <div
      ref={panel}
      class={asked.status === 'asking' && answer ? 'answer stale' : 'answer'}
      aria-busy={asked.status === 'asking'}
    >
      <Unanswered asked={asked} retry={influence.retry} />
      {asked.status === 'failed' && asked.failure.code === 'UNKNOWN_REGION' && (
        <>
          <h2 class="list-title">{words().emptyTry}</h2>
          <AnsweredCountries most={24} />
        </>
      )}
      {answer && (answer.influencers.nodes.length > 0 ? <Ranking answer={answer} /> : <Nobody answer={answer} />)}
    </div>
  );
}

function Ranking({ answer }: { answer: Influence }): JSX.Element {
  const text = words();
  const { nodes, totalCount } = answer.influencers;
  const most = nodes[0]?.score ?? 1;
  return (
    <>
      <OversightBodies answer={answer} />
      <h2 class="list-title">{text.influencers(totalCount)}</h2>
      <p class="quiet small">{text.rankedHint}</p>
      <ol class="ranking">
        {nodes.map((influencer) => (
          <InfluencerRow key={influencer.actor.id} influencer={influencer} most={most} />
        ))}
      </ol>
      {totalCount > nodes.length &&
        (view.value.pages < MOST_PAGES ? (
          <button
            type="button"
            class="wide"
            onClick={() => change({ pages: Math.min(MOST_PAGES, Math.ceil(nodes.length / INFLUENCERS_PAGE) + 1) })}
          >
            {text.moreOf(totalCount)}
          </button>
        ) : (
          <p class="quiet small">{text.beyondList(nodes.length, totalCount)}</p>
        ))}
    </>
  );
}

function OversightBodies({ answer }: { answer: Influence }): JSX.Element {
  const text = words();
  const all = useSignal(false);
  const { oversightBodies: bodies } = answer;
  const shortened = !all.value && bodies.length > MOST_BODIES;
  const listed = shortened ? bodies.slice(0, FEW_BODIES) : bodies;
  return (
    <section class="bodies" aria-label={text.overseenBy}>
      <h2 class="list-title">{text.overseenBy}</h2>
      <ul>
        {listed.map(({ actor, holds }) => (
          <li key={actor.id} {...pointsAt(actor.id)}>
            <button type="button" class="body" aria-pressed={view.value.entity === actor.id} onClick={() => openEntity(actor.id)}>
              <KindMark family={familyOf(actor)} ring />
              <span>
                {nameOf(actor)}
                {acronymOf(actor) && <span class="acronym"> {acronymOf(actor)}</span>}
              </span>
              {holds === 'POSSIBLY' && view.value.asOf !== null && <span class="tag tag-possibly">{text.possibly}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shortened && (
        <button type="button" class="plain bodies-more" onClick={() => (all.value = true)}>
          {text.allBodies(bodies.length)}
        </button>
      )}
    </section>
  );
}

function InfluencerRow({ influencer, most }: { influencer: Influencer; most: number }): JSX.Element {
  const text = words();
  const { actor, rank, score } = influencer;
  const chosen = view.value.actor === actor.id;
  const paths = `paths-${actor.id}`;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} class={chosen ? 'influencer chosen' : 'influencer'} {...pointsAt(actor.id)}>
      <button
        type="button"
        class="influencer-row"
        aria-expanded={chosen}
        aria-controls={chosen ? paths : undefined}
        onClick={() => selectInfluencer(actor.id)}
      >
        <span class="rank">{rank}</span>
        <KindMark family={familyOf(actor)} />
        <span class="influencer-name">
          {nameOf(actor)}
          {acronymOf(actor) && <span class="acronym"> {acronymOf(actor)}</span>}
          <span class="influencer-kind">{kindTitle(actor.kind)}</span>
        </span>
        <span class="score">
          <span class="unseen">{text.score} </span>
          {score.toFixed(3)}
        </span>
        <meter class="score-bar" min={0} max={most} value={score} aria-hidden="true" />
      </button>
      {chosen && (
        <div id={paths} class="influencer-open">
          <Paths influencer={influencer} />
          <button type="button" class="plain" onClick={() => openEntity(actor.id)}>
            <Icon name="right" />
            {text.openEntity} {acronymOf(actor) ?? nameOf(actor)}
          </button>
        </div>
      )}
    </li>
  );
}

/** Nobody was found: why, and where there is somebody. */
function Nobody({ answer }: { answer: Influence }): JSX.Element {
  const text = words();
  return (
    <div class="nobody">
      {answer.oversightBodies.length > 0 && <OversightBodies answer={answer} />}
      <h2 class="list-title">{text.emptyTitle(nameOf(answer.region))}</h2>
      <p>
        {answer.oversightBodies.length === 0
          ? text.emptyNobodyOversees(nameOf(answer.region), view.value.asOf)
          : text.emptyNobodyReaches(nameOf(answer.region), view.value.asOf, answer.maxSteps)}
      </p>
      {view.value.asOf !== null && (
        <button type="button" class="wide" onClick={() => askAsOf(null)}>
          {text.emptyAnyTime}
        </button>
      )}
      <h3>{text.emptyTry}</h3>
      <AnsweredCountries most={24} />
    </div>
  );
}
