/** Did accession to the Montreux Document come before or after national regulation? The page says how each number is made. */
import { traced } from './answers.mjs';
import { COLOURS, figure, Plot } from './figure.mjs';
import { listed, table } from './study-page.mjs';

const MONTREUX = 'montreux-document';
const LAW_KINDS = ['statute', 'regulation'];
/** Years before and after accession that are compared with each other. */
const WINDOW = 10;

export async function accessionAndRegulation(asked) {
  const states = await joinedStates(asked);
  const laws = await nationalLaws(asked);
  for (const state of states) {
    state.laws = laws.filter(({ country }) => country === state.country).map((law) => dated(law, state));
    state.inParts = laws.some(({ within }) => within === state.country);
  }
  const readings = { stated: counts(states, 'order'), titles: counts(states, 'orderByTitle') };
  const all = states.flatMap(({ laws: own }) => own);
  const window = windowed(states, asked.issued);
  const { oversightSetUp } = await asked.ask('set-up', { instrument: MONTREUX });
  const order = (name) => oversightSetUp.setUps.filter((setUp) => setUp.order === name).length;
  const named = (category) =>
    listed(
      states
        .filter((state) => categoryOf(state, 'order') === category)
        .map(({ name }) => name)
        .sort(),
    );
  const is = (category) => readings.stated[category];
  const first = [...states].sort((a, b) => (a.joined.from < b.joined.from ? -1 : 1));
  const inFirstYears = states.filter(({ joined }) => joined.to <= '2009-12-31').length;

  const values = {
    states: states.length,
    'joined-first': first[0].joined.from.slice(0, 4),
    'joined-last': first.at(-1).joined.from.slice(0, 4),
    'joined-early': inFirstYears,
    'joined-to-the-day': states.filter(({ joined }) => joined.from === joined.to).length,
    laws: all.length,
    'laws-before': all.filter(({ order: of }) => of === 'BEFORE').length,
    'laws-after': all.filter(({ order: of }) => of === 'AFTER').length,
    'laws-undecided': all.filter(({ order: of }) => of === 'UNDECIDED').length,
    'laws-not-stated': all.filter(({ order: of }) => of === 'NOT_STATED').length,
    'with-before': is('both') + is('before'),
    'with-before-again': is('both') + is('before'),
    both: is('both'),
    'before-only': is('before'),
    'after-only': is('after'),
    'after-only-names': named('after'),
    'with-after': is('both') + is('after'),
    undecided: is('undecided'),
    'not-stated': is('not stated'),
    'not-stated-names': named('not stated'),
    parts: is('in parts'),
    'parts-names': named('in parts'),
    none: is('none'),
    'none-names': named('none'),
    'title-laws': all.filter(({ order: of, orderByTitle }) => of === 'NOT_STATED' && orderByTitle !== 'NOT_STATED').length,
    'title-with-before': readings.titles.both + readings.titles.before,
    'title-both': readings.titles.both,
    'title-after': readings.titles.after,
    window: WINDOW,
    'window-again': WINDOW,
    'window-states': window.states,
    'window-before': window.before,
    'window-after': window.after,
    'window-states-before': window.statesBefore,
    'window-states-after': window.statesAfter,
    bodies: oversightSetUp.setUps.length,
    'bodies-after': order('AFTER'),
    'bodies-before': order('BEFORE'),
    'bodies-undecided': order('UNDECIDED'),
    'bodies-not-stated': order('NOT_STATED'),
    'readings-table': readingsTable(readings),
    'laws-table': lawsTable(states),
    'trace-after': await traced(asked, traceOf(states, 'state-qa', 'AFTER')),
    'trace-accession': await traced(asked, states.find(({ id }) => id === 'state-qa').relation),
    'trace-before': await traced(asked, traceOf(states, 'state-gb', 'BEFORE')),
    'trace-days': daysBetween(states.find(({ id }) => id === 'state-qa').joined.from, lawOf(states, 'state-qa', 'AFTER').from),
  };
  return {
    values,
    figures: { 'regulation-around-accession': aroundAccession(states), 'states-by-order': byOrder(readings) },
  };
}

/** The states that joined, with the days on which they can have done so and the country they are the state of. */
async function joinedStates({ all }) {
  const rows = await all('accessions', { instrument: MONTREUX }, ({ relations }) => relations);
  const byState = new Map();
  for (const { id, source, bounds, evidence } of rows) {
    const country = source.relations?.nodes[0]?.target;
    if (source.kind !== 'state' || evidence.supporting === 0 || !country) continue;
    const joined = { from: bounds.earliestStart, to: bounds.latestStart };
    const known = byState.get(source.id);
    if (known && known.joined.from <= joined.from) continue;
    byState.set(source.id, { id: source.id, name: country.name, country: country.id, relation: id, joined });
  }
  return [...byState.values()];
}

/** Statutes and regulations on private security, each once a country, with the days on which they can have come into being. */
async function nationalLaws({ all }) {
  const places = await all('laws-and-places', {}, ({ relations }) => relations);
  const made = await all('enactments', {}, ({ relations }) => relations);
  const laws = new Map();
  for (const { id, source, target, bounds, evidence } of places) {
    if (!LAW_KINDS.includes(source.kind) || evidence.supporting === 0) continue;
    const law = laws.get(`${source.id} ${target.id}`) ?? {
      ...source,
      country: target.id,
      within: target.id.split('-')[0],
      inForceBy: [],
    };
    if (law.country === law.within) law.within = null;
    law.inForceBy.push(bounds.latestStart);
    law.applies ??= id;
    laws.set(`${source.id} ${target.id}`, law);
  }
  return [...laws.values()].map((law) => {
    const own = law.start ? [law.bounds] : [];
    const relations = made.filter(({ target, evidence }) => target.id === law.id && evidence.supporting > 0);
    const enacted = relations.filter(({ type, start }) => type !== 'AMENDS' && start);
    const amended = relations.filter(({ type }) => type === 'AMENDS').map(({ bounds }) => bounds.latestStart);
    const began = [...own, ...enacted.map(({ bounds }) => bounds)];
    // Where pages give several days of enactment, any of them may be meant.
    const latestBegan = largest(began.map(({ latestStart }) => latestStart));
    const to = smallest([latestBegan, ...law.inForceBy, ...amended]);
    const from = smallest(began.map(({ earliestStart }) => earliestStart));
    return { ...law, from: from !== null && to !== null && from > to ? to : from, to, enactedBy: enacted[0]?.id ?? null };
  });
}

const known = (days) => days.filter((day) => day !== null && day !== undefined);
const smallest = (days) => known(days).sort()[0] ?? null;
const largest = (days) => known(days).sort().at(-1) ?? null;

/** A law with its place before or after the accession: by its dates, and with the year in its title where it has none. */
function dated(law, { joined }) {
  const years = new Set(law.names.flatMap(({ text }) => text.match(/\b(?:18|19|20)\d\d\b/g) ?? []));
  const [year] = years.size === 1 ? years : [];
  const order = orderOf(law, joined);
  const byTitle = order === 'NOT_STATED' && year ? { from: `${year}-01-01`, to: `${year}-12-31` } : law;
  return { ...law, order, orderByTitle: orderOf(byTitle, joined) };
}

function orderOf({ from, to }, joined) {
  if (to !== null && to < joined.from) return 'BEFORE';
  if (from !== null && from > joined.to) return 'AFTER';
  return from === null && to === null ? 'NOT_STATED' : 'UNDECIDED';
}

const CATEGORIES = ['before', 'both', 'after', 'undecided', 'not stated', 'in parts', 'none'];

function categoryOf({ laws, inParts }, by) {
  const has = (order) => laws.some((law) => law[by] === order);
  if (has('BEFORE')) return has('AFTER') ? 'both' : 'before';
  if (has('AFTER')) return 'after';
  if (laws.length > 0) return has('UNDECIDED') ? 'undecided' : 'not stated';
  return inParts ? 'in parts' : 'none';
}

const counts = (states, by) =>
  Object.fromEntries(
    CATEGORIES.map((category) => [category, states.filter((state) => categoryOf(state, by) === category).length]),
  );

/** Laws whose days are known on both sides, in as many years before accession as after it, of states for which that many have gone by. */
function windowed(states, until) {
  const shifted = (day, years) => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  const looked = states.filter(({ joined }) => shifted(joined.to, WINDOW) <= until);
  const within = ({ joined }, { from, to, order }) =>
    from !== null &&
    to !== null &&
    ((order === 'BEFORE' && from >= shifted(joined.from, -WINDOW)) || (order === 'AFTER' && to <= shifted(joined.to, WINDOW)));
  const of = (order) => looked.map((state) => state.laws.filter((law) => law.order === order && within(state, law)).length);
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  return {
    states: looked.length,
    before: sum(of('BEFORE')),
    after: sum(of('AFTER')),
    statesBefore: of('BEFORE').filter(Boolean).length,
    statesAfter: of('AFTER').filter(Boolean).length,
  };
}

const TITLES = {
  before: 'a law before accession, none known after',
  both: 'a law before, and another after',
  after: 'only laws after accession are dated',
  undecided: 'dated, but the dates allow either',
  'not stated': 'laws, but no page dates one',
  'in parts': 'laws of parts of the country only',
  none: 'no law in the data',
};

const readingsTable = ({ stated, titles }) =>
  table(
    ['the state has', 'states, by dates on pages', 'states, with years in titles'],
    CATEGORIES.map((category) => [TITLES[category], stated[category], titles[category]]),
  );

function lawsTable(states) {
  const rows = states.flatMap(({ name, joined, laws }) =>
    laws.filter(({ order }) => order === 'AFTER').map((law) => [name, joined.from, titleOf(law), between(law)]),
  );
  return table(
    ['state', 'joined', 'law that came after', 'came into being'],
    rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[3] < b[3] ? -1 : 1)),
  );
}

/** Its name, and the English one beside it where the name is in another script. */
function titleOf({ name, names }) {
  const latin = names.find(({ text }) => text === name)?.script === 'Latn';
  const english = names.find(({ language }) => language === 'en')?.text;
  return latin || !english ? name : `${name} (${english})`;
}

/** Two days as short as they can be said: a day, a month, a year, or both. */
function between({ from, to }) {
  if (to === null) return `not before ${from}`;
  if (from === null) return `by ${to}`;
  if (from === to) return from;
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : `${from} to ${to}`;
}

const lawOf = (states, id, order) =>
  states.find((state) => state.id === id).laws.find((law) => law.order === order && law.enactedBy);
const traceOf = (states, id, order) => lawOf(states, id, order).enactedBy;

const DAY = 86_400_000;
const daysBetween = (a, b) => Math.round((Date.parse(b) - Date.parse(a)) / DAY);
const yearsBetween = (a, b) => daysBetween(a, b) / 365.25;

/** Each dated law as a mark on a line of its state, by how long before or after accession it came into being. */
function aroundAccession(states) {
  const EARLIEST = -30;
  const rows = states
    .map((state) => ({ ...state, laws: state.laws.filter(({ order }) => order !== 'NOT_STATED') }))
    .filter(({ laws }) => laws.length > 0)
    .sort((a, b) => (a.joined.from < b.joined.from ? -1 : a.joined.from > b.joined.from ? 1 : a.name < b.name ? -1 : 1));
  const label = ({ name, joined }) => `${name}  ${joined.from.slice(0, 4)}`;
  const marks = rows.flatMap((state) =>
    state.laws.map((law) => {
      const end = law.to === null ? null : yearsBetween(state.joined.from, law.to);
      const start = law.from === null ? null : yearsBetween(state.joined.from, law.from);
      const colour = { BEFORE: COLOURS.before, AFTER: COLOURS.after, UNDECIDED: COLOURS.open }[law.order];
      return { state: label(state), start, end, colour, exact: start !== null && end !== null };
    }),
  );
  const clipped = (x) => Math.max(EARLIEST, x);
  return figure('Laws on private security of states that joined the Montreux Document, by years before or after accession', {
    height: 90 + rows.length * 19,
    marginLeft: 190,
    marginRight: 24,
    marginTop: 70,
    marginBottom: 46,
    x: {
      domain: [EARLIEST, 18],
      ticks: [-30, -20, -10, 0, 10],
      tickFormat: (n) => (n === 0 ? 'joined' : `${n > 0 ? '+' : '−'}${Math.abs(n)}`),
      label: null,
      grid: true,
    },
    y: { domain: rows.map(label), label: null, tickSize: 0, tickPadding: 10 },
    marks: [
      Plot.ruleX([0], { stroke: COLOURS.ink, strokeWidth: 1.5 }),
      Plot.ruleY(rows, { y: label, stroke: COLOURS.grid }),
      Plot.ruleY(
        marks.filter(({ exact }) => exact),
        {
          y: 'state',
          x1: (d) => clipped(d.start),
          x2: (d) => clipped(d.end),
          stroke: 'colour',
          strokeWidth: 4,
          strokeLinecap: 'round',
        },
      ),
      Plot.dot(
        marks.filter(({ exact }) => exact),
        { y: 'state', x: (d) => clipped((d.start + d.end) / 2), fill: 'colour', r: 4.5, stroke: COLOURS.ground, strokeWidth: 1 },
      ),
      Plot.dot(
        marks.filter(({ exact, end }) => !exact && end !== null),
        { y: 'state', x: (d) => clipped(d.end), stroke: 'colour', fill: COLOURS.ground, r: 4, strokeWidth: 2 },
      ),
      Plot.text(['●  came into being then'], { frameAnchor: 'top-left', dx: 0, dy: -58, textAnchor: 'start', fill: COLOURS.ink }),
      Plot.text(['━  on some day between'], {
        frameAnchor: 'top-left',
        dx: 186,
        dy: -58,
        textAnchor: 'start',
        fill: COLOURS.ink,
      }),
      Plot.text(['○  by then at the latest'], {
        frameAnchor: 'top-left',
        dx: 372,
        dy: -58,
        textAnchor: 'start',
        fill: COLOURS.ink,
      }),
      Plot.text(['before accession'], {
        frameAnchor: 'top-left',
        dx: 0,
        dy: -36,
        textAnchor: 'start',
        fill: COLOURS.before,
        fontWeight: 600,
      }),
      Plot.text(['after accession'], {
        frameAnchor: 'top-left',
        dx: 152,
        dy: -36,
        textAnchor: 'start',
        fill: COLOURS.after,
        fontWeight: 600,
      }),
      Plot.text(['either'], {
        frameAnchor: 'top-left',
        dx: 284,
        dy: -36,
        textAnchor: 'start',
        fill: COLOURS.quiet,
        fontWeight: 600,
      }),
      Plot.text(['years before or after the state joined the Montreux Document'], {
        frameAnchor: 'bottom',
        dy: 40,
        fill: COLOURS.quiet,
      }),
    ],
  });
}

/** How many states are of which order, by the two readings of dates. */
function byOrder({ stated, titles }) {
  const COLOUR = {
    before: COLOURS.before,
    both: '#8d6a9f',
    after: COLOURS.after,
    undecided: COLOURS.open,
    'not stated': '#c3cad0',
    'in parts': '#d9dee2',
    none: '#edf0f2',
  };
  const NAMES = ['dates on pages', 'with years in titles'];
  const bars = [stated, titles].flatMap((reading, n) =>
    CATEGORIES.map((category) => ({ reading: NAMES[n], category, states: reading[category] })),
  );
  const dark = (category) => ['before', 'both', 'after'].includes(category);
  const LEGEND = [
    ['before', 'before only', 0],
    ['both', 'before and after', 118],
    ['after', 'after only', 268],
    ['undecided', 'either', 376],
    ['not stated', 'not stated', 456],
    ['in parts', 'parts only', 560],
    ['none', 'no law', 662],
  ];
  return figure('States that joined the Montreux Document, by the order of their laws and their accession', {
    height: 200,
    marginLeft: 150,
    marginRight: 20,
    marginTop: 56,
    marginBottom: 38,
    x: { label: null, ticks: 6, grid: false },
    y: { domain: NAMES, label: null, tickSize: 0, tickPadding: 10 },
    marks: [
      Plot.barX(
        bars,
        Plot.stackX({
          y: 'reading',
          x: 'states',
          fill: (d) => COLOUR[d.category],
          order: (d) => CATEGORIES.indexOf(d.category),
          inset: 1,
        }),
      ),
      Plot.textX(
        bars.filter(({ states }) => states > 0),
        Plot.stackX({
          y: 'reading',
          x: 'states',
          text: 'states',
          order: (d) => CATEGORIES.indexOf(d.category),
          fill: (d) => (dark(d.category) ? '#ffffff' : COLOURS.ink),
          fontWeight: 600,
        }),
      ),
      ...LEGEND.flatMap(([category, text, dx]) => [
        Plot.text(['■'], {
          frameAnchor: 'top-left',
          dx: dx - 120,
          dy: -38,
          textAnchor: 'start',
          fill: COLOUR[category],
          fontSize: 16,
        }),
        Plot.text([text], { frameAnchor: 'top-left', dx: dx - 102, dy: -37, textAnchor: 'start', fill: COLOURS.ink }),
      ]),
      Plot.text(['states'], { frameAnchor: 'bottom-right', dy: 34, fill: COLOURS.quiet }),
    ],
  });
}
