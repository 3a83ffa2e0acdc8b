/** @jsxImportSource preact */
/** Claims: what which source says, where in it, and how to check it. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ClaimCoreFragment } from '../api/operations.js';
import { Icon } from '../look/icons.js';
import { pointAtClaim } from '../state/deeds.js';
import { addressOf, view } from '../state/history.js';
import { words } from '../words/words.js';

export type Claim = ClaimCoreFragment;

const copied = signal<string | null>(null);

/** Only addresses of the web become links; whatever else a source may carry stays text. */
export const webAddress = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);

export function Claims({ claims }: { claims: readonly Claim[] }): JSX.Element {
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <OneClaim key={claim.id} claim={claim} />
      ))}
    </ul>
  );
}

function OneClaim({ claim }: { claim: Claim }): JSX.Element {
  const text = words();
  const { source } = claim;
  const pointed = view.value.claim === claim.id;
  const item = useRef<HTMLLIElement>(null);
  const url = webAddress(source.url);
  useEffect(() => {
    if (pointed) item.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const dates = [
    // What happened at one time, or held in one span, is said in one date.
    ...(claim.start !== null && claim.start === claim.end
      ? [claim.start]
      : [claim.start && text.dates.since(claim.start), claim.end && text.dates.until(claim.end)]),
    claim.attested && text.dates.at(claim.attested),
  ].filter(Boolean);
  return (
    <li ref={item} class={pointed ? 'claim pointed' : 'claim'} data-claim={claim.id}>
      <p class="statement">{claim.statement}</p>
      <p class="claim-tags">
        <span class={claim.stance === 'DISPUTES' ? 'tag tag-disputed' : 'tag'}>{text.stance[claim.stance]}</span>
        <span class="tag">{text.certainty[claim.certainty]}</span>
        {dates.length > 0 && <span class="tag">{dates.join(', ')}</span>}
      </p>
      <p class="source-title" lang={source.language}>
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {source.title}
            <Icon name="out" />
          </a>
        ) : (
          source.title
        )}
      </p>
      <dl class="facts">
        <dt>{text.publisher}</dt>
        <dd>{source.publisher}</dd>
        <dt>{text.published}</dt>
        <dd>{source.published ?? text.undated}</dd>
        <dt>{text.locator}</dt>
        <dd>{claim.locator}</dd>
        {source.derivedFrom && (
          <>
            <dt>{source.derivation === 'REPRINT' ? '↻' : '⇄'}</dt>
            <dd>
              {source.derivation === 'REPRINT'
                ? text.reprintOf(source.derivedFrom.title)
                : text.translationOf(source.derivedFrom.title)}
            </dd>
          </>
        )}
        <dt>{text.retrieved}</dt>
        <dd>
          {claim.retrieved}, {text.by(claim.recordedBy)}
        </dd>
        <dt title={text.digestHint}>{text.digest}</dt>
        <dd>
          <code class="digest" title={claim.digest}>
            {claim.digest}
          </code>
        </dd>
      </dl>
      <p class="claim-deeds">
        <a
          class="plain"
          href={addressOf({ ...view.value, claim: claim.id })}
          aria-current={pointed ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            pointAtClaim(claim.id);
            void navigator.clipboard?.writeText(location.href).then(
              () => (copied.value = claim.id),
              () => undefined,
            );
          }}
        >
          <Icon name="link" />
          {copied.value === claim.id ? text.copied : text.linkHere}
        </a>
      </p>
    </li>
  );
}
