/**
 * All that the page shows, as one value: it is the address, and so what a reload, the back button or a shared link bring back.
 */

export type Stage = 'network' | 'table' | 'map';

/** What the size of a node stands for. */
export type SizeBy = 'influence' | 'degree' | 'betweenness' | 'pagerank';
/** What its colour stands for. */
export type ColourBy = 'family' | 'kind' | 'community' | SizeBy;

/** Relations of an entity brought into the picture: so many pages of them, of one type or of all. */
export interface Expansion {
  id: string;
  type: string | null;
  pages: number;
}

/** An entity that is kept in its place. */
export interface Pin {
  id: string;
  /** In units of the arrangement; null: where the arrangement puts it. */
  at: { x: number; y: number } | null;
}

export interface View {
  /** The region asked about; null: none yet. */
  region: string | null;
  /** EDTF date asked about; null: at any time. */
  asOf: string | null;
  /** The influencer whose paths are lit. */
  actor: string | null;
  /** Which of its paths alone, from 1; null: all of them. */
  path: number | null;
  /** The entity whose panel is open. */
  entity: string | null;
  /** The relation whose claims are open. */
  relation: string | null;
  /** The claim pointed at. */
  claim: string | null;
  /** How many pages of influencers are listed. */
  pages: number;
  stage: Stage;
  size: SizeBy;
  colour: ColourBy;
  expanded: readonly Expansion[];
  hidden: readonly string[];
  pinned: readonly Pin[];
  /** Width through height of the room that the picture with pins was arranged for; null: of the screen it is on. */
  room: number | null;
  /** Families of kinds, and single kinds, that are left out. */
  withoutFamilies: readonly string[];
  withoutKinds: readonly string[];
  /** Types of relations that are left out. */
  withoutTypes: readonly string[];
  /** Only relations of what is tied to one of these places; empty: to any or none. */
  places: readonly string[];
  /** Only relations that rest on one of these publishers; empty: on any. */
  publishers: readonly string[];
  /** Only what certainly held at the date. */
  certainOnly: boolean;
  /** Only relations on at least so many independent sources. */
  sources: number;
  /** The two entities between which paths are sought. */
  from: string | null;
  to: string | null;
  /** How many of the shortest, of at most so many relations. */
  shortest: number;
  steps: number;
  /** In a frame of another page: no header, no panels that leave the picture. */
  embed: boolean;
}

export const NOTHING: View = {
  region: null,
  asOf: null,
  actor: null,
  path: null,
  entity: null,
  relation: null,
  claim: null,
  pages: 1,
  stage: 'network',
  size: 'influence',
  colour: 'family',
  expanded: [],
  hidden: [],
  pinned: [],
  room: null,
  withoutFamilies: [],
  withoutKinds: [],
  withoutTypes: [],
  places: [],
  publishers: [],
  certainOnly: false,
  sources: 1,
  from: null,
  to: null,
  shortest: 10,
  steps: 4,
  embed: false,
};

const STAGES: readonly Stage[] = ['network', 'table', 'map'];
export const SIZES: readonly SizeBy[] = ['influence', 'degree', 'betweenness', 'pagerank'];
export const COLOURS: readonly ColourBy[] = ['family', 'kind', 'community', ...SIZES];
const TEXTS = ['region', 'asOf', 'actor', 'entity', 'relation', 'claim', 'from', 'to'] as const;
const CHOICES = ['stage', 'size', 'colour'] as const;
const LISTS = ['hidden', 'withoutFamilies', 'withoutKinds', 'withoutTypes', 'places', 'publishers'] as const;
/** More than anybody opens by hand, less than a hostile link could ask for. */
const MOST_PAGES = 4;
const MOST_EXPANSIONS = 40;
/** Of one entity: a picture of a thousand neighbours is none any more. */
export const MOST_EXPANSION_PAGES = 40;
const MOST_SOURCES = 9;
/** Of the API. */
export const MOST_PATHS = 100;
export const MOST_STEPS = 6;

/** The part of the address after `?`, without it; empty for the page as it opens. */
export function toAddress(view: View): string {
  const query = new URLSearchParams();
  for (const key of TEXTS) if (view[key] !== null) query.set(key, view[key]);
  if (view.path !== null) query.set('path', String(view.path));
  if (view.pages > 1) query.set('pages', String(view.pages));
  for (const key of CHOICES) if (view[key] !== NOTHING[key]) query.set(key, view[key]);
  for (const { id, type, pages } of view.expanded) {
    query.append('expand', [id, type ?? '', pages > 1 ? String(pages) : ''].join('~').replace(/~+$/, ''));
  }
  for (const { id, at } of view.pinned) query.append('pinned', at ? `${id}~${at.x}~${at.y}` : id);
  if (view.room !== null) query.set('room', String(view.room));
  for (const key of LISTS) for (const entry of view[key]) query.append(key, entry);
  if (view.certainOnly) query.set('certain', '1');
  if (view.sources > 1) query.set('sources', String(view.sources));
  if (view.shortest !== NOTHING.shortest) query.set('shortest', String(view.shortest));
  if (view.steps !== NOTHING.steps) query.set('steps', String(view.steps));
  if (view.embed) query.set('embed', '1');
  return query.toString();
}

/** Reads what `toAddress` writes. What it cannot read is left out: an address is anybody's text. */
export function fromAddress(address: string): View {
  const query = new URLSearchParams(address);
  const text = (key: string): string | null => query.get(key)?.slice(0, 300) || null;
  const list = (key: string): string[] => [...new Set(query.getAll(key))].filter(Boolean).slice(0, 500);
  const count = (value: string | null | undefined, most: number): number =>
    /^\d{1,3}$/.test(value ?? '') ? Math.min(Math.max(Number(value), 1), most) : 1;
  return {
    ...NOTHING,
    ...Object.fromEntries(TEXTS.map((key) => [key, text(key)])),
    path: query.has('path') ? count(query.get('path'), 20) : null,
    pages: count(query.get('pages'), MOST_PAGES),
    stage: STAGES.find((stage) => stage === query.get('stage')) ?? NOTHING.stage,
    size: SIZES.find((size) => size === query.get('size')) ?? NOTHING.size,
    colour: COLOURS.find((colour) => colour === query.get('colour')) ?? NOTHING.colour,
    expanded: list('expand')
      .slice(0, MOST_EXPANSIONS)
      .map((entry) => entry.split('~'))
      .map(([id = '', type, pages]) => ({ id, type: type || null, pages: count(pages, MOST_EXPANSION_PAGES) })),
    pinned: list('pinned').map(pinFrom),
    room: roomFrom(query.get('room')),
    ...Object.fromEntries(LISTS.map((key) => [key, list(key)])),
    certainOnly: query.get('certain') === '1',
    sources: count(query.get('sources'), MOST_SOURCES),
    shortest: query.has('shortest') ? count(query.get('shortest'), MOST_PATHS) : NOTHING.shortest,
    steps: query.has('steps') ? count(query.get('steps'), MOST_STEPS) : NOTHING.steps,
    embed: query.get('embed') === '1',
  };
}

function pinFrom(entry: string): Pin {
  const [id = '', x = '', y = ''] = entry.split('~');
  const isPlace = [x, y].every((one) => /^-?\d{1,6}$/.test(one));
  return { id, at: isPlace ? { x: Number(x), y: Number(y) } : null };
}

function roomFrom(text: string | null): number | null {
  const room = Number(text);
  return text !== null && room >= 0.2 && room <= 5 ? room : null;
}

/** Another question: what was selected in the answer before goes, filters stay. */
export const askAbout = (view: View, region: string | null): Partial<View> =>
  region === view.region
    ? {}
    : {
        ...SELECTION,
        region,
        pages: 1,
        stage: 'network',
        expanded: [],
        hidden: [],
        pinned: [],
        room: null,
        from: null,
        to: null,
      };

/** Nothing selected. */
export const SELECTION = { actor: null, path: null, entity: null, relation: null, claim: null } as const;

export const NO_FILTERS = {
  withoutFamilies: [],
  withoutKinds: [],
  withoutTypes: [],
  places: [],
  publishers: [],
  certainOnly: false,
  sources: 1,
} as const;
