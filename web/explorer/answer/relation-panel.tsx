/** @jsxImportSource preact */
/** One relation with all its claims. */
import type { JSX } from 'preact';
import { shown } from '../api/asked.js';
import { familyOf } from '../entity/kinds.js';
import { nameOf, type Entity } from '../entity/names.js';
import { KindMark } from '../look/icons.js';
import { Unanswered } from '../look/states.js';
import { openEntity } from '../state/deeds.js';
import { view } from '../state/history.js';
import { relation } from '../state/questions.js';
import { relationLabel, relationType } from '../state/vocabulary.js';
import { words } from '../words/words.js';
import { Claims } from './claims.js';
import { whenOf } from './dates.js';

export function RelationPanel(): JSX.Element {
  const text = words();
  const asked = relation.asked.value;
  const found = shown(asked);
  return (
    <>
      <Unanswered asked={asked} retry={relation.retry} />
      {found && (
        <>
          <h2 class="triple">
            <End entity={found.source} />
            <span class="triple-type" title={relationType(found.type)?.definition}>
              {relationLabel(found.type)}
            </span>
            <End entity={found.target} />
          </h2>
          <p class="claim-tags">
            <span class="tag">{text.independent(found.evidence.supporting)}</span>
            {found.evidence.disputing > 0 && <span class="tag tag-disputed">{text.disputedBy(found.evidence.disputing)}</span>}
            {found.holds && (
              <span class={found.holds === 'POSSIBLY' ? 'tag tag-possibly' : 'tag'}>
                {view.value.asOf}: {text.holds[found.holds]}
              </span>
            )}
          </p>
          <dl class="facts">
            <dt>{text.dates.when}</dt>
            <dd>{whenOf(found, text)}</dd>
            {found.role && (
              <>
                <dt>role</dt>
                <dd>{found.role}</dd>
              </>
            )}
            {found.qualifiers
              .filter(({ name }) => name !== 'role')
              .map(({ name, value }) => (
                <>
                  <dt key={name}>{name}</dt>
                  <dd>{value}</dd>
                </>
              ))}
          </dl>
          <h3>
            {text.claimsTitle} <span class="count">{found.claims.length}</span>
          </h3>
          <Claims claims={found.claims} />
        </>
      )}
    </>
  );
}

function End({ entity }: { entity: Entity }): JSX.Element {
  return (
    <button type="button" class="triple-end" onClick={() => openEntity(entity.id)}>
      <KindMark family={familyOf(entity)} />
      {nameOf(entity)}
    </button>
  );
}
