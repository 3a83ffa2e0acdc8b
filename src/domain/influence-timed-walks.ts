import type { FlowEdge } from './influence-flow.js';
import type { EdgesFrom, Walks } from './influence-walks.js';
import { givingWay } from './long-calculation.js';
import { daysOfHop, type Days } from './time-respecting.js';

/**
 * Scores as `walkScores` gives them, over the walks that respect time alone (`time-respecting.ts`).
 *
 * Walks are lengthened from the end, so a hop is made as late as it can be: on its own last day or the day of the next hop, whichever comes
 * first. Walks from one entity that must leave by the same day are one sum, for nothing else of them matters to the hop before.
 */
export async function timedWalkScores(
  edgesFrom: EdgesFrom,
  targets: ReadonlySet<string>,
  { maxSteps, decay }: Walks,
): Promise<Map<string, number>> {
  const giveWay = givingWay();
  const edges: TimedEdge[] = [...edgesFrom.values()].flat().map((edge) => ({ ...edge, days: daysOfHop(edge.relation.time) }));
  const score = new Map<string, number>();
  let sums = new Map<string, SumsByDay>();
  for (let steps = 1; steps <= maxSteps; steps++) {
    await giveWay();
    const next = new Map<string, SumsByDay>();
    for (const edge of edges) {
      if (steps === 1) {
        if (targets.has(edge.to)) add(next, edge, edge.days.latest, edge.weight);
        continue;
      }
      for (const [leaveBy, byFirstStop] of sums.get(edge.to) ?? []) {
        const day = edge.days.latest < leaveBy ? edge.days.latest : leaveBy;
        if (day < edge.days.earliest) continue;
        const onward = sumWithout(byFirstStop, edge.from);
        if (onward > 0) add(next, edge, day, edge.weight * onward);
      }
    }
    for (const [from, byDay] of next) {
      let total = 0;
      for (const byFirstStop of byDay.values()) total += sumWithout(byFirstStop, null);
      score.set(from, (score.get(from) ?? 0) + decay ** (steps - 1) * total);
    }
    sums = next;
  }
  return score;
}

interface TimedEdge extends FlowEdge {
  days: Days;
}

/** Of an entity's walks of one length: by the day by which it must be left, and by the entity that the first step goes to. */
type SumsByDay = Map<string, Map<string, number>>;

function add(sums: Map<string, SumsByDay>, { from, to }: FlowEdge, day: string, sum: number): void {
  let byDay = sums.get(from);
  if (!byDay) sums.set(from, (byDay = new Map<string, Map<string, number>>()));
  let byFirstStop = byDay.get(day);
  if (!byFirstStop) byDay.set(day, (byFirstStop = new Map<string, number>()));
  byFirstStop.set(to, (byFirstStop.get(to) ?? 0) + sum);
}

/** Of all walks but those whose first step goes back there. */
function sumWithout(byFirstStop: ReadonlyMap<string, number>, back: string | null): number {
  let total = 0;
  for (const [stop, sum] of byFirstStop) if (stop !== back) total += sum;
  return total;
}
