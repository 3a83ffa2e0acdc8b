/** @jsxImportSource preact */
/** Everything said of one entity, and what can be done with it in the picture. */
import type { ComponentChildren, JSX } from 'preact';
import { shown } from '../api/asked.js';
import { Claims, webAddress, type Claim } from '../answer/claims.js';
import type { EntityDetailsQuery } from '../api/operations.js';
import { Icon, KindMark, type IconName } from '../look/icons.js';
import { Unanswered } from '../look/states.js';
import { isPinned, pinOrUnpin } from '../network/places.js';
import { SearchBox } from '../search/search-box.js';
import { askAboutRegion, collapse, expand, hide, openEntity } from '../state/deeds.js';
import { change, view } from '../state/history.js';
import { wholePicture } from '../state/picture.js';
import { entity, expansions } from '../state/questions.js';
import { MOST_EXPANSION_PAGES } from '../state/view.js';
import { kindTitle } from '../state/vocabulary.js';
import { words } from '../words/words.js';
import { bringInWords } from './expand-by-type.js';
import { EntityRelations } from './entity-relations.js';
import { familyOf } from './kinds.js';
import { nameOf, shortNameOf, type Entity } from './names.js';

type Details = NonNullable<EntityDetailsQuery['entity']>;

export function EntityPanel(): JSX.Element {
  const asked = entity.asked.value;
  const found = shown(asked);
  return (
    <>
      <Unanswered asked={asked} retry={entity.retry} />
      {found && <EntityDetails key={found.id} found={found} />}
    </>
  );
}

function EntityDetails({ found }: { found: Details }): JSX.Element {
  const text = words();
  return (
    <>
      <h2 class="entity-title">
        <KindMark family={familyOf(found)} />
        <span>{nameOf(found)}</span>
      </h2>
      <p class="quiet">
        {kindTitle(found.kind)}
        {found.__typename === 'Event' && <span class="tag">{text.status[found.status]}</span>}
      </p>
      <Deeds found={found} />
      <Section title={text.namesTitle} count={found.names.length}>
        <ul class="names">
          {found.names.map(({ text: name, language, use, script, period }) => (
            <li key={`${name} ${language} ${use}`}>
              <span lang={language}>{name}</span>
              <span class="quiet small">
                {[language === 'und' ? null : language, text.nameUse[use], script === 'Latn' ? null : script, period]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text.datesTitle}>
        <Dates found={found} />
      </Section>
      {found.identifiers.length > 0 && (
        <Section title={text.identifiersTitle} count={found.identifiers.length}>
          <dl class="facts">
            {found.identifiers.map(({ scheme, value }) => (
              <Fact key={`${scheme} ${value}`} name={scheme}>
                {webAddress(value) ? (
                  <a href={value} target="_blank" rel="noopener noreferrer">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </Fact>
            ))}
          </dl>
        </Section>
      )}
      {found.attributes.length > 0 && (
        <Section title={text.attributesTitle} count={found.attributes.length}>
          <dl class="facts">
            {found.attributes.map(({ label, value, unit, date }, index) => (
              <Fact key={index} name={label}>
                {value} {unit} {date && <span class="tag">{date}</span>}
              </Fact>
            ))}
          </dl>
        </Section>
      )}
      {found.within.length > 0 && (
        <Section title={text.placesTitle} count={found.within.length}>
          <p class="place-chips">
            {nearestFirst(found.within).map((place) => (
              <button key={place.id} type="button" class="chip" onClick={() => openEntity(place.id)}>
                {nameOf(place)}
              </button>
            ))}
          </p>
        </Section>
      )}
      <EntityRelations id={found.id} total={found.degree} />
      <ClaimsSection claims={[...found.claims, ...found.attributes.flatMap(({ claims }) => claims)]} />
    </>
  );
}

const AROUND: readonly string[] = ['city', 'country'];
/** Cities and countries, then the regions around them. */
const nearestFirst = (places: readonly Entity[]): Entity[] =>
  [...places].sort((a, b) => order(a) - order(b) || nameOf(a).localeCompare(nameOf(b)));
const order = ({ kind }: Entity): number => (AROUND.includes(kind) ? AROUND.indexOf(kind) : AROUND.length);

/** Claims of attributes are claims of the entity too: each is shown once. */
function ClaimsSection({ claims }: { claims: Claim[] }): JSX.Element | null {
  const once = [...new Map(claims.map((claim) => [claim.id, claim])).values()];
  if (once.length === 0) return null;
  return (
    <details class="section" open={once.some(({ id }) => id === view.value.claim)}>
      <summary>
        {words().claimsOfEntity} <span class="count">{once.length}</span>
      </summary>
      <Claims claims={once} />
    </details>
  );
}

function Section({ title, count, children }: { title: string; count?: number; children: ComponentChildren }): JSX.Element {
  return (
    <section class="section">
      <h3>
        {title} {count !== undefined && count > 1 && <span class="count">{count}</span>}
      </h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Dates({ found }: { found: Details }): JSX.Element {
  const { dates } = words();
  return (
    <dl class="facts">
      <Fact name={dates.start}>{found.start ?? <span class="quiet">{dates[found.startStatus]}</span>}</Fact>
      {!found.persists && <Fact name={dates.end}>{found.end ?? <span class="quiet">{dates[found.endStatus]}</span>}</Fact>}
      {found.attested.length > 0 && <Fact name={dates.attested}>{found.attested.join(', ')}</Fact>}
    </dl>
  );
}

/** Bring in, take out, hide, pin, look for paths, ask the main question of a place. */
function Deeds({ found }: { found: Details }): JSX.Element {
  const text = words();
  const { from, expanded } = view.value;
  const { id, degree } = found;
  const brought = shown(expansions.asked.value)?.find((one) => one.id === id && one.type === null);
  const isExpanded = expanded.some((one) => one.id === id);
  const inPicture = wholePicture.value.nodes.has(id);
  const missing = brought ? brought.total - brought.relations.length : degree;
  const pages = expanded.find((one) => one.id === id && one.type === null)?.pages ?? 0;
  const full = pages >= MOST_EXPANSION_PAGES;
  return (
    <div class="deeds">
      {found.__typename === 'Place' && (
        <Deed icon="search" label={text.askHere} run={() => askAboutRegion(id)} disabled={view.value.region === id} strong />
      )}
      <Deed
        icon="grow"
        label={bringInWords(brought?.relations.length ?? 0, brought?.total ?? degree)}
        run={() => expand(id)}
        disabled={missing <= 0 || full}
      />
      {isExpanded && <Deed icon="minus" label={text.collapse} run={() => collapse(id)} />}
      {inPicture && <Deed icon="hide" label={text.hide} run={() => hide(id)} />}
      {inPicture && <Deed icon="pin" label={isPinned(id) ? text.unpin : text.pin} run={() => pinOrUnpin(id)} />}
      {from === id ? (
        <div class="path-search">
          <SearchBox label={text.pathsPick} autofocus pick={(to) => change({ to, entity: null, actor: null, path: null })} />
        </div>
      ) : (
        <Deed icon="right" label={text.pathsFrom} run={() => change({ from: id, to: null })} />
      )}
      <span class="unseen">{shortNameOf(found)}</span>
    </div>
  );
}

function Deed(props: { icon: IconName; label: string; run: () => void; disabled?: boolean; strong?: boolean }): JSX.Element {
  const { icon, label, run, disabled = false, strong = false } = props;
  return (
    <button type="button" class={strong ? 'deed deed-strong' : 'deed'} disabled={disabled} onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  );
}
