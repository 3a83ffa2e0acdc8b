/** @jsxImportSource preact */
/** The picture as two tables, in step with it: the same selection, the same filters, the same words for a screen reader. */
import type { JSX } from 'preact';
import { whenOf } from '../answer/dates.js';
import { familyOf } from '../entity/kinds.js';
import { acronymOf, nameOf } from '../entity/names.js';
import { KindMark } from '../look/icons.js';
import { openEntity, openRelation } from '../state/deeds.js';
import { view } from '../state/history.js';
import { light, picture, type PictureEdge, type PictureNode } from '../state/picture.js';
import { pointsAt } from '../state/pointed.js';
import { kindTitle, relationLabel } from '../state/vocabulary.js';
import { words } from '../words/words.js';

export function Tables(): JSX.Element {
  const text = words();
  const { nodes, edges } = picture.value;
  const lit = light.value;
  const entities = [...nodes.values()].sort(
    (a, b) => b.score - a.score || Number(b.body) - Number(a.body) || nameOf(a.entity).localeCompare(nameOf(b.entity)),
  );
  const relations = [...edges.values()].sort((a, b) => a.relation.id.localeCompare(b.relation.id));
  return (
    <div class="tables" tabIndex={0} role="group" aria-label={text.stages.table}>
      <table>
        <caption>
          {text.table.entities} <span class="count">{entities.length}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.table.name}</th>
            <th scope="col">{text.table.kind}</th>
            <th scope="col" class="number">
              {text.score}
            </th>
            <th scope="col" class="number">
              {text.table.links}
            </th>
            <th scope="col" class="number">
              {text.table.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {entities.map((node) => (
            <EntityRow key={node.entity.id} node={node} lit={lit?.nodes.has(node.entity.id) ?? false} />
          ))}
        </tbody>
      </table>
      <table>
        <caption>
          {text.table.relations} <span class="count">{relations.length}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.table.from}</th>
            <th scope="col">{text.table.type}</th>
            <th scope="col">{text.table.to}</th>
            <th scope="col">{text.table.date}</th>
            <th scope="col" class="number">
              {text.table.sources}
            </th>
          </tr>
        </thead>
        <tbody>
          {relations.map((edge) => (
            <RelationRow key={edge.relation.id} edge={edge} lit={lit?.edges.has(edge.relation.id) ?? false} nodes={nodes} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntityRow({ node, lit }: { node: PictureNode; lit: boolean }): JSX.Element {
  const { entity, score, links, body } = node;
  return (
    <tr class={lit ? 'lit' : undefined} aria-selected={view.value.entity === entity.id} {...pointsAt(entity.id)}>
      <th scope="row">
        <button type="button" class="row-name" onClick={() => openEntity(entity.id)}>
          <KindMark family={familyOf(entity)} ring={body} />
          <span>
            {nameOf(entity)} {acronymOf(entity) && <span class="acronym">{acronymOf(entity)}</span>}
          </span>
        </button>
      </th>
      <td>{kindTitle(entity.kind)}</td>
      <td class="number">{score > 0 ? score.toFixed(3) : '–'}</td>
      <td class="number">{links}</td>
      <td class="number">{entity.degree}</td>
    </tr>
  );
}

function RelationRow(props: { edge: PictureEdge; lit: boolean; nodes: ReadonlyMap<string, PictureNode> }): JSX.Element {
  const { edge, lit, nodes } = props;
  const { relation, from, to } = edge;
  const text = words();
  const [start, end] = [nodes.get(from), nodes.get(to)];
  return (
    <tr class={lit ? 'lit' : undefined} aria-selected={view.value.relation === relation.id}>
      <td>{start && nameOf(start.entity)}</td>
      <th scope="row">
        <button type="button" class="row-name" onClick={() => openRelation(relation.id)}>
          {relationLabel(relation.type)}
        </button>
      </th>
      <td>{end && nameOf(end.entity)}</td>
      <td class="nowrap">
        {whenOf(relation, text)}
        {relation.holds === 'POSSIBLY' && <span class="tag tag-possibly">{text.possibly}</span>}
      </td>
      <td class="number">{relation.evidence.supporting}</td>
    </tr>
  );
}
