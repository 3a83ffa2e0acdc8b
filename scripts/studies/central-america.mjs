/** Who stands behind private security oversight in Central America? The page says how each number is made. */
import { traced } from './answers.mjs';
import { COLOURS, figure, Plot } from './figure.mjs';
import { listed, table } from './study-page.mjs';

const REGION = '013';
const COUNTRIES = ['bz', 'cr', 'gt', 'hn', 'mx', 'ni', 'pa', 'sv'];
const TOP = 12;
const DEFAULTS = { maxSteps: 3, decay: 0.5 };
const OTHERS = [
  { maxSteps: 2, decay: 0.5 },
  { maxSteps: 4, decay: 0.5 },
  { maxSteps: 3, decay: 0.25 },
  { maxSteps: 3, decay: 0.75 },
];
const YEARS = ['2010', '2016', '2021'];

/** On whose side a kind of actor stands, in the words of the page. */
const SIDES = {
  'many sides': ['multi-stakeholder-initiative', 'forum'],
  international: ['intergovernmental-organisation', 'organ', 'mission'],
  states: [
    'state',
    'diplomatic-mission',
    'ministry',
    'regulator',
    'police',
    'legislature',
    'public-body',
    'court',
    'armed-force',
  ],
  'civil society, research': ['centre', 'civil-society-organisation', 'academic-body'],
  persons: ['person'],
};
const sideOf = (kind) => Object.entries(SIDES).find(([, kinds]) => kinds.includes(kind))?.[0] ?? 'industry';
const SIDE_COLOURS = {
  'many sides': '#8d6a9f',
  international: '#2a6f97',
  states: '#5b7f5a',
  'civil society, research': '#d9772b',
  persons: '#b59a3c',
  industry: '#9aa5ae',
};

/** As it is spoken of: its acronym, where it has one. */
const called = ({ name, names }) => names.find(({ use }) => use === 'ACRONYM')?.text ?? name;
const inFull = (actor) => (called(actor) === actor.name ? actor.name : `${actor.name} (${called(actor)})`);

export async function centralAmerica(asked) {
  const { all } = asked;
  const influencers = (region, variables = {}) =>
    all('influence', { region, ...variables }, ({ influence }) => influence.influencers);
  const { influence: whole } = await asked.ask('influence', { region: REGION, first: 1 });
  const ranking = await influencers(REGION, { paths: 5 });
  const top = ranking.slice(0, TOP);
  const byCountry = new Map();
  for (const country of COUNTRIES) {
    const { influence } = await asked.ask('influence', { region: country, first: 1 });
    byCountry.set(country, {
      name: influence.region.name,
      bodies: influence.oversightBodies.length,
      scores: new Map((await influencers(country)).map(({ actor, score }) => [actor.id, score])),
    });
  }
  const varied = await Promise.all(OTHERS.map(async (other) => ({ ...other, ranking: await influencers(REGION, other) })));
  const then = await Promise.all(YEARS.map(async (asOf) => ({ asOf, ranking: await influencers(REGION, { asOf }) })));

  const sum = (list) => list.reduce((total, { score }) => total + score, 0);
  const total = sum(ranking);
  const share = (part) => `${Math.round((100 * part) / total)} %`;
  const sides = Object.keys(SIDE_COLOURS).map((side) => ({
    side,
    actors: ranking.filter(({ actor }) => sideOf(actor.kind) === side),
  }));
  const { actors: persons } = sides.find(({ side }) => side === 'persons');
  const reached = ({ actor }) => [...byCountry.values()].filter(({ scores }) => scores.has(actor.id)).map(({ name }) => name);
  const tenOf = (list) => new Set(list.slice(0, 10).map(({ actor }) => actor.id));
  const kept = (list) => [...tenOf(list)].filter((id) => tenOf(ranking).has(id)).length;
  const carried = evidenceOf(top);
  const leading = top[0];
  const path = leading.paths[0];
  const weakest = path.hops.find(({ relation }) => relation.type !== 'PARTNERED_WITH') ?? path.hops[0];

  const values = {
    bodies: whole.oversightBodies.length,
    countries: COUNTRIES.length,
    influencers: ranking.length,
    'half-of': ranking.findIndex((_, i) => sum(ranking.slice(0, i + 1)) >= total / 2) + 1,
    first: inFull(leading.actor),
    second: inFull(top[1].actor),
    third: inFull(top[2].actor),
    'international-share': share(
      sum(sides.filter(({ side }) => side === 'international' || side === 'many sides').flatMap(({ actors }) => actors)),
    ),
    'states-share': share(sum(sides.find(({ side }) => side === 'states').actors)),
    'society-share': share(sum(sides.find(({ side }) => side === 'civil society, research').actors)),
    'sides-table': table(
      ['side', 'actors', 'share of all influence', 'first of them'],
      sides.map(({ side, actors }) => [side, actors.length, share(sum(actors)), actors[0] ? called(actors[0].actor) : '–']),
    ),
    'ranking-table': table(
      ['rank', 'actor', 'kind', 'score', 'countries it reaches'],
      top.map((one) => [
        one.rank,
        inFull(one.actor),
        one.actor.kind.replaceAll('-', ' ').replace('multi stakeholder', 'multi-stakeholder'),
        one.score.toFixed(3),
        `${reached(one).length} of ${COUNTRIES.length}`,
      ]),
    ),
    'most-reached': Math.max(...ranking.map((one) => reached(one).length)),
    'guatemala-share': `${Math.round((100 * sum(top.map(({ actor }) => ({ score: byCountry.get('gt').scores.get(actor.id) ?? 0 })))) / sum(top))} %`,
    'persons-share': share(sum(persons)),
    persons: persons.length,
    'persons-in-office': persons.filter(({ paths }) => paths[0].hops[0].relation.type === 'HOLDS_OFFICE_IN').length,
    thin: listed([...byCountry.values()].filter(({ scores }) => scores.size < 10).map(({ name }) => name)),
    'thin-most': Math.max(...[...byCountry.values()].filter(({ scores }) => scores.size < 10).map(({ scores }) => scores.size)),
    'guatemala-actors': byCountry.get('gt').scores.size,
    'country-table': table(
      ['country', 'oversight bodies', 'actors that reach them', 'first', 'second'],
      [...byCountry.entries()].map(([, { name, bodies, scores }]) => {
        const [a, b] = [...scores.entries()].sort((x, y) => y[1] - x[1]).map(([id]) => id);
        return [name, bodies, scores.size, nameOf(a), nameOf(b)];
      }),
    ),
    'robust-table': table(
      ['steps at most', 'decay', 'first three', 'of the first ten, also here'],
      [{ ...DEFAULTS, ranking }, ...varied].map(({ maxSteps, decay, ranking: list }) => [
        maxSteps,
        decay,
        listed(list.slice(0, 3).map(({ actor }) => called(actor))),
        kept(list),
      ]),
    ),
    'least-kept': Math.min(...varied.map(({ ranking: list }) => kept(list))),
    'years-table': table(
      ['as of', 'actors', 'first three'],
      then.map(({ asOf, ranking: list }) => [
        asOf,
        list.length,
        list.length === 0 ? '–' : listed(list.slice(0, 3).map(({ actor }) => called(actor))),
      ]),
    ),
    'shown-paths': carried.paths,
    'one-publisher-share': `${carried.share} %`,
    top: TOP,
    'top-again': TOP,
    'path-name': called(leading.actor),
    path: wayOf(path),
    'path-weights': path.hops.map(({ weight }) => `${round(weight)}`).join(' × '),
    'path-decay': ` × ${DEFAULTS.decay}`.repeat(path.steps - 1),
    'path-contribution': round(path.contribution),
    trace: await traced(asked, weakest.relation.id),
  };
  return {
    values,
    figures: { 'central-america-ranking': rankingFigure(top), 'central-america-countries': countriesFigure(top, byCountry) },
  };

  function nameOf(id) {
    const found = ranking.find(({ actor }) => actor.id === id);
    return found ? called(found.actor) : '–';
  }
}

const round = (n) => String(Number(n.toFixed(3)));

/** `A –MEMBER_OF→ B`, in the direction in which influence flows. */
const wayOf = ({ hops }) =>
  hops.reduce(
    (text, { direction, relation, to }) =>
      `${text} ${direction === 'FORWARD' ? `–${relation.type}→` : `←${relation.type}–`} ${to.name}`,
    hops[0].from.name,
  );

/** How much of the listed paths passes over a relation that only one independent source supports. */
function evidenceOf(top) {
  const paths = top.flatMap(({ paths: listedPaths }) => listedPaths);
  const whole = paths.reduce((total, { contribution }) => total + contribution, 0);
  const thin = paths.filter(({ hops }) => hops.some(({ relation }) => relation.evidence.supporting < 2));
  const carried = thin.reduce((total, { contribution }) => total + contribution, 0);
  return { paths: paths.length, share: Math.round((100 * carried) / whole) };
}

const short = (actor) => (called(actor).length > 52 ? `${called(actor).slice(0, 51).trimEnd()}…` : called(actor));

/** The first actors by score, coloured by the side on which they stand. */
function rankingFigure(top) {
  const rows = top.map(({ actor, score }) => ({ name: short(actor), score, side: sideOf(actor.kind) }));
  const sides = Object.keys(SIDE_COLOURS).filter((side) => rows.some((row) => row.side === side));
  let dx = -338;
  const legend = sides.flatMap((side) => {
    const at = dx;
    dx += 44 + side.length * 7;
    return [
      Plot.text(['■'], { frameAnchor: 'top-left', dx: at, dy: -34, textAnchor: 'start', fill: SIDE_COLOURS[side], fontSize: 16 }),
      Plot.text([side], { frameAnchor: 'top-left', dx: at + 18, dy: -33, textAnchor: 'start', fill: COLOURS.ink }),
    ];
  });
  return figure('The actors with the most influence on private security oversight in Central America', {
    height: 92 + rows.length * 27,
    marginLeft: 366,
    width: 960,
    marginRight: 56,
    marginTop: 50,
    marginBottom: 40,
    x: { label: null, grid: true, ticks: 5 },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0, tickPadding: 10 },
    marks: [
      Plot.barX(rows, { y: 'name', x: 'score', fill: ({ side }) => SIDE_COLOURS[side], insetTop: 4, insetBottom: 4 }),
      Plot.textX(rows, {
        y: 'name',
        x: 'score',
        text: ({ score }) => score.toFixed(2),
        textAnchor: 'start',
        dx: 6,
        fill: COLOURS.ink,
      }),
      Plot.text(['score'], { frameAnchor: 'bottom-right', dy: 34, fill: COLOURS.quiet }),
      ...legend,
    ],
  });
}

/** The same actors in each country: the higher the score, the darker. */
function countriesFigure(top, byCountry) {
  const rows = top.map(({ actor }) => ({ id: actor.id, name: short(actor) }));
  const countries = [...byCountry.values()];
  const cells = rows.flatMap(({ id, name }) =>
    countries.map(({ name: country, scores }) => ({ name, country, score: scores.get(id) ?? 0 })),
  );
  const most = Math.max(...cells.map(({ score }) => score));
  return figure('The score of the first actors in each country of Central America', {
    height: 110 + rows.length * 30,
    marginLeft: 366,
    width: 960,
    marginRight: 14,
    marginTop: 44,
    marginBottom: 34,
    padding: 0.06,
    x: { domain: countries.map(({ name }) => name), axis: null },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0, tickPadding: 10 },
    color: { type: 'sqrt', domain: [0, most], range: ['#f1f5f8', '#1d5274'] },
    marks: [
      Plot.axisX({ anchor: 'top', label: null, tickSize: 0, fontSize: 12 }),
      Plot.cell(cells, { x: 'country', y: 'name', fill: 'score', rx: 2 }),
      Plot.text(cells, {
        x: 'country',
        y: 'name',
        text: ({ score }) => (score === 0 ? '' : score < 0.01 ? '·' : score.toFixed(2)),
        fill: ({ score }) => (score > most * 0.3 ? '#ffffff' : COLOURS.ink),
      }),
      Plot.text(['score in the country; a dot: below 0.01; empty: no path'], {
        frameAnchor: 'bottom-right',
        dy: 26,
        fill: COLOURS.quiet,
      }),
    ],
  });
}
