import type { GraphStore } from '../store/port.js';
import { vocabulary } from '../domain/vocabulary.js';
import { whyNotInfluence, type HinderedHop, type WhyNot, type WhyNotInfluence, type WhyNotQuestion } from '../domain/why-not.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';

export interface WhyNotOptions extends GraphPlace, Omit<WhyNotQuestion, 'actor' | 'region'> {
  json: boolean;
}

/** Prints what stops an actor from reaching the oversight of a region. */
export async function whyNotCommand(
  actor: string,
  region: string,
  { seeds, cache, archive, neo4j, json, ...question }: WhyNotOptions,
): Promise<void> {
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    const answer = await whyNotInfluence(store, { ...question, actor, region });
    if (!json) return console.log(await whyNotReport(store, answer));
    console.log(JSON.stringify({ dataVersion: (await store.dataset())?.version ?? null, ...answer }, null, 2));
  } finally {
    await store.close();
  }
}

async function whyNotReport(store: GraphStore, answer: WhyNotInfluence): Promise<string> {
  const { actor, region, asOf, maxSteps, verdict, rank, score, reasons } = answer;
  const [who, where] = [`${actor.name} (${actor.id})`, `private security oversight in ${region.name} (${region.id})`];
  const then = asOf === null ? '' : ` as of ${asOf}`;
  switch (verdict) {
    case 'REACHES':
      return `${who} reaches ${where}${then}: rank ${rank}, score ${score?.toFixed(4)}.`;
    case 'IS_OVERSIGHT_BODY':
      return `${who} is itself an oversight body in ${region.name}${then}; such are not ranked.`;
    case 'NO_OVERSIGHT_BODY':
      return `No source names an oversight body in ${region.name}, at any date.`;
    case 'NO_PATH':
      return `No relations of any type, direction or date lead from ${who} to ${where} in six steps.`;
    case 'STOPPED': {
      const parts = await Promise.all(reasons.map((reason) => reasonText(store, reason, answer)));
      return [`${who} does not reach ${where}${then} in ${counted(maxSteps)}. It would`, ...parts].join('\n\n');
    }
  }
}

const counted = (steps: number): string => (steps === 1 ? '1 step' : `${steps} steps`);

async function reasonText(
  store: GraphStore,
  { reason, body, bodyThen, steps, hops }: WhyNot,
  { asOf, maxSteps }: WhyNotInfluence,
) {
  const what: Record<WhyNot['reason'], string> = {
    TOO_LONG: `with ${steps - maxSteps} more step${steps - maxSteps === 1 ? '' : 's'}:`,
    DATE: 'without the date:',
    DISPUTED: 'if what sources only dispute counted:',
    RELATION_TYPES: 'if other relation types counted, too:',
    NO_WEIGHT: 'if a relation carried influence that carries none this way:',
    PLACE: 'if influence passed through places:',
    SEVERAL: `by no one change, but if several of these were otherwise (${steps} steps):`,
  };
  const names = new Map(
    (await store.entities([...new Set(hops.flatMap(({ from, to }) => [from, to]))])).map((of) => [of.id, of.name]),
  );
  const lines = hops.map((hop) => `    ${names.get(hop.from)} –${label(hop)}→ ${names.get(hop.to)}${hindrance(hop)}`);
  const late = bodyThen ? [] : [`    ${body.actor.name} was no oversight body as of ${asOf}.`];
  return [`  ${what[reason]}`, ...lines, ...late].join('\n');
}

function label({ relation, direction }: HinderedHop): string {
  const type = vocabulary.relationTypes.get(relation.type);
  return (direction === 'FORWARD' ? type?.label : type?.inverse) ?? relation.type;
}

function hindrance({ obstacles, relation: { id, time } }: HinderedHop): string {
  if (obstacles.length === 0) return '';
  const dates = `${time.start ?? 'not stated'} to ${time.end ?? (time.persists ? 'stays' : 'not stated')}`;
  return `  [${obstacles.map((obstacle) => (obstacle === 'DATE' ? `DATE ${dates}` : obstacle)).join(', ')}: ${id}]`;
}
