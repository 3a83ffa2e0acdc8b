/** Over which ties a measure is defined. */
export type Directions = 'UNDIRECTED' | 'DIRECTED' | 'EITHER';

/** Every measure, with what it says of an entity; the titles are the API's descriptions. */
export const MEASURES = {
  DEGREE: { directions: 'EITHER', says: 'How many others it is tied to; directed: ties to it and from it added up.' },
  WEIGHTED_DEGREE: { directions: 'EITHER', says: 'The weights of its ties together (Freeman 1979; Barrat et al. 2004).' },
  BETWEENNESS: {
    directions: 'EITHER',
    says: 'The share of shortest paths between others that pass through it, 0 to 1 (Freeman 1977, Brandes 2001).',
  },
  CLOSENESS: {
    directions: 'EITHER',
    says: 'How near those are that reach it, by the share of all that do, 0 to 1 (Wasserman and Faust 1994).',
  },
  PAGERANK: {
    directions: 'EITHER',
    says: 'How often a reader comes by who follows ties by weight (Brin and Page 1998). Adds up to 1.',
  },
  PERSONALISED_PAGERANK: {
    directions: 'EITHER',
    says: 'The same for a reader who starts again at the oversight bodies of `region` (Haveliwala 2002).',
  },
  EIGENVECTOR: {
    directions: 'UNDIRECTED',
    says: 'As much as those that it is tied to, by weight (Bonacich 1972); 0 outside the best connected component.',
  },
  KATZ: { directions: 'EITHER', says: 'All walks that lead to it, weaker with every step (Katz 1953).' },
  CORE: {
    directions: 'UNDIRECTED',
    says: 'The largest k for which it belongs to a part where all have k ties within it (Seidman 1983).',
  },
  COMMUNITY: {
    directions: 'UNDIRECTED',
    says: "The number of its community by Louvain's method, 1 for the largest (Blondel et al. 2008).",
  },
  CONSTRAINT: {
    directions: 'UNDIRECTED',
    says: 'How far its contacts are tied to one another; low for whoever bridges a structural hole (Burt 1992). Null for an isolate.',
  },
  EFFECTIVE_SIZE: {
    directions: 'UNDIRECTED',
    says: 'How many of its contacts do not stand for one another (Burt 1992). Null for an isolate.',
  },
  BROKERAGE: {
    directions: 'DIRECTED',
    says: 'How often it stands between two that have no tie, in five roles by sector (Gould and Fernández 1989).',
  },
} as const satisfies Record<string, { directions: Directions; says: string }>;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];
