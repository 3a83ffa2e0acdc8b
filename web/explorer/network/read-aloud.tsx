/** @jsxImportSource preact */
/** What the picture shows, as sentences for whoever does not see it: the same entities and relations, the lit ones first. */
import type { JSX } from 'preact';
import { nameOf } from '../entity/names.js';
import { light, picture } from '../state/picture.js';
import { kindTitle, relationLabel } from '../state/vocabulary.js';
import { words } from '../words/words.js';

/** Who listens to more than these is better served by the table, which has all. */
const MOST = 100;

export function ReadAloud(): JSX.Element {
  const text = words();
  const { nodes, edges } = picture.value;
  const lit = light.value;
  const first = <Entry,>(entries: Iterable<[string, Entry]>, isLit: (id: string) => boolean): [string, Entry][] => {
    const all = [...entries];
    return [...all.filter(([id]) => isLit(id)), ...all.filter(([id]) => !isLit(id))].slice(0, MOST);
  };
  return (
    <section class="unseen" aria-label={text.readAloud.title}>
      <ul>
        {first(nodes, (id) => lit?.nodes.has(id) ?? false).map(([id, { entity, body, links }]) => (
          <li key={id}>
            {[nameOf(entity), kindTitle(entity.kind), body && text.legendBody, text.relationsTitle(links)]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
      <ul>
        {first(edges, (id) => lit?.edges.has(id) ?? false).map(([id, { from, to, relation }]) => {
          const [one, other] = [nodes.get(from), nodes.get(to)];
          return (
            one &&
            other && (
              <li key={id}>
                {nameOf(one.entity)} {relationLabel(relation.type)} {nameOf(other.entity)}
                {relation.holds === 'POSSIBLY' && `, ${text.possibly}`}
              </li>
            )
          );
        })}
      </ul>
      {(nodes.size > MOST || edges.size > MOST) && <p>{text.readAloud.more(MOST)}</p>}
    </section>
  );
}
