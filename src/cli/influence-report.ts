import type { Influence, Influencer } from '../domain/influence.js';
import type { FlowEdge } from '../domain/influence-flow.js';
import type { Claim, Entity, Source } from '../domain/model.js';
import type { OversightBody } from '../domain/oversight.js';
import { vocabulary } from '../domain/vocabulary.js';
import type { GraphStore } from '../store/port.js';

/** An influence answer as a page to read: the bodies, then each influencer with its largest paths and their sources. */
export async function influenceReport(store: GraphStore, answer: Influence): Promise<string> {
  const influencers = answer.influencers.nodes;
  const hops = influencers.flatMap((influencer) => influencer.paths.flatMap((path) => path.hops));
  const nameOf = await shortNames(store, hops);
  const cited = await citedSources(store, hops);

  const then = answer.asOf === null ? '' : ` as of ${answer.asOf}`;
  const lines = [`Who influences the oversight of private security in ${answer.region.name} (${answer.region.id})${then}?`, ''];
  lines.push(...answer.oversightBodies.flatMap((body) => bodyLines(body, answer.asOf)));
  if (answer.emptyBecause !== null) lines.push(answer.emptyBecause, '');
  for (const influencer of influencers) lines.push(...influencerLines(influencer, nameOf, cited), '');

  const more = answer.influencers.totalCount - influencers.length;
  if (more > 0) lines.push(`… and ${more} more; ask for them with --first ${answer.influencers.totalCount}.`, '');
  if (cited.order.length > 0) {
    lines.push(
      'Sources',
      ...cited.order.map((source, i) => `  [${i + 1}] ${source.publisher}: ${source.title}. ${source.url}`),
      '',
    );
  }
  lines.push(
    `At most ${answer.maxSteps} steps, each beyond the first counting ${answer.decay} of the one before${answer.timeRespecting ? '; only paths that respect time' : ''}.`,
  );
  return lines.join('\n');
}

function bodyLines({ actor, holds, relations }: OversightBody, asOf: string | null): string[] {
  const does = [...new Set(relations.map((relation) => vocabulary.relationTypes.get(relation.type)?.label ?? relation.type))];
  const places = [...new Set(relations.map((relation) => relation.target))];
  const surely = asOf === null ? '' : `${holds.toLowerCase()} `;
  return [`  Oversight body: ${actor.name} (${actor.id})`, `    ${surely}${does.join(', ')}: ${places.join(', ')}`, ''];
}

function influencerLines(
  { rank, actor, score, paths, remainder }: Influencer,
  nameOf: Map<string, string>,
  cited: Cited,
): string[] {
  const lines = [`${String(rank).padStart(3)}  ${score.toFixed(4)}  ${actor.name} (${actor.id})`];
  for (const { contribution, hops } of paths) {
    const walk = hops.map((hop) => ` –${hopLabel(hop)}→ ${nameOf.get(hop.to) ?? hop.to}${cited.marks(hop)}`).join('');
    lines.push(`     ${contribution.toFixed(4).padStart(8)}  ${nameOf.get(actor.id) ?? actor.name}${walk}`);
  }
  if (remainder > 0) lines.push(`     ${remainder.toFixed(4).padStart(8)}  all other paths together`);
  return lines;
}

function hopLabel({ relation, direction }: FlowEdge): string {
  const type = vocabulary.relationTypes.get(relation.type);
  return (direction === 'FORWARD' ? type?.label : type?.inverse) ?? relation.type;
}

/** Acronyms where there are some, so that a path fits on a line. */
async function shortNames(store: GraphStore, hops: readonly FlowEdge[]): Promise<Map<string, string>> {
  const ids = [...new Set(hops.flatMap((hop) => [hop.from, hop.to]))].sort();
  const entities = await store.entities(ids);
  return new Map(entities.map((entity) => [entity.id, acronymOf(entity) ?? entity.name]));
}

/** The acronym that belongs to no language or to English comes before those of translations. */
function acronymOf({ names }: Entity): string | undefined {
  const acronyms = names.filter((name) => name.use === 'acronym');
  return (acronyms.find(({ language }) => language === 'und' || language === 'en') ?? acronyms[0])?.text;
}

interface Cited {
  /** Numbered from 1 as first cited. */
  order: Source[];
  /** ` [1][3]` */
  marks: (hop: FlowEdge) => string;
}

async function citedSources(store: GraphStore, hops: readonly FlowEdge[]): Promise<Cited> {
  const claims = new Map<string, Claim>();
  for (const claim of await store.claims([...new Set(hops.flatMap((hop) => hop.relation.claimIds))].sort()))
    claims.set(claim.id, claim);
  const sourceIdsOf = (hop: FlowEdge): string[] => [
    ...new Set(hop.relation.claimIds.map((id) => claims.get(id)?.source).filter((id): id is string => id !== undefined)),
  ];
  const cited = [...new Set(hops.flatMap(sourceIdsOf))];
  const sources = new Map((await store.sources([...cited].sort())).map((source) => [source.id, source]));
  return {
    order: cited.map((id) => sources.get(id)).filter((source): source is Source => source !== undefined),
    marks: (hop) =>
      ` ${sourceIdsOf(hop)
        .map((id) => `[${cited.indexOf(id) + 1}]`)
        .join('')}`,
  };
}
