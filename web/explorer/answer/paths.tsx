/** @jsxImportSource preact */
/** The paths of an influencer to the oversight bodies: each a chain of hops, and each hop opens its claims. */
import type { JSX } from 'preact';
import { familyOf } from '../entity/kinds.js';
import { nameOf, shortNameOf, type Entity } from '../entity/names.js';
import { KindMark } from '../look/icons.js';
import { openRelation, selectPath } from '../state/deeds.js';
import { view } from '../state/history.js';
import { wholePicture } from '../state/picture.js';
import type { Influencer, Relation } from '../state/questions.js';
import { relationLabel } from '../state/vocabulary.js';
import { words } from '../words/words.js';

export function Paths({ influencer }: { influencer: Influencer }): JSX.Element {
  const text = words();
  const { paths, score, remainder } = influencer;
  const { path: chosen } = view.value;
  return (
    <>
      <ol class="paths" aria-label={text.paths(paths.length)}>
        {paths.map(({ hops, contribution, steps }, index) => {
          const alone = chosen === index + 1;
          return (
            <li key={hops.map(({ relation }) => relation.id).join(' ')} class={alone ? 'path chosen' : 'path'}>
              <button type="button" class="path-head" aria-pressed={alone} onClick={() => selectPath(alone ? null : index + 1)}>
                <span>
                  {text.pathOf(index + 1)} · {text.steps(steps)}
                </span>
                <span class="number" title={`${text.contribution} ${contribution.toFixed(4)}`}>
                  {Math.round((contribution / score) * 100)} %
                </span>
              </button>
              <Chain hops={hops} />
            </li>
          );
        })}
      </ol>
      {remainder > score * 0.0005 && (
        <p class="remainder quiet small">
          <span>{text.remainder}</span> <span class="number">{Math.round((remainder / score) * 100)} %</span>
        </p>
      )}
    </>
  );
}

export interface ChainHop {
  direction: 'FORWARD' | 'BACKWARD';
  from: Entity;
  to: { id: string };
  relation: Relation;
}

/** Entity, relation, entity … each relation a button that opens its claims. */
export function Chain({ hops }: { hops: ChainHop[] }): JSX.Element {
  const text = words();
  const { nodes } = wholePicture.value;
  const first = hops[0];
  return (
    <ol class="chain">
      {first && (
        <li class="chain-start">
          <KindMark family={familyOf(first.from)} />
          <span title={nameOf(first.from)}>{shortNameOf(first.from)}</span>
        </li>
      )}
      {hops.map(({ relation, direction, to }) => {
        const end = nodes.get(to.id);
        const open = view.value.relation === relation.id;
        return (
          <li key={relation.id} class="hop">
            <button type="button" class="hop-relation" aria-pressed={open} onClick={() => openRelation(relation.id)}>
              {relationLabel(relation.type, direction === 'BACKWARD')}
              {relation.holds === 'POSSIBLY' && <span class="tag tag-possibly">{text.possibly}</span>}
              {relation.evidence.disputing > 0 && <span class="tag tag-disputed">{text.legendDisputed}</span>}
              {relation.evidence.supporting > 1 && <span class="count">{text.independent(relation.evidence.supporting)}</span>}
            </button>
            <span class="hop-end">
              {end && <KindMark family={familyOf(end.entity)} ring={end.body} />}
              <span title={end && nameOf(end.entity)}>{end ? shortNameOf(end.entity) : to.id}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
